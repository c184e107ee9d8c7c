import { refuse } from '../error.ts';
import { addFen, type Fen } from '../money.ts';
import { adjust } from './adjustments.ts';
import { payBase } from './base-pay.ts';
import { boundPay, boundShares } from './bounds.ts';
import type { PayComponent } from './component.ts';
import type { ComponentEntry, ComputedKind, MonthResult, NotTaken } from './entry.ts';
import { sumFen } from './exact.ts';
import { shareFees } from './fee-shares.ts';
import { takeFines } from './fines.ts';
import { payFixed } from './fixed-pay.ts';
import { trueUpGuarantees } from './guarantee.ts';
import { releaseHoldbacks, withholdHoldback } from './holdback.ts';
import type { MonthInput } from './month-facts.ts';
import { earningsFen, type Outcome, type Standing, standsAtFen } from './outcome.ts';
import { recoup } from './recoup.ts';
import { payTiers } from './tiered-share.ts';
import { whyNotMonth } from './why-not-month.ts';

const DEDUCTIONS = ['holdback', 'fine', 'recoup'] as const;

/**
 * Everything of an anchor's month beside the shares of lines, in the order it is decided: tiered commission, pay by stream, hour,
 * item and fee, its bounds, bounds of the shares, base pay, guarantees; adjustments; 质保金 that falls due; then deductions by
 * priority (holdback, fines, recoupment), none below a closing of zero. The order of the facts makes no difference.
 * Throws DomainError `invalid` for input that contradicts itself (whyNotMonth).
 */
export function computeMonth(given: MonthInput): MonthResult {
  const reason = whyNotMonth(given);
  if (reason) throw refuse('invalid', reason);
  const input = inOrder(given);
  const entries: ComponentEntry[] = [];
  const notTaken: NotTaken[] = [];
  const standing: Standing = { input, entries };
  const keep = <O extends Outcome>(outcome: O): O => {
    entries.push(...outcome.entries);
    notTaken.push(...outcome.notTaken);
    return outcome;
  };
  const { tiered } = keep(payTiers(input));
  keep(payFixed(input));
  const { feeSplits } = keep(shareFees(input));
  keep(boundPay(standing));
  keep(boundShares(standing));
  keep(payBase(standing));
  const { guarantees } = keep(trueUpGuarantees(standing));
  keep(adjust(standing));
  const { forfeits } = keep(releaseHoldbacks(standing));
  for (const component of deductionsOf(input.components)) keep(deduct(standing, component));
  return { entries, notTaken, feeSplits, forfeits, guarantees, tiered, sums: sumsOf(standing) };
}

type Deduction = Extract<PayComponent, { type: (typeof DEDUCTIONS)[number] }>;

function deductionsOf(components: readonly PayComponent[]): Deduction[] {
  return components
    .filter((component): component is Deduction => DEDUCTIONS.some((type) => type === component.type))
    .sort(
      (a, b) =>
        a.priority - b.priority || DEDUCTIONS.indexOf(a.type) - DEDUCTIONS.indexOf(b.type) || a.id - b.id,
    );
}

function deduct(standing: Standing, component: Deduction): Outcome {
  switch (component.type) {
    case 'holdback':
      return withholdHoldback(standing, component);
    case 'fine':
      return takeFines(standing, component);
    case 'recoup':
      return recoup(standing, component);
  }
}

function sumsOf(standing: Standing): MonthResult['sums'] {
  const { input, entries } = standing;
  const byKind: Partial<Record<ComputedKind, Fen>> = {};
  for (const { kind, amountFen } of entries) {
    const before = byKind[kind];
    byKind[kind] = before === undefined ? amountFen : addFen(before, amountFen);
  }
  return {
    sharesFen: sumFen(input.earned, (sum) => sum.shareFen),
    earningsFen: earningsFen(standing),
    entriesFen: sumFen(entries, (entry) => entry.amountFen),
    byKind,
    closingFen: standsAtFen(standing),
  };
}

/** Facts by day, then id: whatever order they were imported in, the same month comes out. */
function inOrder(input: MonthInput): MonthInput {
  const by = <T>(list: readonly T[], keyOf: (item: T) => readonly [string, number | string]): T[] =>
    list.toSorted((a, b) => compare(keyOf(a), keyOf(b)));
  return {
    ...input,
    components: input.components.toSorted((a, b) => a.id - b.id),
    streams: by(input.streams, ({ day, streamId }) => [day, streamId]),
    fees: by(input.fees, ({ day, feeId }) => [day, feeId]),
    recoupItems: by(input.recoupItems, ({ day, itemId }) => [day, itemId]),
    withheld: by(input.withheld, ({ releaseOn, key }) => [releaseOn, key]),
    cases: by(input.cases, ({ decidedOn, caseNo }) => [decidedOn ?? '', caseNo]),
    fines: by(input.fines, ({ day, fineId }) => [day, fineId]),
    adjustments: by(input.adjustments, ({ concernsMonth, adjustmentId }) => [concernsMonth, adjustmentId]),
  };
}

function compare(a: readonly [string, number | string], b: readonly [string, number | string]): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return a[1] === b[1] ? 0 : a[1] < b[1] ? -1 : 1;
}
