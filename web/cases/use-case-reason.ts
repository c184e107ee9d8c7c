import { useTranslate } from 'react-admin';
import type { Reason } from '../../api/domain/error.ts';

/**
 * A refusal in the words of a case: a code like `needs_a_person` is said of other things elsewhere. What
 * has no words here keeps the house's.
 */
export function useCaseReason(): <R extends Reason | null | undefined>(reason: R) => R {
  const translate = useTranslate();
  return (reason) => {
    if (!reason) return reason;
    const message = translate(`resources.cases.why.${reason.code}`, { _: '' });
    return message === '' ? reason : { ...reason, code: `case_${reason.code}`, message };
  };
}
