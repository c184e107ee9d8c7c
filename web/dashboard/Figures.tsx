import { Box, Card, CardActionArea, Typography } from '@mui/material';
import { useGetList, useGetResourceLabel } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMe } from '../shell/me-context.ts';

/** How many records of each kind there are, each the way into its list. */
const COUNTED: readonly { resource: string; filter?: Record<string, unknown> }[] = [
  { resource: 'anchors', filter: { status: 'active' } },
  { resource: 'contracts', filter: { status: 'active' } },
  { resource: 'products', filter: { status: 'active' } },
  { resource: 'deals', filter: { status: 'running' } },
  { resource: 'statements' },
  { resource: 'payouts' },
];

export function Figures() {
  const { can } = useMe();
  const shown = COUNTED.filter(({ resource }) => can.includes(`${resource}.list`));
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))' }}>
      {shown.map(({ resource, filter = {} }) => (
        <Count key={resource} resource={resource} filter={filter} />
      ))}
    </Box>
  );
}

function Count({ resource, filter }: { resource: string; filter: Record<string, unknown> }) {
  const label = useGetResourceLabel();
  const { total } = useGetList(resource, {
    filter,
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'DESC' },
  });
  const to = `/${resource}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;
  return (
    <Card>
      <CardActionArea component={Link} to={to} sx={{ px: 2, py: 1.5 }}>
        <Typography color="text.secondary">{label(resource, 2)}</Typography>
        <Typography
          sx={{ fontSize: '1.7rem', fontWeight: 650, lineHeight: 1.3, fontVariantNumeric: 'tabular-nums' }}
        >
          {total === undefined ? '—' : total.toLocaleString('en')}
        </Typography>
      </CardActionArea>
    </Card>
  );
}
