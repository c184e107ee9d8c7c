import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { Link } from 'react-router-dom';
import { useSealInForce } from '../../photos/use-seal-in-force.ts';

/** What the goods will be held against, or that a sample must be sealed first. */
export function SealedNote() {
  const translate = useTranslate();
  const productId = useWatch({ name: 'productId' });
  const { data: seal, error } = useSealInForce(productId);
  if (!productId || (seal === undefined && !error)) return null;
  if (!seal)
    return (
      <Alert severity={error ? 'error' : 'warning'} className="wide">
        {error ? error.message : translate('resources.inspections.noSeal')}{' '}
        <Link to="/samples">{translate('resources.inspections.toSamples')}</Link>
      </Alert>
    );
  return (
    <Alert severity="success" className="wide">
      {translate('resources.inspections.againstSeal', {
        id: seal.sampleId,
        batch: seal.batch,
        day: seal.sealedOn,
      })}
    </Alert>
  );
}
