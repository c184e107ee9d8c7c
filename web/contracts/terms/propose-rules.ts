import type { ProposedTerm } from '../../../api/domain/read-terms-shape.ts';
import type { Clause, Rule, Tier } from '../version.ts';

type Share = Extract<ProposedTerm['value'], { field: 'share' }>;

/** Rules the sentences of shares amount to, for a person to look through and save; none without two known parties. */
export function rulesOf(
  terms: readonly ProposedTerm[],
  clauses: readonly Clause[],
  parties: { anchorId: number | undefined; agencyId: number | undefined },
): Rule[] {
  const { anchorId, agencyId } = parties;
  if (anchorId === undefined || agencyId === undefined) return [];
  const shares = terms.flatMap((term) =>
    term.value.field === 'share' && term.value.party !== 'platform' && term.value.of !== 'other'
      ? [{ clauseNo: clauseNoOf(term, clauses), share: term.value }]
      : [],
  );
  const ofRule = Map.groupBy(shares, ({ clauseNo, share }) => `${clauseNo} ${baseOf(share)}`);
  return [...ofRule.values()].map((own) => ({
    clauseNo: own[0]!.clauseNo,
    platform: null,
    brandId: null,
    productId: null,
    streamId: null,
    base: baseOf(own[0]!.share),
    tierOnRefund: 'frozen',
    effectiveFrom: null,
    effectiveTo: null,
    tiers: tiersOf(
      own.map(({ share }) => share),
      { anchorId, agencyId },
    ),
  }));
}

/** The number a clause has in this version, by the place of the sentence; what people would cite where it has no place. */
export function clauseNoOf(
  { start, clauseNo }: Pick<ProposedTerm, 'start' | 'clauseNo'>,
  clauses: readonly Clause[],
): string {
  const own = clauses.findLast(({ startAt }) => typeof startAt === 'number' && startAt <= start);
  return own?.clauseNo ?? clauseNo;
}

const baseOf = (share: Share): Rule['base'] => (share.of === 'sales' ? 'sales' : 'commission');

/** One tier for each span of the month's sales; who is named gets the rate, the other side what is left. */
function tiersOf(shares: readonly Share[], ids: { anchorId: number; agencyId: number }): Tier[] {
  const named = shares.some(({ party }) => party === 'anchor') ? 'anchor' : 'company';
  const [first, second] = named === 'anchor' ? [ids.anchorId, ids.agencyId] : [ids.agencyId, ids.anchorId];
  return shares
    .filter(({ party }) => party === named)
    .map(({ tier, rateBps }) => ({
      fromFen: tier?.fromFen ?? 0,
      toFen: tier?.toFen ?? null,
      parts: [
        { partyId: first, takesFrom: 'base' as const, rateBps },
        { partyId: second, takesFrom: 'base' as const, rateBps: null },
      ],
    }))
    .sort((a, b) => a.fromFen - b.fromFen);
}
