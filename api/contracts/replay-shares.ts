import type { Trx } from '../../db/connect.ts';
import type { ContractVersionRecord } from '../../db/queries/contract-versions.ts';
import { type ContractRecord, readAnchorPartyId } from '../../db/queries/contracts.ts';
import { readSettleableLines } from '../../db/queries/settlement-oracle.ts';
import type { SettledMonth } from '../domain/contract-figures-shape.ts';
import { plainShareRule, type ShareReplay } from '../domain/contract-figures-share.ts';
import { bps, fen } from '../domain/money.ts';
import type { ShareRule } from '../domain/settlement.ts';

const MONTHS = 3;

/**
 * The last settled months, to be settled once more: by the terms in force, by this version where it is another one, and by
 * the rate the reader asks for. Undefined parts are said to be missing. For staff: an anchor sees the own part of a split.
 */
export async function gatherReplay(
  trx: Trx,
  contract: ContractRecord,
  versionId: number,
  { months, fairBps }: { months: readonly SettledMonth[]; fairBps: number | undefined },
): Promise<ShareReplay | null> {
  const { anchorId, versions } = contract;
  const anchorPartyId = await readAnchorPartyId(trx, anchorId);
  if (anchorPartyId === undefined) return null;
  const shown = versions.find(({ id }) => id === versionId)!;
  const inForce = versions.find(({ status }) => status === 'active') ?? shown;
  const lines: ShareReplay['months'][number][] = [];
  for (const { month } of months.slice(0, MONTHS))
    lines.push({ month, lines: await readSettleableLines(trx, month, anchorId) });
  return {
    anchorPartyId,
    months: lines,
    thisTerm: rulesOf(inForce, anchorId),
    fairTerm: fairBps === undefined ? null : [askedRule(anchorId, anchorPartyId, fairBps)],
    counterOffer: inForce.id === shown.id ? null : rulesOf(shown, anchorId),
  };
}

/** The rules of a version as if they had always been in force: what they would have come to. */
export const rulesOf = ({ rules }: ContractVersionRecord, anchorId: number): ShareRule[] =>
  rules.map(({ id, platform, brandId, productId, streamId, base, tierOnRefund, tiers }) => ({
    id,
    anchorId,
    platform,
    brandId,
    productId,
    streamId,
    base,
    tierOnRefund,
    effectiveFrom: Number.MIN_SAFE_INTEGER,
    effectiveTo: null,
    tiers: tiers.map((tier) => ({
      id: tier.id,
      fromFen: fen(tier.fromFen),
      toFen: tier.toFen === null ? null : fen(tier.toFen),
      parts: tier.parts.map(({ partyId, takesFrom, rateBps }) => ({
        partyId,
        takesFrom,
        rateBps: rateBps === null ? null : bps(rateBps),
      })),
    })),
  }));

/** One rate of the commission for everything; who gets the rest makes no difference to the anchor. */
const askedRule = (anchorId: number, anchorPartyId: number, fairBps: number): ShareRule =>
  plainShareRule({
    anchorId,
    anchorPartyId,
    companyPartyId: 0,
    platform: null,
    base: 'commission',
    tiers: [{ fromFen: fen(0), toFen: null, anchorBps: bps(fairBps) }],
  });
