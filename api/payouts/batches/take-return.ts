import { readFile } from 'node:fs/promises';
import type { Trx } from '../../../db/connect.ts';
import { findReturnOf, insertBankReturn, listBankReturns } from '../../../db/queries/bank-returns.ts';
import { readPaymentSettings } from '../../../db/queries/payment-settings.ts';
import { type ItemMove, moveBatch, moveItem } from '../../../db/queries/payout-batch-steps.ts';
import { type BatchItemRow, listBatchItems } from '../../../db/queries/payout-batches.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { HOUSE_RETURN_MAPPING } from '../../bank-files/house-return-mapping.ts';
import { type ReturnFile, readReturnFile } from '../../bank-files/read-return.ts';
import type { ReturnMapping } from '../../bank-files/read-return-csv.ts';
import { DomainError } from '../../domain/error.ts';
import { actorId } from '../../domain/identity.ts';
import { batchStatusAfterReturn } from '../../domain/payments/batch.ts';
import { matchReturn, type ReturnMatch } from '../../domain/payments/match-return.ts';
import { sealBytes } from '../../files/seal.ts';
import type { Services } from '../../http/context.ts';
import type { Upload } from '../../http/uploads/receive-upload.ts';
import type { Actor } from '../fresh-sign-in.ts';
import { lostBatchRace, refuseRole, takeStep } from './batch-step.ts';
import { payItem } from './pay-item.ts';
import { type BatchScene, type BatchWhole, readScene } from './tell-batch.ts';
import { type ToldMatch, tellMatch } from './tell-match.ts';

type Doors = Pick<Services, 'db' | 'sealKey'>;

export interface TakenReturn {
  returnId: number;
  match: ToldMatch;
  batch: BatchWhole;
}

/** What a return file would do, with nothing kept. Refused like `takeReturn`. */
export async function previewReturn(
  { db }: Doors,
  actor: Actor,
  id: number,
  upload: Upload,
): Promise<ToldMatch> {
  refuseRole(actor, 'payout-batches.return');
  return inTransaction(db, actor.identity, async (trx) => {
    const read = await matchFile(trx, await readScene(trx, actor, id), upload);
    return tellMatch(read.file, read.match, read.items);
  });
}

/**
 * Takes what the bank answered: paid payouts are paid in the books, failed ones say why, unknown ones wait.
 * Refused (409): `batch_not_filed`, `same_file`, `other_batch`; and what the readers of files refuse (422).
 */
export async function takeReturn(
  { db, sealKey }: Doors,
  actor: Actor,
  id: number,
  upload: Upload,
): Promise<TakenReturn> {
  const bytes = await readFile(upload.path);
  const taken = { returnId: 0, match: {} as ToldMatch };
  const batch = await takeStep(db, actor, id, 'payout-batches.return', async (trx, scene) => {
    const { file, match, items } = await matchFile(trx, scene, upload);
    const { sha256, format } = file;
    taken.match = tellMatch(file, match, items);
    taken.returnId = await insertBankReturn(trx, {
      ...{ batchId: id, fileName: upload.name, format, sha256, match: taken.match },
      sealed: sealBytes(sealKey, `bank_return|${sha256}`, bytes),
      uploadedBy: actorId(actor.identity)!,
    });
    await applyMatch(trx, actor, match, items);
    await followItems(trx, id);
    const { paid, failed, unknown } = match;
    return {
      action: 'payout-batches.return',
      after: { sha256, paid: paid.length, failed: failed.length, unknown: unknown.length },
    };
  });
  return { ...taken, batch };
}

interface MatchedFile {
  file: ReturnFile;
  match: ReturnMatch;
  items: BatchItemRow[];
}

async function matchFile(trx: Trx, { row }: BatchScene, { path }: Upload): Promise<MatchedFile> {
  if (!['filed', 'partly_returned', 'closed'].includes(row.status))
    throw new DomainError(
      'conflict',
      'batch_not_filed',
      `this batch is ${row.status}: nothing of it is at the bank`,
    );
  const { returnMapping } = await readPaymentSettings(trx);
  const mapping = (returnMapping as ReturnMapping | null) ?? HOUSE_RETURN_MAPPING;
  const file = await readReturnFile(path, mapping);
  const taken = await findReturnOf(trx, file.sha256);
  if (taken)
    throw new DomainError('conflict', 'same_file', `batch ${taken.batchNo} took this very file already`);
  const items = await listBatchItems(trx, row.id);
  const match = matchReturn(file, {
    messageId: row.no,
    items: items.map((item) => ({ ...item, itemId: item.id })),
    filesTaken: (await listBankReturns(trx, row.id)).map(({ sha256 }) => sha256),
  });
  const isOfAnother = file.originalMessageId !== null && file.originalMessageId !== row.no;
  if (isOfAnother || (file.rows.length > 0 && match.strangers.length === file.rows.length))
    throw new DomainError(
      'conflict',
      'other_batch',
      `nothing in this file is about batch ${row.no}: take it under the batch it belongs to`,
    );
  return { file, match, items };
}

async function applyMatch(
  trx: Trx,
  actor: Actor,
  { paid, failed, unknown }: ReturnMatch,
  items: readonly BatchItemRow[],
): Promise<void> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const move = async (itemId: number, to: ItemMove): Promise<BatchItemRow> => {
    const item = byId.get(itemId)!;
    if (!(await moveItem(trx, itemId, item.status, to))) throw lostBatchRace();
    return item;
  };
  for (const { item, row } of paid) {
    const bankReference = row?.bankReference ?? item.endToEndId;
    const { payoutId } = await move(item.itemId, { status: 'paid', bankReference, paidOn: row?.paidOn });
    await payItem(trx, actor, payoutId, bankReference);
  }
  for (const { item, reason, row } of failed)
    await move(item.itemId, {
      status: 'failed',
      reasonCode: reason.code || null,
      reasonText: reason.text || reason.code || row?.statusWord || 'refused by the bank',
      bankReference: row?.bankReference,
    });
  for (const { item } of unknown)
    if (byId.get(item.itemId)!.status !== 'unknown') await move(item.itemId, { status: 'unknown' });
}

/** The batch is what its items are. */
export async function followItems(trx: Trx, batchId: number): Promise<void> {
  const items = await listBatchItems(trx, batchId);
  const status = batchStatusAfterReturn(items.map((item) => item.status));
  if (status === 'closed') await moveBatch(trx, batchId, ['filed', 'partly_returned'], { status });
  if (status === 'partly_returned') await moveBatch(trx, batchId, ['filed'], { status });
}
