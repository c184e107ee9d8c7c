import type { Trx } from '../../../db/connect.ts';
import { readPaymentSettings, tiersOf } from '../../../db/queries/payment-settings.ts';
import {
  type BatchItemDue,
  type BatchItemRow,
  type BatchRow,
  listBatchItems,
  listItemFacts,
  readBatch,
} from '../../../db/queries/payout-batches.ts';
import { readStepUp } from '../../../db/queries/step-up.ts';
import type { Reason } from '../../domain/error.ts';
import { actorId } from '../../domain/identity.ts';
import {
  type BatchActor,
  type BatchFacts,
  countMissing,
  whyNotApproveBatch,
  whyNotSendBatch,
  whyNotSubmitBatch,
} from '../../domain/payments/approval.ts';
import { whyNotCancelBatch, whyNotCloseBatch, whyNotWithdrawBatch } from '../../domain/payments/batch.ts';
import { type ApprovalTier, countApproversAsked } from '../../domain/payments/tiers.ts';
import { found } from '../../http/route.ts';
import type { Actor } from '../fresh-sign-in.ts';

/** Everything a rule asks of a batch, read in one transaction. */
export interface BatchScene {
  row: BatchRow;
  facts: BatchFacts;
  dues: BatchItemDue[];
  actor: BatchActor;
  rules: { tiers: readonly ApprovalTier[]; now: string };
}

export async function readScene(trx: Trx, { identity, sessionId }: Actor, id: number): Promise<BatchScene> {
  const row = found(await readBatch(trx, id), 'batch', id);
  const dues = await listItemFacts(trx, id);
  const { stepUpAt, now } = await readStepUp(trx, sessionId);
  const facts: BatchFacts = { ...row, items: dues };
  const tiers = tiersOf(await readPaymentSettings(trx));
  return { row, facts, dues, actor: { userId: actorId(identity), stepUpAt }, rules: { tiers, now } };
}

/** A payout that became more than what is due, because a line of its statement was disputed since. */
export function whyNotDue(dues: readonly BatchItemDue[]): Reason | undefined {
  const over = dues.find(({ isWithinDue }) => !isWithinDue);
  if (!over) return undefined;
  return {
    code: 'more_than_due',
    message: `a line of the statement of ${over.anchorName} was disputed since: take the payout out and add the statement again`,
  };
}

export interface BatchWhole extends BatchRow {
  approversMissing: number;
  items: BatchItemRow[];
  refusal: Record<'submit' | 'withdraw' | 'approve' | 'file' | 'cancel' | 'close', Reason | null>;
}

/** A batch with its items and what this person may do with it now. */
export async function tellBatch(trx: Trx, actor: Actor, id: number): Promise<BatchWhole> {
  const { row, facts, dues, actor: who, rules } = await readScene(trx, actor, id);
  const items = await listBatchItems(trx, id);
  const isDraft = row.status === 'draft' || row.status === 'submitted';
  const asked = isDraft
    ? countApproversAsked(
        rules.tiers,
        dues.map(({ amountFen }) => amountFen),
      )
    : row.approversAsked;
  return {
    ...row,
    approversAsked: asked,
    approversMissing: countMissing(facts, rules.tiers),
    items,
    refusal: {
      submit: whyNotSubmitBatch(facts, who) ?? whyNotDue(dues) ?? null,
      withdraw: whyNotWithdrawBatch(row) ?? null,
      approve: whyNotApproveBatch(facts, who, rules) ?? whyNotDue(dues) ?? null,
      file: whyNotSendBatch(facts, who, rules) ?? whyNotDue(dues) ?? null,
      cancel: whyNotCancelBatch(row) ?? null,
      close: whyNotCloseBatch({ status: row.status, items }) ?? null,
    },
  };
}
