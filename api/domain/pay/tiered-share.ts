import { type Bps, type Fen, fen, formatRate, shareOf } from '../money.ts';
import type { Month } from '../month.ts';
import type { PayEntryWords } from '../pay-entry.ts';
import type { ComponentOf, PayComponent, TierRate } from './component.ts';
import { sumFen } from './exact.ts';
import type { EarnedSum, MonthInput, TieredMonth } from './month-facts.ts';
import { entryOf, type Outcome, refOf } from './outcome.ts';
import { componentFor, ofType } from './scope.ts';
import { type Said, say, term, yuan } from './words.ts';

type Tiered = ComponentOf<'tiered_share'>;

/** The part of a base that one tier pays: the slices add up to the base, what they give to the share. */
export interface TierSlice {
  baseFen: Fen;
  rateBps: Bps;
  amountFen: Fen;
}

/**
 * Divides a month's base, whole fen, among the tiers. `marginal`: each slice at its own rate, cut exactly at the thresholds.
 * `retroactive`: the tier that the whole reaches pays all of it. Each slice is cut toward zero, so the odd fen stays with
 * the agency. A base below zero is the mirror of the same base above it.
 */
export function sliceTiers(
  baseFen: Fen,
  { mode, tiers }: { mode: 'marginal' | 'retroactive'; tiers: readonly TierRate[] },
): TierSlice[] {
  const sign = baseFen < 0 ? -1 : 1;
  const sizeFen = fen(Math.abs(baseFen));
  const reached = tiers.filter(({ fromFen }, at) => at === 0 || fromFen <= sizeFen);
  if (mode === 'retroactive') return [sliceOf(baseFen, reached.at(-1)!.rateBps)];
  return reached
    .map(({ fromFen, rateBps }, at) => {
      const endFen = reached[at + 1]?.fromFen ?? sizeFen;
      return sliceOf(fen(sign * (endFen - fromFen)), rateBps);
    })
    .filter((slice, at) => at === 0 || slice.baseFen !== 0);
}

/**
 * Tiered commission: what the lines of each month they belong to come to by now, less what earlier statements gave on them.
 * So a refund after the statement takes back what the month is no longer entitled to, at the tiers of its own month.
 */
export function payTiers(input: MonthInput): Outcome & { tiered: TieredMonth[] } {
  const components = ofType(input.components, 'tiered_share');
  const outcome: Outcome & { tiered: TieredMonth[] } = { entries: [], notTaken: [], tiered: [] };
  for (const base of ['net_sales', 'commission'] as const) {
    const own = components.filter((component) => component.of === base);
    const counted = Map.groupBy(input.earned, (sum) => componentFor(own, sum));
    for (const component of own) {
      const sums = counted.get(component) ?? [];
      tellUndivided(input, component, sums, outcome);
      const months = Map.groupBy(sums, (sum) => sum.concernsMonth);
      for (const month of [...months.keys()].sort())
        payMonth(input, component, { month, sums: months.get(month)! }, outcome);
    }
  }
  return outcome;
}

function payMonth(
  input: MonthInput,
  component: Tiered,
  { month, sums }: { month: Month; sums: readonly EarnedSum[] },
  outcome: Outcome & { tiered: TieredMonth[] },
): void {
  const addedFen = sumFen(sums, (sum) => baseOf(component, sum) ?? fen(0));
  if (addedFen === 0) return;
  const before = input.tiered.filter(
    (one) => one.componentId === component.id && one.concernsMonth === month,
  );
  const wasFen = sumFen(before, (one) => one.baseFen);
  const givenFen = sumFen(before, (one) => one.givenFen);
  const slices = sliceTiers(fen(wasFen + addedFen), component);
  const dueFen = sumFen(slices, (slice) => slice.amountFen);
  const amountFen = fen(dueFen - givenFen);
  const state = { componentId: component.id, month: input.month, concernsMonth: month };
  outcome.tiered.push({ ...state, baseFen: addedFen, givenFen: amountFen });
  if (amountFen === 0) return;
  outcome.entries.push(
    entryOf(input, component, {
      key: `pay:${component.id}:tiers:${input.month}:${month}`,
      kind: 'tiered',
      amountFen,
      concernsMonth: month,
      sourceRefs: [refOf('month', month, fen(wasFen + addedFen))],
      explanation: tellTiers(component, { month, wasFen, addedFen, slices, dueFen, givenFen, amountFen }),
    }),
  );
}

