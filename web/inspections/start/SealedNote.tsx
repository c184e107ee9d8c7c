import { Alert } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { Link } from 'react-router-dom';
import type { HouseProvider } from '../../shell/data-provider.ts';
import { Refusal } from '../../shell/http.ts';

/** What the goods will be held against, or that a sample must be sealed first. */
export function SealedNote() {
  const translate = useTranslate();
  const provider = useDataProvider<HouseProvider>();
  const productId = useWatch({ name: 'productId' });
  const { data, error } = useQuery({
    queryKey: ['samples', 'in-force', productId],
    queryFn: ({ signal }) =>
      provider.ask<{ sampleId: number; batch: string; sealedOn: string }>(
        `/products/${productId}/sealed-sample`,
        undefined,
        signal,
      ),
    enabled: Boolean(productId),
    retry: false,
  });
  if (!productId || (!data && !error)) return null;
  if (!data)
    return (
      <Alert severity="warning" className="wide">
        {error instanceof Refusal && error.status === 404
          ? translate('resources.inspections.noSeal')
          : error?.message}{' '}
        <Link to="/samples">{translate('resources.inspections.toSamples')}</Link>
      </Alert>
    );
  return (
    <Alert severity="success" className="wide">
      {translate('resources.inspections.againstSeal', {
        id: data.sampleId,
        batch: data.batch,
        day: data.sealedOn,
      })}
    </Alert>
  );
}
