import { sql } from 'kysely';
import { type HeldGroup, sayClawback, sayHold, sayRelease } from '../../api/domain/hold/hold-words.ts';
import type { Month } from '../../api/domain/month.ts';
import type { Trx } from '../connect.ts';
import { type NewPayEntry, postingMonth, postPayEntries } from './pay-entries.ts';

export type MovementKind = 'hold' | 'release' | 'clawback';

/** Parts of one hold, one party and one month, moved together. */
export interface HeldGroupRow {
  holdId: number;
  partyId: number;
  anchorId: number | null;
  concernsMonth: Month;
  /** Of the parts; what refunds took off counts against it. */
  amountFen: number;
  givenFen: number;
  takenFen: number;
  orders: number;
  parts: number;
}

/** How a movement reads in the books: a hold takes from the party what a release gives back. */
const MOVEMENTS = {
  hold: { kind: 'case_hold', counter: 'held', sign: -1, say: sayHold },
  release: { kind: 'case_release', counter: 'held', sign: 1, say: sayRelease },
  clawback: { kind: 'case_clawback', counter: 'agency', sign: -1, say: sayClawback },
} as const;

/**
 * Posts one entry for each group that comes to something and keeps the movement; answers the movements' ids. An entry
 * stands in the month it concerns while that is open, else in the first open one.
 */
export async function postGroups(
  trx: Trx,
  movement: MovementKind,
  groups: readonly HeldGroupRow[],
  occasion: string,
  createdBy: string | null,
): Promise<number[]> {
  const cases = await readCases(trx, [...new Set(groups.map((group) => group.holdId))]);
  const months = new Map<Month, Month>();
  for (const { concernsMonth } of groups)
    if (!months.has(concernsMonth)) months.set(concernsMonth, await postingMonth(trx, concernsMonth));
  const moved = groups.map((group) => {
    const { caseId, caseNo, productName } = cases.get(group.holdId)!;
    const sourceKey = `case:${caseId}:hold:${group.holdId}:${movement}:${occasion}:party:${group.partyId}:${group.concernsMonth}`;
    return { ...group, caseId, caseNo, productName, sourceKey, month: months.get(group.concernsMonth)! };
  });
  const entries = await postPayEntries(
    trx,
    moved.filter((one) => one.amountFen !== 0).map((one) => toEntry(movement, one)),
    createdBy,
  );
  const entryIds = new Map(entries.map((entry) => [entry.sourceKey, entry.id]));
  const { rows } = await sql<{ id: number }>`
    insert into case_hold_posting (hold_id, kind, party_id, anchor_id, concerns_month, month, amount_fen, entry_id, source_key)
    select g.hold_id, ${movement}, g.party_id, g.anchor_id, g.concerns_month, g.month, g.amount_fen, g.entry_id, g.source_key
      from jsonb_to_recordset(${JSON.stringify(moved.map((one) => toRow(one, entryIds)))}::jsonb)
        as g(hold_id int, party_id int, anchor_id int, concerns_month text, month text, amount_fen bigint, entry_id bigint, source_key text)
    returning id`.execute(trx);
  return rows.map((row) => row.id);
}

type Moved = HeldGroupRow & {
  caseId: number;
  caseNo: string;
  productName: string;
  sourceKey: string;
  month: Month;
};

function toEntry(movement: MovementKind, moved: Moved): NewPayEntry {
  const { kind, counter, sign, say } = MOVEMENTS[movement];
  const { partyId, month, concernsMonth, amountFen, sourceKey, caseId, holdId } = moved;
  return {
    ...{ partyId, month, concernsMonth, kind, counter, sourceKey },
    amountFen: sign * amountFen,
    reversesId: null,
    explanation: say(moved satisfies HeldGroup),
    details: { caseId, holdId },
  };
}

const toRow = (moved: Moved, entryIds: ReadonlyMap<string, number>) => ({
  hold_id: moved.holdId,
  party_id: moved.partyId,
  anchor_id: moved.anchorId,
  concerns_month: moved.concernsMonth,
  month: moved.month,
  amount_fen: moved.amountFen,
  entry_id: entryIds.get(moved.sourceKey) ?? null,
  source_key: moved.sourceKey,
});

async function readCases(
  trx: Trx,
  holdIds: readonly number[],
): Promise<Map<number, { caseId: number; caseNo: string; productName: string }>> {
  const rows = await trx
    .selectFrom('case_hold as h')
    .innerJoin('substitution_case as c', 'c.id', 'h.case_id')
    .innerJoin('product as p', 'p.id', 'h.product_id')
    .select(['h.id as holdId', 'c.id as caseId', 'c.no as caseNo', 'p.name as productName'])
    .where('h.id', 'in', holdIds)
    .execute();
  return new Map(rows.map(({ holdId, ...row }) => [holdId, row]));
}