/** Null: the line was divided by its sales, and nobody froze its commission. */
const baseOf = ({ of }: Tiered, sum: EarnedSum): Fen | null =>
  of === 'net_sales' ? sum.salesFen : sum.commissionFen;

function tellUndivided(
  input: MonthInput,
  component: Tiered,
  sums: readonly EarnedSum[],
  { notTaken }: Outcome,
): void {
  const without = sums.filter((sum) => baseOf(component, sum) === null);
  if (without.length === 0) return;
  const salesFen = sumFen(without, (sum) => sum.salesFen);
  notTaken.push({
    componentId: component.id,
    source: refOf('shares', input.month, salesFen),
    code: 'commission_not_divided',
    isFinal: true,
    explanation: say(component.clause, {
      zh: `净销售额 ${yuan(salesFen)} 元的订单按销售额分成，没有佣金可计阶梯`,
      en: `lines with net sales of ${yuan(salesFen)} are shared by sales and have no commission to tier`,
    }),
  });
}

const BASES = {
  net_sales: { zh: '净销售额', en: 'net sales' },
  commission: { zh: '佣金', en: 'commission' },
};

function tellTiers(
  component: Tiered & PayComponent,
  sums: { month: Month; slices: readonly TierSlice[] } & Record<
    'wasFen' | 'addedFen' | 'dueFen' | 'givenFen' | 'amountFen',
    Fen
  >,
): PayEntryWords {
  const { month, wasFen, addedFen, slices, dueFen, givenFen, amountFen } = sums;
  const base = BASES[component.of];
  const total = yuan(fen(wasFen + addedFen));
  const sum = wasFen === 0 ? total : `${yuan(wasFen)} + ${term(addedFen)} = ${total}`;
  const isMarginal = component.mode === 'marginal';
  const how: Said = isMarginal
    ? { zh: '分段计', en: 'each slice at its own rate' }
    : { zh: '全额按所达一档计', en: 'the tier reached pays the whole' };
  const due =
    slices.length === 1
      ? `${term(slices[0]!.baseFen)} × ${formatRate(slices[0]!.rateBps)} = ${yuan(dueFen)}`
      : `${slices.map((slice) => term(slice.amountFen)).join(' + ')} = ${yuan(dueFen)}`;
  const isLater = wasFen !== 0 || givenFen !== 0;
  const rest = `${yuan(dueFen)} − ${term(givenFen)} = ${yuan(amountFen)}`;
  return say(
    component.clause,
    {
      zh: `${month} ${base.zh} ${sum} 元，${how.zh}：${due} 元（不足一分舍去）${isLater ? `；此前已付 ${yuan(givenFen)} 元，本次 ${rest} 元` : ''}`,
      en: `${base.en} of ${month} ${sum}, ${how.en}: ${due} (cut to whole fen)${isLater ? `; paid before ${yuan(givenFen)}, now ${rest}` : ''}`,
    },
    slices.length === 1 ? [] : slices.map(tellSlice),
  );
}

function tellSlice(slice: TierSlice, at: number, slices: readonly TierSlice[]): Said {
  const fromFen = fen(Math.abs(sumFen(slices.slice(0, at), (one) => one.baseFen)));
  const rate = `${term(slice.baseFen)} × ${formatRate(slice.rateBps)} = ${yuan(slice.amountFen)}`;
  return { zh: `${yuan(fromFen)} 元起：${rate} 元`, en: `from ${yuan(fromFen)}: ${rate}` };
}

function sliceOf(baseFen: Fen, rateBps: Bps): TierSlice {
  return { baseFen, rateBps, amountFen: shareOf(baseFen, rateBps) };
}
