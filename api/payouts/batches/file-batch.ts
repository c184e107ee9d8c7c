import type { Trx } from '../../../db/connect.ts';
import { writeAudit } from '../../../db/queries/audit.ts';
import { type PaymentSettings, readPaymentSettings } from '../../../db/queries/payment-settings.ts';
import {
  insertPayoutFile,
  listPayingAccounts,
  moveAllItems,
  moveBatch,
  readChinaNow,
  readPayoutFile,
} from '../../../db/queries/payout-batch-steps.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { type CsvTemplate, HOUSE_TEMPLATE } from '../../bank-files/csv.ts';
import { type BankFileFormat, writeBankFile } from '../../bank-files/write-bank-file.ts';
import { DomainError } from '../../domain/error.ts';
import { actorId } from '../../domain/identity.ts';
import { whyNotSendBatch } from '../../domain/payments/approval.ts';
import { HOUSE_BANK_RULES } from '../../domain/payments/bank-rules.ts';
import type { PaymentFile } from '../../domain/payments/payment-file.ts';
import { openBankAccount, openBytes, openText, sealBytes } from '../../files/seal.ts';
import type { Services } from '../../http/context.ts';
import { found } from '../../http/route.ts';
import type { Actor } from '../fresh-sign-in.ts';
import { lostBatchRace, refuseFor, refuseRole, takeStep } from './batch-step.ts';
import { type BatchScene, type BatchWhole, whyNotDue } from './tell-batch.ts';

export const DEBTOR_PLACE = 'payment_setting|debtor_account';
const placeOfFile = (messageId: string): string => `payout_file|${messageId}`;

/**
 * Approved → filed: the bank file is written once, frozen by its hash and kept sealed. Refused: 403 `step_up_needed`; 409
 * `batch_not_approved`, `more_approvers_needed`, `payee_changed`, `no_payee`, `more_than_due`, `no_debtor`; 422 `bank_file_problems`.
 */
export function fileBatch(
  { db, sealKey }: Pick<Services, 'db' | 'sealKey'>,
  actor: Actor,
  id: number,
  format: 'csv' | 'pain001',
): Promise<BatchWhole> {
  return takeStep(db, actor, id, 'payout-batches.file', async (trx, scene) => {
    refuseFor(whyNotSendBatch(scene.facts, scene.actor, scene.rules) ?? whyNotDue(scene.dues), scene);
    const settings = await readPaymentSettings(trx);
    const file = await gatherFile(trx, scene, settings, sealKey);
    const { itemCount, totalFen } = scene.row;
    const approved = { itemCount, totalFen };
    const { bytes, sha256, fileName } = writeBankFile(
      file,
      formatOf(format, settings),
      HOUSE_BANK_RULES,
      approved,
    );
    const { messageId } = file;
    await insertPayoutFile(trx, {
      ...{ batchId: id, format, fileName, messageId, sha256, sizeBytes: bytes.length },
      sealed: sealBytes(sealKey, placeOfFile(messageId), bytes),
      filedBy: actorId(actor.identity)!,
    });
    if (!(await moveBatch(trx, id, ['approved'], { status: 'filed' }))) throw lostBatchRace();
    await moveAllItems(trx, id, 'pending', 'in_file');
    return { action: 'payout-batches.file', after: { status: 'filed', format, sha256, itemCount, totalFen } };
  });
}

/** The file as it was frozen; every look at it is written down, for it holds whole bank numbers. */
export async function downloadFile(
  { db, sealKey }: Pick<Services, 'db' | 'sealKey'>,
  actor: Actor,
  id: number,
): Promise<{ bytes: Buffer<ArrayBuffer>; fileName: string; sha256: string }> {
  refuseRole(actor, 'payout-batches.file');
  return inTransaction(db, actor.identity, async (trx) => {
    const file = found(await readPayoutFile(trx, id), 'bank file of batch', id);
    await writeAudit(trx, actor.identity, {
      action: 'payout-batches.download',
      entity: 'payout_batch',
      entityId: id,
      after: { sha256: file.sha256 },
    });
    const { fileName, sha256 } = file;
    return { bytes: openBytes(sealKey, placeOfFile(file.messageId), file.sealed), fileName, sha256 };
  });
}

const formatOf = (format: 'csv' | 'pain001', { csvTemplate }: PaymentSettings): BankFileFormat =>
  format === 'pain001'
    ? { kind: 'pain.001' }
    : { kind: 'csv', template: (csvTemplate as CsvTemplate | null) ?? HOUSE_TEMPLATE };

async function gatherFile(
  trx: Trx,
  { row }: BatchScene,
  { debtor, debtorAccountSealed, chargeBearer }: PaymentSettings,
  sealKey: Buffer,
): Promise<PaymentFile> {
  if (debtor === null || debtorAccountSealed === null)
    throw new DomainError(
      'conflict',
      'no_debtor',
      'nobody has said which account of the agency pays: an admin sets it under payment settings',
    );
  const accounts = await listPayingAccounts(trx, row.id);
  return {
    messageId: row.no,
    createdAt: await readChinaNow(trx),
    executeOn: row.executeOn,
    debtor: {
      name: debtor.name,
      account: openText(sealKey, DEBTOR_PLACE, debtorAccountSealed),
      bankName: debtor.bankName,
      cnaps: debtor.cnaps,
    },
    chargeBearer,
    items: accounts.map(
      ({ endToEndId, amountFen, anchorId, accountName, bankName, bankAccountSealed, month }) => ({
        endToEndId,
        amountFen,
        creditor: {
          name: accountName,
          account: openBankAccount(sealKey, anchorId, bankAccountSealed),
          bankName,
          cnaps: null,
        },
        purpose: `${month} 分成`,
      }),
    ),
    itemCount: row.itemCount,
    totalFen: row.totalFen,
  };
}
