/**
 * How many people besides those who prepared a batch must approve it. A tier counts when the batch or its largest payout
 * reaches the amount; of all that count, the one that asks most.
 */
export interface ApprovalTier {
  /** Whole fen of the batch's sum; null: whatever the sum. */
  fromBatchFen: number | null;
  /** Whole fen of its largest payout; null: whatever the payouts. */
  fromPayoutFen: number | null;
  approvers: number;
}

/** House default, not law: two from ¥200,000 a batch or ¥50,000 a payout. */
export const HOUSE_TIERS: readonly ApprovalTier[] = [
  { fromBatchFen: 0, fromPayoutFen: null, approvers: 1 },
  { fromBatchFen: 20_000_000, fromPayoutFen: null, approvers: 2 },
  { fromBatchFen: null, fromPayoutFen: 5_000_000, approvers: 2 },
];

export const MAX_APPROVERS = 5;

/** Approvers asked for a batch; at least one, whatever the tiers say. */
export function countApproversAsked(tiers: readonly ApprovalTier[], amountsFen: readonly number[]): number {
  const sum = amountsFen.reduce((total, amount) => total + BigInt(amount), 0n);
  const largest = amountsFen.reduce((most, amount) => Math.max(most, amount), 0);
  const asked = tiers
    .filter(
      ({ fromBatchFen, fromPayoutFen }) =>
        (fromBatchFen !== null && sum >= BigInt(fromBatchFen)) ||
        (fromPayoutFen !== null && largest >= fromPayoutFen),
    )
    .map(({ approvers }) => approvers);
  return Math.max(1, ...asked);
}

/** Complaints about tiers a person wrote, by path (`2.approvers`); empty when they can be kept. */
export function checkTiers(tiers: readonly ApprovalTier[]): Record<string, string> {
  const errors: Record<string, string> = {};
  tiers.forEach((tier, at) => {
    for (const field of ['fromBatchFen', 'fromPayoutFen'] as const) {
      const amount = tier[field];
      if (amount !== null && (!Number.isSafeInteger(amount) || amount < 0))
        errors[`${at}.${field}`] = 'whole fen, zero or more';
    }
    if (tier.fromBatchFen === null && tier.fromPayoutFen === null)
      errors[`${at}.fromBatchFen`] = 'a tier needs an amount of the batch or of a payout';
    if (!Number.isInteger(tier.approvers) || tier.approvers < 1 || tier.approvers > MAX_APPROVERS)
      errors[`${at}.approvers`] = `1 to ${MAX_APPROVERS} people`;
  });
  return errors;
}
