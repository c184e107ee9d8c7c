import { Box, Tab, Tabs } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useWord } from '../fields/use-word.ts';
import { useMe } from '../shell/me-context.ts';

const PLACES = ['recoup-items', 'deal-fees', 'pay-fines', 'pay-adjustments'] as const;

/** What moves pay beside the shares: four pages beside one entry of the menu. */
export function PayTabs({ at, children }: { at: (typeof PLACES)[number]; children?: ReactNode }) {
  const word = useWord('resources');
  const { can } = useMe();
  return (
    // The button stands here, not in the list: an empty list of react-admin shows no actions.
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        justifyContent: 'space-between',
      }}
    >
      <Tabs value={at} component="nav" variant="scrollable" aria-label={word('recoup-items.tabs')}>
        {PLACES.filter((place) => can.includes(`${place}.list`)).map((place) => (
          <Tab
            key={place}
            value={place}
            label={word(`${place}.tab`)}
            component={Link}
            to={`/${place}`}
            aria-current={at === place ? 'page' : undefined}
          />
        ))}
      </Tabs>
      {children}
    </Box>
  );
}
