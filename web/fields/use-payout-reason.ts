import { useTranslate } from 'react-admin';
import type { Reason } from '../../api/domain/error.ts';

/** A reason of `api/domain/payout.ts` in the user's language. */
export function usePayoutReason(): (reason: Reason | undefined) => string | undefined {
  const translate = useTranslate();
  return (reason) => reason && translate(`resources.payouts.reason.${reason.code}`, { _: reason.message });
}
