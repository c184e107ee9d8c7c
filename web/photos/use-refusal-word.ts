import { useTranslate } from 'react-admin';
import type { RefusalBody } from '../shell/http.ts';

/** Why a photo was not taken, in the user's language, naming what it shows already. */
export function useRefusalWord(): (refusal: RefusalBody) => string {
  const translate = useTranslate();
  return ({ code, message, details, requestId }) => {
    const unitNo = details?.unitNo;
    if (code === 'photo_used')
      return typeof unitNo === 'number'
        ? translate('resources.photos.usedForUnit', { no: unitNo })
        : translate('resources.photos.usedForSample');
    return translate(`resources.photos.refusal.${code}`, {
      _: translate(`house.problem.${code}`, { _: message, requestId: requestId ?? '—' }),
    });
  };
}
