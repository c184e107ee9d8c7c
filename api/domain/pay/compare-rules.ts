import { addFen, type Fen, fen } from '../money.ts';
import type { Month } from '../month.ts';
import { type SettleableLine, type SettledLine, type ShareRule, settleMonth } from '../settlement.ts';
import { addDays } from './calendar.ts';
import { carryForward } from './carry-forward.ts';
import type { PayComponent } from './component.ts';
import { computeMonth } from './compute-month.ts';
import type { EarnedSum, MonthInput } from './month-facts.ts';

/** All that decides pay: share rules, and components with the anchor each belongs to. */
export interface RuleSet {
  rules: readonly ShareRule[];
  components: readonly (PayComponent & { anchorId: number })[];
}

/** An order line as the share rules and the components see it. */
export interface DryRunLine extends SettleableLine {
  category: string | null;
  quantity: number;
}

/** A past month: its lines, and the facts beside them of the anchors to compare. */
export interface DryRunMonth {
  month: Month;
  lines: readonly DryRunLine[];
  anchors: readonly Omit<MonthInput, 'month' | 'components' | 'earned'>[];
}

export interface RuleDifference {
  anchorId: number;
  month: Month;
  beforeFen: Fen;
  afterFen: Fen;
  /** > 0: the anchor gains. */
  diffFen: Fen;
  /** Lines no rule divides; where it rises, the change leaves a gap. */
  unsettledBefore: number;
  unsettledAfter: number;
}

/**
 * Dry run of a change: what every anchor's months, from the first given, would have come to. What one month leaves to the
 * next (opening, recouped, withheld, guarantees so far) follows from the run itself; the first month's is as given, and
 * items that a later month names for the first time join it. Each line is settled on its own month's tier, linked refunds
 * too, where a run gives them the tier of their sale. Writes nothing. Throws DomainError `invalid` as computeMonth.
 */
export function compareRules(
  before: RuleSet,
  after: RuleSet,
  months: readonly DryRunMonth[],
): RuleDifference[] {
  const inOrder = months.toSorted((a, b) => (a.month < b.month ? -1 : 1));
  const was = runMonths(before, inOrder);
  const would = runMonths(after, inOrder);
  return was.map((one, at) => {
    const other = would[at]!;
    return {
      anchorId: one.anchorId,
      month: one.month,
      beforeFen: one.amountFen,
      afterFen: other.amountFen,
      diffFen: fen(other.amountFen - one.amountFen),
      unsettledBefore: one.unsettled,
      unsettledAfter: other.unsettled,
    };
  });
}

interface Ran {
  anchorId: number;
  month: Month;
  amountFen: Fen;
  unsettled: number;
}

function runMonths(set: RuleSet, months: readonly DryRunMonth[]): Ran[] {
  const carried = new Map<number, ReturnType<typeof carryForward>>();
  return months.flatMap(({ month, lines, anchors }) => {
    const { settled, refused } = settleMonth(lines, set.rules);
    const lineById = new Map(lines.map((line) => [line.lineId, line]));
    const earnedByParty = divide(settled, lineById, set.rules);
    return anchors.map((facts) => {
      const own = earnedByParty.get(facts.anchorPartyId) ?? [];
      const earned = own.map((part) => earnedOf(part, month, facts.anchorId));
      const components = set.components.filter(({ anchorId }) => anchorId === facts.anchorId);
      const known = join(facts, carried.get(facts.anchorId));
      const input: MonthInput = { ...withClauses(known, components), month, earned, components };
      const result = computeMonth(input);
      carried.set(facts.anchorId, carryForward(input, result));
      const { sharesFen, entriesFen } = result.sums;
      const unsettled = refused.filter(({ lineId }) => lineById.get(lineId)!.anchorId === facts.anchorId);
      return {
        ...{ anchorId: facts.anchorId, month, amountFen: addFen(sharesFen, entriesFen) },
        unsettled: unsettled.length,
      };
    });
  });
}

interface EarnedPart {
  line: DryRunLine;
  shareFen: Fen;
  /** The rule divided the line's sales, not its commission. */
  isOfSales: boolean;
}

/** Every party's parts: a co-host earns on another anchor's lines, and may gain or lose by that anchor's rules. */
function divide(
  settled: readonly SettledLine[],
  lineById: ReadonlyMap<number, DryRunLine>,
  rules: readonly ShareRule[],
): Map<number, EarnedPart[]> {
  const tiers = new Map(rules.flatMap((rule) => rule.tiers.map((tier) => [tier.id, tier])));
  const bases = new Map(rules.map(({ id, base }) => [id, base]));
  const earned = new Map<number, EarnedPart[]>();
  for (const { lineId, ruleId, tierId, partsFen } of settled) {
    const isOfSales = bases.get(ruleId) === 'sales';
    for (const [at, { partyId }] of tiers.get(tierId)!.parts.entries()) {
      const own = earned.get(partyId) ?? [];
      earned.set(partyId, own);
      own.push({ line: lineById.get(lineId)!, shareFen: partsFen[at]!, isOfSales });
    }
  }
  return earned;
}

type Facts = DryRunMonth['anchors'][number];

/** The first month as given; later ones stand on the month before and add only items not known yet. */
function join(facts: Facts, carried: ReturnType<typeof carryForward> | undefined): Facts {
  if (!carried) return facts;
  const known = new Set(carried.recoupItems.map((item) => item.itemId));
  const added = facts.recoupItems.filter((item) => !known.has(item.itemId));
  return { ...facts, ...carried, recoupItems: [...carried.recoupItems, ...added] };
}

/** Without the facts whose clause this set does not have: a set may drop it, and then nothing is taken. */
function withClauses(facts: Facts, components: readonly PayComponent[]): Facts {
  const ids = new Set(components.map(({ id }) => id));
  return {
    ...facts,
    recoupItems: facts.recoupItems.filter(({ componentId }) => ids.has(componentId)),
    fines: facts.fines.filter(({ componentId }) => ids.has(componentId)),
  };
}

function earnedOf({ line, shareFen, isOfSales }: EarnedPart, month: Month, anchorId: number): EarnedSum {
  const { platform, brandId, category, productId, streamId } = line;
  const isOwn = line.anchorId === anchorId;
  const none = fen(0);
  return {
    ...{ platform, brandId, category, productId, streamId, shareFen, concernsMonth: month },
    quantity: isOwn ? line.quantity : 0,
    salesFen: isOwn ? line.salesFen : none,
    commissionFen: !isOwn ? none : isOfSales ? null : line.commissionFen,
    // Instants are milliseconds of the epoch; the day is China's.
    day: addDays('1970-01-01', Math.floor((line.ruleAt + 8 * 3_600_000) / 86_400_000)),
  };
}
