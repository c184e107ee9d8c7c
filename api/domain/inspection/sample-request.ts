import { dayAfter } from '../day.ts';
import type { Reason } from '../error.ts';
import type { SampleStage } from './sample-life.ts';

/** Days in which one anchor asks for one product once. */
export const DUPLICATE_DAYS = 7;
/** What holds where the agency has said nothing of its own: samples open at once, days of a loan. */
export const HOUSE_QUOTA = 5;
export const HOUSE_LOAN_DAYS = 15;

export interface SampleRequest {
  anchorId: number;
  productId: number;
  /** `2026-05-01` */
  requestedOn: string;
}

export interface RequestFacts {
  /** Of the same anchor, any time. */
  earlier: readonly (SampleRequest & { stage: SampleStage })[];
  /** Requests the anchor may have in hand or on the way at once; this agency's setting. */
  quota: number;
  isAnchorActive: boolean;
  /** The product is in a deal that is not over. */
  isProductOffered: boolean;
  /** Samples of the anchor that should have been back. */
  overdue: number;
}

/** Why this sample cannot be asked for: eligibility first, then the quota, then the seven days. */
export function whyNotRequestSample(request: SampleRequest, facts: RequestFacts): Reason | undefined {
  if (!facts.isAnchorActive) return say('anchor_not_active', 'the anchor is not active');
  if (!facts.isProductOffered) return say('product_not_offered', 'no deal of now offers this product');
  if (facts.overdue > 0)
    return say('samples_overdue', `${facts.overdue} samples of the anchor are overdue: return them first`);
  const open = facts.earlier.filter(({ stage }) => !CLOSED.includes(stage)).length;
  if (open >= facts.quota)
    return say('quota_reached', `the anchor has ${open} samples open and may have ${facts.quota}`);
  const twin = facts.earlier.find(
    (one) =>
      one.anchorId === request.anchorId &&
      one.productId === request.productId &&
      one.stage !== 'declined' &&
      request.requestedOn < addDays(one.requestedOn, DUPLICATE_DAYS) &&
      one.requestedOn <= request.requestedOn,
  );
  return twin
    ? say('asked_already', `this product was asked for on ${twin.requestedOn}: wait ${DUPLICATE_DAYS} days`)
    : undefined;
}

export interface LoanFacts {
  stage: SampleStage;
  /** Null until it is in hand: the days count from receipt, not from sending. */
  receivedOn: string | null;
  /** Whether it has to go back at all. */
  isLoan: boolean;
  loanDays: number;
  extensionDays: readonly number[];
}

/** The last day of a loan with its extensions; undefined for a sample that is not on loan or not in hand. */
export function dueOn(loan: LoanFacts): string | undefined {
  if (!loan.isLoan || loan.receivedOn === null || !['received', 'sealed', 'kept'].includes(loan.stage))
    return undefined;
  return addDays(
    loan.receivedOn,
    loan.extensionDays.reduce((sum, days) => sum + days, loan.loanDays),
  );
}

export function isOverdue(loan: LoanFacts, today: string): boolean {
  const due = dueOn(loan);
  return due !== undefined && today > due;
}

/** Valuable samples may stay longer, asked for while there is time, by up to the days of the loan itself. */
export function whyNotExtend(
  loan: LoanFacts & { isValuable: boolean },
  days: number,
  today: string,
): Reason | undefined {
  const due = dueOn(loan);
  if (due === undefined) return say('not_on_loan', 'this sample is not on loan');
  if (!loan.isValuable) return say('not_valuable', 'only a valuable sample is lent for longer');
  if (today > due) return say('loan_overdue', `this sample was due on ${due}: it goes back`);
  return Number.isSafeInteger(days) && days >= 1 && days <= loan.loanDays
    ? undefined
    : say('bad_day_count', `extend by 1 to ${loan.loanDays} days, not ${days}`);
}

const CLOSED: readonly SampleStage[] = ['declined', 'returned', 'converted', 'lost'];

const say = (code: string, message: string): Reason => ({ code, message });

function addDays(day: string, days: number): string {
  let later = day;
  for (let count = 0; count < days; count++) later = dayAfter(later);
  return later;
}
