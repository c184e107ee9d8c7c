import { Box, Card, CardActionArea, Typography } from '@mui/material';
import { useGetResourceLabel } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { yuan } from '../fields/FenField.tsx';
import { useAsk } from '../fields/use-ask.ts';
import { useWord } from '../fields/use-word.ts';
import type { CaseCounts } from './case.ts';

interface Tile {
  key: keyof CaseCounts;
  filter: Record<string, unknown>;
  sort: string;
  order: 'ASC' | 'DESC';
  isTrouble?: boolean;
}

const BY_DAY = { sort: 'nextDueOn', order: 'ASC' } as const;
const TILES: readonly Tile[] = [
  { key: 'overdue', filter: { isOverdue: true }, ...BY_DAY, isTrouble: true },
  { key: 'dueIn3Days', filter: { dueWithinDays: 3 }, ...BY_DAY },
  { key: 'open', filter: { isOpen: true }, ...BY_DAY },
  { key: 'decidedNotClosed', filter: { stages: ['decided', 'remedies'] }, ...BY_DAY },
  { key: 'holding', filter: { isHolding: true }, ...BY_DAY },
  { key: 'heldFen', filter: { isOpen: true }, sort: 'heldFen', order: 'DESC' },
];

/** How many cases wait for what, each a link to its list. */
export function CaseTiles() {
  const word = useWord('resources.cases.tile');
  const label = useGetResourceLabel();
  const { search } = useLocation();
  const { data } = useAsk<CaseCounts>('/cases/counts');
  return (
    <Box
      component="nav"
      aria-label={label('cases', 2)}
      sx={{
        display: 'grid',
        gap: 1.25,
        gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(3, 1fr)', lg: 'repeat(6, 1fr)' },
      }}
    >
      {TILES.map((tile) => {
        const count = data?.[tile.key];
        const to = `/cases?${toQuery(tile)}`;
        return (
          <Card key={tile.key}>
            <CardActionArea
              component={Link}
              to={to}
              aria-current={search === `?${toQuery(tile)}` ? 'true' : undefined}
              sx={{
                px: 1.75,
                py: 1,
                height: '100%',
                '&[aria-current]': { backgroundColor: 'action.selected' },
              }}
            >
              <Typography
                sx={{
                  fontSize: '1.45rem',
                  fontWeight: 650,
                  lineHeight: 1.3,
                  fontVariantNumeric: 'tabular-nums',
                  color: tile.isTrouble && count ? 'error.main' : undefined,
                  ...(count === 0 && { color: 'text.secondary' }),
                }}
              >
                {count === undefined
                  ? '…'
                  : tile.key === 'heldFen'
                    ? yuan(count)
                    : count.toLocaleString('en')}
              </Typography>
              <Typography color="text.secondary">{word(tile.key)}</Typography>
            </CardActionArea>
          </Card>
        );
      })}
    </Box>
  );
}

const toQuery = ({ filter, sort, order }: Tile): string =>
  new URLSearchParams({
    displayedFilters: '{}',
    filter: JSON.stringify(filter),
    order,
    page: '1',
    perPage: '25',
    sort,
  }).toString();
