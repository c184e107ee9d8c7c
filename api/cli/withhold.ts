import { DomainError } from '../domain/error.ts';
import { type Withholding, withhold } from '../domain/tax/withhold.ts';
import { printJson, readArgs, UsageError } from './command.ts';

export const name = 'withhold';
export const usage = 'withhold --regime R --inputs JSON [--lang zh|en] [--json]';

/** The tax of one payment with its working; needs no database. */
export async function run(args: string[]): Promise<number> {
  const { values } = readArgs(args, {
    options: {
      regime: { type: 'string' },
      inputs: { type: 'string' },
      lang: { type: 'string', default: 'zh' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.regime === undefined || values.inputs === undefined)
    throw new UsageError('name --regime and --inputs');
  const { lang } = values;
  if (lang !== 'zh' && lang !== 'en') throw new UsageError('--lang takes zh or en');
  const answer = withhold(values.regime, parseInputs(values.inputs));
  if (values.json) printJson(toJson(answer));
  else printWorking(answer, lang);
  return 0;
}

/** The outputs stand beside regime, tables and steps under their own names. */
const toJson = ({ regime, title, outputs, tables, steps }: Withholding) => ({
  regime,
  title,
  ...outputs,
  tables: tables.map(({ from, to, sources }) => ({ from, to, sources })),
  steps,
});

function printWorking({ title, outputs, steps }: Withholding, lang: 'zh' | 'en'): void {
  console.log(title[lang]);
  for (const step of steps) console.log(`  ${lang === 'zh' ? step.text : step.textEn}`);
  for (const [key, value] of Object.entries(outputs))
    console.log(`${key}: ${typeof value === 'string' ? value : value.join(', ')}`);
}

function parseInputs(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('invalid', 'not_json', 'inputs: not JSON; write {"income":"8000"}');
  }
}
