import type { Trx } from '../../db/connect.ts';
import { readToday } from '../../db/queries/anchors.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import type { Page } from '../../db/queries/page.ts';
import {
  type AdjustmentRow,
  type FineRow,
  listAdjustmentRows,
  listDealFees,
  listFineRows,
  listRecoupRows,
  type RecoupRow,
} from '../../db/queries/pay-fact-lists.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { type Action, whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';

const only = (id: number) => ({
  filter: { id: [id] },
  sort: { field: 'id', order: 'asc' as const },
  offset: 0,
  limit: 1,
});
const firstOf = async <Row>(page: Promise<Page<Row>>): Promise<Row | undefined> => (await page).rows[0];

export const readFee = async (trx: Trx, id: number) =>
  found(await firstOf(listDealFees(trx, only(id))), 'fee', id);
export const readRecoup = async (trx: Trx, id: number): Promise<RecoupRow> =>
  found(await firstOf(listRecoupRows(trx, only(id))), 'item', id);
export const readFine = async (trx: Trx, id: number): Promise<FineRow> =>
  found(await firstOf(listFineRows(trx, only(id))), 'fine', id);
export const readAdjustment = async (trx: Trx, id: number): Promise<AdjustmentRow> =>
  found(await firstOf(listAdjustmentRows(trx, only(id))), 'adjustment', id);

export interface FactChange<Row> {
  action: Action;
  entity: 'deal_fee' | 'recoup_item' | 'pay_fine' | 'pay_adjustment';
  /** Checks and writes; answers the id of what it wrote and what the history keeps. */
  write(trx: Trx, today: string): Promise<{ id: number; after: Record<string, unknown> }>;
  read(trx: Trx, id: number): Promise<Row>;
}

/** One change of a fact that a month's pay is computed from: permission, transaction, write, history, the record anew. */
export async function changeFact<Row>(
  { db }: Services,
  identity: Identity,
  { action, entity, write, read }: FactChange<Row>,
): Promise<{ row: Row; today: string }> {
  const reason = whyNot(identity.role, action);
  if (reason) throw refuse('forbidden', reason);
  if (identity.userId === null)
    throw refuse('forbidden', { code: 'needs_a_person', message: 'a person records this' });
  return inTransaction(db, identity, async (trx) => {
    const today = await readToday(trx);
    const { id, after } = await write(trx, today);
    await writeAudit(trx, identity, { action, entity, entityId: id, after });
    return { row: await read(trx, id), today };
  });
}

/** Four-eyes refusals are forbidden, everything else is a conflict with how things stand. */
export function refuseStanding(reason: { code: string; message: string } | undefined): void {
  if (reason) throw refuse(reason.code === 'four_eyes' ? 'forbidden' : 'conflict', reason);
}

export const unknownId = (field: string, message: string): DomainError =>
  new DomainError('invalid', 'unknown_id', message, { errors: { [field]: message } });
