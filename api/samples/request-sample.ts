import type { Trx } from '../../db/connect.ts';
import { readToday } from '../../db/queries/anchors.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { readProduct } from '../../db/queries/products.ts';
import {
  insertSample,
  insertStep,
  lockRequests,
  readSampleSettings,
  surveyRequest,
} from '../../db/queries/samples.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, type Reason, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { HOUSE_LOAN_DAYS, HOUSE_QUOTA, whyNotRequestSample } from '../domain/inspection/sample-request.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import type { SampleCreate } from './samples.schema.ts';
import { type SampleRecord, showSample } from './show-sample.ts';
import { unknownField } from './unknown-field.ts';

/**
 * Asks for a sample: an anchor for itself, the office for an anchor or, without a quota, for itself. Throws the reasons
 * of `whyNotRequestSample` as conflicts.
 */
export async function requestSample(
  { db }: Services,
  identity: Identity,
  input: SampleCreate,
): Promise<SampleRecord> {
  const reason = whyNot(identity.role, 'samples.request');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const values = termsOf(identity, input);
    if (!(await readProduct(trx, input.productId))) throw unknownField('productId');
    if (values.anchorId !== null) {
      await lockRequests(trx, values.anchorId);
      const { refusal } = await weighRequest(trx, values.anchorId, input.productId);
      if (refusal) throw refuse('conflict', refusal);
    }
    const { loanDays } = await readSampleSettings(trx);
    const on = requestedOn(await readToday(trx), input.requestedOn);
    const by = actorId(identity);
    const days = values.loanDays ?? loanDays ?? HOUSE_LOAN_DAYS;
    const id = await insertSample(trx, { ...values, loanDays: days }, { by, on });
    const note = values.purpose ?? undefined;
    await insertStep(trx, {
      sampleId: id,
      step: 'request',
      fromStage: null,
      toStage: 'requested',
      note,
      actorId: by,
    });
    await writeAudit(trx, identity, {
      action: 'samples.request',
      entity: 'sample',
      entityId: id,
      after: values,
    });
    return showSample(trx, id, identity);
  });
}

export interface WeighedRequest {
  refusal: Reason | null;
  open: number;
  quota: number;
  overdue: number;
}

/** Whether this anchor may ask for this product now, and how far the quota is used. */
export async function weighRequest(trx: Trx, anchorId: number, productId: number): Promise<WeighedRequest> {
  const survey = await surveyRequest(trx, anchorId, productId);
  if (survey.anchorStatus === undefined) throw unknownField('anchorId');
  const quota = (await readSampleSettings(trx)).quota ?? HOUSE_QUOTA;
  const refusal = whyNotRequestSample(
    { anchorId, productId, requestedOn: survey.today },
    { ...survey, quota, isAnchorActive: survey.anchorStatus === 'active' },
  );
  const open = survey.earlier.filter(
    ({ stage }) => !['declined', 'returned', 'converted', 'lost'].includes(stage),
  ).length;
  return { refusal: refusal ?? null, open, quota, overdue: survey.overdue };
}

/** A sample that was there before it was written down keeps its own day. */
function requestedOn(today: string, day: string = today): string {
  if (day <= today) return day;
  const message = `asked for today (${today}) at the latest`;
  throw new DomainError('invalid', 'bad_day', message, { errors: { requestedOn: message } });
}

/** An anchor asks for a loan to the house's terms; what the office may say beside that is refused, not ignored. */
function termsOf(identity: Identity, input: SampleCreate) {
  const { productId, pieces, purpose = null } = input;
  if (identity.role !== 'anchor')
    return {
      productId,
      pieces,
      purpose,
      anchorId: input.anchorId ?? null,
      isLoan: input.isLoan ?? true,
      loanDays: input.loanDays,
      isValuable: input.isValuable ?? false,
      valueFen: input.valueFen ?? null,
    };
  const { anchorId, isLoan, loanDays, isValuable, valueFen, requestedOn: on } = input;
  if ([isLoan, loanDays, isValuable, valueFen, on].some((one) => one !== undefined && one !== null))
    throw new DomainError(
      'forbidden',
      'terms_are_the_offices',
      'the office says for how long a sample is lent',
    );
  if (anchorId !== undefined && anchorId !== null && anchorId !== identity.anchorId)
    throw unknownField('anchorId');
  return {
    ...{ productId, pieces, purpose, anchorId: identity.anchorId },
    ...{ isLoan: true, loanDays: undefined, isValuable: false, valueFen: null },
  };
}
