import { Card, CardActionArea, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { Fen } from '../fields/FenField.tsx';
import { useRows } from '../fields/use-rows.ts';
import { useWord } from '../fields/use-word.ts';
import type { OwnHold } from './own-hold.ts';

/** On the first page, only while something is held: how much, and the way to why. */
export function HeldMoney() {
  const word = useWord('resources.holds');
  const { data } = useRows<OwnHold>('/me/holds', { page: 0, perPage: 100 });
  const total = data?.rows.reduce((sum, { heldFen }) => sum + heldFen, 0) ?? 0;
  if (total === 0) return null;
  return (
    <Card sx={{ borderColor: 'warning.main' }}>
      <CardActionArea component={Link} to="/holds" sx={{ px: 2, py: 1.5 }}>
        <Typography color="text.secondary">{word('total')}</Typography>
        <Fen value={total} strong sx={{ fontSize: '1.4rem' }} />
        <Typography sx={{ color: 'primary.main' }}>{word('why')}</Typography>
      </CardActionArea>
    </Card>
  );
}
