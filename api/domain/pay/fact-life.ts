import type { Reason } from '../error.ts';
import { addDays } from './calendar.ts';
import { HOUSE_DEFAULTS } from './component.ts';

/** Who wants to; null for a process, which is no person. */
export interface FactActor {
  userId: string | null;
}

/** Something one person asked for and another approves: an advance or cost to take back, an adjustment. */
export interface Requested {
  requestedBy: string;
  /** Whoever approved or declined it. */
  decidedBy: string | null;
}

/** Four eyes: another person, once. */
export function whyNotApproveRequest(
  { requestedBy, decidedBy }: Requested,
  { userId }: FactActor,
): Reason | undefined {
  if (userId === null) return NO_PERSON;
  if (decidedBy !== null) return say('decided_already', 'this was decided already');
  return userId === requestedBy ? say('four_eyes', 'whoever asked for it cannot approve it') : undefined;
}

export interface FineStanding {
  proposedBy: string;
  /** A day; null until the anchor was told. */
  notifiedOn: string | null;
  /** Days the contract gives; null takes the house default. */
  noticeDays: number | null;
  objection: 'none' | 'open' | 'upheld' | 'rejected';
  /** An entry stands on it. */
  isTaken: boolean;
}

/** The last day an objection is taken; undefined until the anchor was told. */
export const objectUntil = ({ notifiedOn, noticeDays }: FineStanding): string | undefined =>
  notifiedOn === null ? undefined : addDays(notifiedOn, noticeDays ?? HOUSE_DEFAULTS.fineNoticeDays);

export function whyNotNotifyFine({ notifiedOn }: FineStanding): Reason | undefined {
  return notifiedOn === null ? undefined : say('notified_already', `the anchor was told on ${notifiedOn}`);
}

export function whyNotObjectToFine(fine: FineStanding, today: string): Reason | undefined {
  const until = objectUntil(fine);
  if (until === undefined) return say('not_notified', 'there is nothing to object to yet');
  if (fine.objection !== 'none') return say('objected_already', 'you objected to this already');
  if (fine.isTaken)
    return say('fine_taken', 'this fine was taken already: dispute the line of the statement');
  return today > until ? say('window_closed', `objections were taken until ${until}`) : undefined;
}

export function whyNotDecideFine(fine: FineStanding, { userId }: FactActor): Reason | undefined {
  if (userId === null) return NO_PERSON;
  if (fine.objection !== 'open') return say('no_objection', 'there is no objection to decide');
  return userId === fine.proposedBy
    ? say('four_eyes', 'whoever proposed the fine does not decide the objection')
    : undefined;
}

const say = (code: string, message: string): Reason => ({ code, message });
const NO_PERSON = say('needs_a_person', 'a person decides this');
