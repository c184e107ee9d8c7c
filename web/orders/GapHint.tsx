import GapIcon from '@mui/icons-material/LinkOff';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useGaps } from './use-gaps.ts';

/** How many ids of the files nobody is known by, and the way to name them; nothing when all are known. */
export function GapHint() {
  const translate = useTranslate();
  const { data } = useGaps();
  if (!data || data.length === 0) return null;
  return (
    <Button component={Link} to="/orders/gaps" color="inherit" startIcon={<GapIcon color="warning" />}>
      {translate('resources.orders.gap.count', { count: data.length })}
    </Button>
  );
}
