import { z } from '@hono/zod-openapi';
import { CONFIRMATION_STATES } from '../domain/dispute.ts';
import { month } from '../http/settlement-shapes.ts';

const id = z.int().positive().max(2_147_483_647);
const reason = z.object({ code: z.string(), message: z.string() }).nullable();

export const sendRequest = z.strictObject({ month });
export const sendResult = z
  .object({ month: z.string(), sent: z.int(), alreadySent: z.int() })
  .openapi('StatementsSent');

export const confirmRequest = z.strictObject({ contentSha256: z.string().regex(/^[0-9a-f]{64}$/) });

export const confirmationRecord = z
  .object({
    statementId: z.int(),
    contentSha256: z.string(),
    state: z.enum(CONFIRMATION_STATES),
    sentAt: z.string().nullable(),
    sentByName: z.string().nullable(),
    windowDays: z.int().nullable(),
    isHouseWindow: z.boolean(),
    answerUntil: z.string().nullable(),
    silence: z
      .object({ contractNo: z.string(), versionNo: z.int(), clauseNo: z.string(), clauseText: z.string() })
      .nullable(),
    answers: z.array(
      z.object({
        kind: z.enum(['confirmed', 'silence']),
        at: z.string(),
        byName: z.string().nullable(),
        contentSha256: z.string(),
      }),
    ),
    reminders: z.array(z.object({ at: z.string(), daysLeft: z.int() })),
    openDisputes: z.int(),
    heldFen: z.int(),
    paidFen: z.int(),
    livePayoutFen: z.int(),
    dueFen: z.int().openapi({ description: 'what a payout may be prepared for now' }),
    refusal: z.object({ confirm: reason, dispute: reason }),
  })
  .openapi('StatementConfirmation');

export const confirmationRow = z
  .object({
    id: z.int(),
    no: z.string(),
    anchorId: z.int(),
    anchorName: z.string(),
    month: z.string(),
    payableFen: z.int(),
    status: z.enum(['issued', 'confirmed', 'disputed']),
    state: z.enum(CONFIRMATION_STATES),
    sentAt: z.string().nullable(),
    answerUntil: z.string().nullable(),
    silenceAccepts: z.boolean(),
    answeredByName: z.string().nullable(),
    answeredAt: z.string().nullable(),
    reminders: z.int().openapi({ description: 'how many reminders the anchor had' }),
    remindedAt: z.string().nullable(),
    openDisputes: z.int(),
    heldFen: z.int(),
  })
  .openapi('StatementConfirmationRow');

export const confirmationFilter = z
  .object({
    month,
    state: z.enum(CONFIRMATION_STATES),
    anchorId: id,
    q: z.string().max(80),
    id: z.array(id).min(1).max(200),
  })
  .partial()
  .strict();

export const statementEntry = z
  .object({
    id: z.int(),
    kind: z.string(),
    concernsMonth: z.string(),
    amountFen: z.int(),
    explanation: z.object({
      zh: z.string(),
      en: z.string(),
      working: z.array(z.object({ zh: z.string(), en: z.string() })).optional(),
    }),
  })
  .openapi('StatementEntry');

export const silenceTermInput = z.strictObject({
  versionId: id,
  clauseNo: z.string().trim().min(1).max(20),
  days: z.int().min(1).max(60),
});
export const silenceTermRecord = z
  .object({
    id: z.int(),
    contractId: z.int(),
    contractNo: z.string(),
    anchorName: z.string(),
    versionId: z.int(),
    versionNo: z.int(),
    clauseNo: z.string(),
    clauseText: z.string(),
    days: z.int(),
    recordedByName: z.string(),
    recordedAt: z.string(),
    endedAt: z.string().nullable(),
  })
  .openapi('SilenceTerm');
export const silenceTermFilter = z
  .object({ contractId: id, id: z.array(id).min(1).max(200) })
  .partial()
  .strict();
