import {
  planLot,
  readAql,
  readLevel,
  readLotSize,
  readStage,
  type SamplingPlan,
} from '../domain/sampling/plan.ts';
import { printJson, readArgs, UsageError } from './command.ts';

export const name = 'sampling-plan';
export const usage = 'sampling-plan --lot N --level II --aql 1.0 [--stage normal|tightened|reduced] [--json]';

/** How many units of a lot to look at, by GB/T 2828.1; needs no database. */
export async function run(args: string[]): Promise<number> {
  const { values } = readArgs(args, {
    options: {
      lot: { type: 'string' },
      level: { type: 'string' },
      aql: { type: 'string' },
      stage: { type: 'string', default: 'normal' },
      json: { type: 'boolean', default: false },
    },
  });
  const { lot, level, aql, stage } = values;
  if (lot === undefined || level === undefined || aql === undefined)
    throw new UsageError('name the lot, the level and the AQL');
  const plan = planLot({
    lotSize: readLotSize(lot),
    level: readLevel(level),
    aql: readAql(aql),
    stage: readStage(stage),
  });
  if (values.json) printJson(shapeOf(plan));
  else printPlan(plan);
  return 0;
}

/** The document of `--json`; `n`, `ac` and `re` are the words of the standard. */
const shapeOf = (plan: SamplingPlan) => ({
  standard: plan.standard,
  lot: plan.lotSize,
  level: plan.level,
  aql: plan.aql,
  stage: plan.stage,
  codeLetter: plan.codeLetter,
  planLetter: plan.planLetter,
  arrow: plan.arrow,
  n: plan.sampleSize,
  ac: plan.acceptUpTo,
  re: plan.rejectFrom,
  tableN: plan.tableSampleSize,
  fullInspection: plan.isFullInspection,
  singleSource: plan.isSingleSource,
});

const STAGE_NAMES: Record<SamplingPlan['stage'], string> = {
  normal: '正常检验',
  tightened: '加严检验',
  reduced: '放宽检验',
};

function printPlan(plan: SamplingPlan): void {
  const { codeLetter, planLetter, sampleSize, acceptUpTo, rejectFrom } = plan;
  console.log(
    `${plan.standard} ${STAGE_NAMES[plan.stage]} ${plan.stage} · ${plan.lotSize} 件 · ${plan.level} · AQL ${plan.aql}`,
  );
  const letters = planLetter === codeLetter ? codeLetter : `${codeLetter}，按箭头用 ${planLetter}`;
  console.log(`字码 ${letters} · n = ${sampleSize} · Ac = ${acceptUpTo} · Re = ${rejectFrom}`);
  if (plan.isFullInspection)
    console.log(`表中样本量 ${plan.tableSampleSize} 不小于批量：全数检验 every unit is looked at`);
  if (plan.isSingleSource)
    console.log(
      '本方案的 Ac、Re 仅有单一来源，使用前请对照标准原文 single source: compare with the standard',
    );
}
