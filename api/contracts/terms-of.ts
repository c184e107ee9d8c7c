import type { ContractVersionRecord } from '../../db/queries/contract-versions.ts';
import { DomainError, type ErrorKind } from '../domain/error.ts';
import type { PlacedReason } from '../domain/placed-reason.ts';
import type { Terms } from '../domain/terms.ts';

/** Only staff write contracts, so the record is read whole. */
export const STAFF = { seesInternals: true };

/** What a version says, without the database's ids and names: what the rules decide on and the history keeps. */
export function termsOf(version: ContractVersionRecord): Terms & { summary: string | null } {
  const { effectiveFrom, effectiveTo, summary, clauses, rules } = version;
  return {
    effectiveFrom,
    effectiveTo,
    summary,
    clauses: clauses.map(({ clauseNo, heading, body }) => ({ clauseNo, heading, body })),
    rules: rules.map((rule) => ({
      clauseNo: rule.clauseNo,
      platform: rule.platform,
      brandId: rule.brandId,
      productId: rule.productId,
      streamId: rule.streamId,
      base: rule.base,
      tierOnRefund: rule.tierOnRefund,
      effectiveFrom: rule.effectiveFrom,
      effectiveTo: rule.effectiveTo,
      tiers: rule.tiers.map(({ fromFen, toFen, parts }) => ({
        fromFen,
        toFen,
        parts: parts.map(({ partyId, takesFrom, rateBps }) => ({ partyId, takesFrom, rateBps })),
      })),
    })),
  };
}

/** Throws the reason with its place, when there is one. */
export function refusePlaced(kind: ErrorKind, reason: PlacedReason | undefined): void {
  if (reason)
    throw new DomainError(kind, reason.code, reason.message, { errors: { [reason.path]: reason.message } });
}
