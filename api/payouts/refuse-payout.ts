import type { PayoutRow } from '../../db/queries/payouts.ts';
import { DomainError, type Reason } from '../domain/error.ts';

/** 403 for the wrong person, 409 for the wrong moment; both carry the record as it is now. */
export function refusePayout(reason: Reason, current: PayoutRow | undefined): DomainError {
  const kind = WRONG_PERSON.has(reason.code) ? 'forbidden' : 'conflict';
  return new DomainError(kind, reason.code, reason.message, {
    details: current === undefined ? undefined : { current },
  });
}

/** The guarded update found another status: somebody was faster than whoever looked before it. */
export const lostRace = (current: PayoutRow | undefined): DomainError =>
  refusePayout(
    {
      code: 'changed_meanwhile',
      message: `somebody else was faster: this payout is ${current?.status ?? 'gone'}`,
    },
    current,
  );

const WRONG_PERSON = new Set(['four_eyes', 'needs_a_person']);
