import { type Bps, type Fen, fen, shareOf } from './money.ts';

/** One party's part of a waterfall; `rateBps: null` receives the rest, the residual fen included. */
export interface SharePart {
  partyId: number;
  /** `base`: a share of the whole; `rest`: a share of what the parts before it left. */
  takesFrom: 'base' | 'rest';
  rateBps: Bps | null;
}

export interface ShareTier {
  id: number;
  /** The anchor's cumulative net sales of the month before the line: from (inclusive) … to (exclusive, null = no end). */
  fromFen: Fen;
  toFen: Fen | null;
  parts: readonly SharePart[];
}

export interface ShareRule {
  id: number;
  anchorId: number;
  /** Scope: null means any. */
  platform: string | null;
  brandId: number | null;
  productId: number | null;
  streamId: number | null;
  base: 'commission' | 'sales';
  tierOnRefund: 'frozen' | 'trueup';
  /** Instants as ISO text of one offset or epoch numbers: anything that compares in order. */
  effectiveFrom: number;
  effectiveTo: number | null;
  tiers: readonly ShareTier[];
}

/** An order line with settlement evidence, net of refunds. Times in milliseconds of the epoch. */
export interface SettleableLine {
  lineId: number;
  anchorId: number;
  platform: string;
  brandId: number | null;
  productId: number | null;
  streamId: number | null;
  /** Payment decides which contract version was in force; without one, settlement does. */
  ruleAt: number;
  settledAt: number;
  salesFen: Fen;
  commissionFen: Fen | null;
}

export interface SettledLine {
  lineId: number;
  ruleId: number;
  tierId: number;
  cumulativeFen: Fen;
  salesFen: Fen;
  baseFen: Fen;
  /** One amount per part of the tier, in its order; they sum to baseFen. */
  partsFen: Fen[];
}

export type Unsettleable = { lineId: number; reason: 'no_rule' | 'no_commission' };

/**
 * Divides a base among the parts in their order. Every rate is cut toward zero, so that a refund mirrors
 * its sale; the part without a rate receives what is left. The parts always sum to the base.
 */
export function splitBase(baseFen: Fen, parts: readonly SharePart[]): Fen[] {
  let rest = baseFen;
  const amounts = parts.map((part) => {
    if (part.rateBps === null) return null;
    const amount = shareOf(part.takesFrom === 'base' ? baseFen : rest, part.rateBps);
    rest = fen(rest - amount);
    return amount;
  });
  return amounts.map((amount) => amount ?? rest);
}

/** The rule of a line: in force when the line was paid, matching its scope, the most specific winning. */
export function chooseRule(line: SettleableLine, rules: readonly ShareRule[]): ShareRule | undefined {
  let best: ShareRule | undefined;
  for (const rule of rules) {
    if (matches(rule, line) && (!best || specificity(rule) > specificity(best))) best = rule;
  }
  return best;
}

/** stream 8 > product 4 > brand 2 > platform 1: two matching rules never weigh the same. */
export function specificity(
  rule: Pick<ShareRule, 'platform' | 'brandId' | 'productId' | 'streamId'>,
): number {
  return (
    (rule.streamId === null ? 0 : 8) +
    (rule.productId === null ? 0 : 4) +
    (rule.brandId === null ? 0 : 2) +
    (rule.platform === null ? 0 : 1)
  );
}

/** The tier of a cumulative figure; below zero counts as zero (a month that begins with refunds). */
export function chooseTier(rule: ShareRule, cumulativeFen: Fen): ShareTier | undefined {
  const at = Math.max(0, cumulativeFen);
  return rule.tiers.find((tier) => at >= tier.fromFen && (tier.toFen === null || at < tier.toFen));
}

/**
 * Settles the lines of one month, in the order they were settled (then by id), each anchor's sales
 * adding up to the next line's tier. The one-line-at-a-time twin of the set-based run: same input, same fen.
 */
export function settleMonth(
  lines: readonly SettleableLine[],
  rules: readonly ShareRule[],
): { settled: SettledLine[]; refused: Unsettleable[] } {
  const byAnchor = Map.groupBy(rules, (rule) => rule.anchorId);
  const cumulative = new Map<number, Fen>();
  const settled: SettledLine[] = [];
  const refused: Unsettleable[] = [];
  const inOrder = [...lines].sort((a, b) => a.settledAt - b.settledAt || a.lineId - b.lineId);
  for (const line of inOrder) {
    const before = cumulative.get(line.anchorId) ?? fen(0);
    cumulative.set(line.anchorId, fen(before + line.salesFen));
    const result = settleLine(line, byAnchor.get(line.anchorId) ?? [], before);
    if ('reason' in result) refused.push(result);
    else settled.push(result);
  }
  return { settled, refused };
}

/** What one line gives whom, or why it cannot be settled. */
export function settleLine(
  line: SettleableLine,
  rules: readonly ShareRule[],
  cumulativeFen: Fen,
): SettledLine | Unsettleable {
  const rule = chooseRule(line, rules);
  const tier = rule && chooseTier(rule, cumulativeFen);
  if (!rule || !tier) return { lineId: line.lineId, reason: 'no_rule' };
  const baseFen = rule.base === 'sales' ? line.salesFen : line.commissionFen;
  if (baseFen === null) return { lineId: line.lineId, reason: 'no_commission' };
  return {
    lineId: line.lineId,
    ruleId: rule.id,
    tierId: tier.id,
    cumulativeFen,
    salesFen: line.salesFen,
    baseFen,
    partsFen: splitBase(baseFen, tier.parts),
  };
}

function matches(rule: ShareRule, line: SettleableLine): boolean {
  return (
    rule.anchorId === line.anchorId &&
    line.ruleAt >= rule.effectiveFrom &&
    (rule.effectiveTo === null || line.ruleAt < rule.effectiveTo) &&
    (rule.platform === null || rule.platform === line.platform) &&
    (rule.brandId === null || rule.brandId === line.brandId) &&
    (rule.productId === null || rule.productId === line.productId) &&
    (rule.streamId === null || rule.streamId === line.streamId)
  );
}
