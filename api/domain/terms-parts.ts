import { formatRate } from './money.ts';
import { type PlacedReason, placed } from './placed-reason.ts';

/** One party's part of the waterfall, in its place; `rateBps: null` receives the rest, the residual fen included. */
export interface TermsPart {
  partyId: number;
  /** `base`: a share of the whole; `rest`: a share of what the parts before it left. */
  takesFrom: 'base' | 'rest';
  rateBps: number | null;
}

/** As many as a settlement line has room for. */
const PARTS_MAX = 16;
const WHOLE_BPS = 10_000;

/** Why a tier's parts cannot divide every base to the last fen; undefined when they can. */
export function whyNotParts(
  parts: readonly TermsPart[],
  path: string,
  anchorPartyId: number,
): PlacedReason | undefined {
  if (parts.length > PARTS_MAX)
    return placed(path, 'too_many_parties', `at most ${PARTS_MAX} parties share a base`);
  if (parts.filter((part) => part.rateBps === null).length !== 1) {
    return placed(path, 'no_residual', 'exactly one part receives the rest: it has no rate');
  }
  if (!parts.some((part) => part.partyId === anchorPartyId)) {
    return placed(path, 'anchor_has_no_part', "the contract's anchor has no part");
  }
  const ofBase = parts.reduce((sum, part) => sum + (part.takesFrom === 'base' ? (part.rateBps ?? 0) : 0), 0);
  if (ofBase > WHOLE_BPS) {
    return placed(path, 'rates_exceed_base', `the parts of the base add up to ${formatRate(ofBase)}`);
  }
  const short = placeWhereNothingIsLeft(parts);
  if (short !== undefined) {
    return placed(`${path}.parts.${short}`, 'rates_exceed_base', 'takes more than the parts before it left');
  }
  return undefined;
}

/**
 * Walks the waterfall with the whole as 1, exactly: what is left after part k is a fraction over 10,000^k. A part of
 * the base that comes after parts of the rest may find too little even where the rates of the base fit.
 */
function placeWhereNothingIsLeft(parts: readonly TermsPart[]): number | undefined {
  let left = 1n;
  let whole = 1n;
  for (const [at, part] of parts.entries()) {
    const rate = BigInt(part.rateBps ?? 0);
    left = part.takesFrom === 'base' ? left * 10_000n - whole * rate : left * (10_000n - rate);
    whole *= 10_000n;
    if (left < 0n) return at;
  }
  return undefined;
}
