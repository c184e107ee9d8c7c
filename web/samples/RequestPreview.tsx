import { Alert } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { Reason } from '../../api/domain/error.ts';
import { useReasonText } from '../fields/ReasonButton.tsx';
import type { HouseProvider } from '../shell/data-provider.ts';

interface Preview {
  refusal: Reason | null;
  open: number;
  quota: number;
  overdue: number;
}

/** Whether it may be asked for, said while the form is filled in; `refused` holds the reason for the form to refuse. */
export function RequestPreview({
  refused,
  isOwn,
}: {
  refused: RefObject<string | undefined>;
  isOwn?: boolean;
}) {
  const translate = useTranslate();
  const provider = useDataProvider<HouseProvider>();
  const [productId, anchorId, isForAgency] = useWatch({ name: ['productId', 'anchorId', 'isForAgency'] });
  const isAsked = Boolean(productId) && (isOwn || (Boolean(anchorId) && !isForAgency));
  const { data } = useQuery({
    queryKey: ['samples', 'preview', productId, anchorId],
    queryFn: () =>
      provider.send<Preview>('POST', '/samples/preview', isOwn ? { productId } : { productId, anchorId }),
    enabled: isAsked,
    retry: false,
    gcTime: 0,
  });
  const shown = isAsked ? data : undefined;
  const reason = useReasonText(shown?.refusal ?? undefined);
  useEffect(() => {
    refused.current = reason;
  }, [refused, reason]);
  if (!shown) return null;
  const counts = translate('resources.samples.openOf', { open: shown.open, quota: shown.quota });
  return (
    <Alert severity={reason ? 'warning' : 'success'} className="wide" sx={{ mb: 1 }}>
      {reason ? `${reason}。${counts}` : translate('resources.samples.mayAsk', { counts })}
    </Alert>
  );
}
