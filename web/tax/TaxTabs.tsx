import { Box, Tab, Tabs } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useWord } from '../fields/use-word.ts';

const PLACES = ['tax', 'tax-profiles', 'tax-inputs', 'tax-withholdings'] as const;

/** The four pages of tax, beside one entry of the menu. */
export function TaxTabs({ at, children }: { at: (typeof PLACES)[number]; children?: ReactNode }) {
  const word = useWord('resources.tax.tab');
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
      <Tabs value={at} component="nav" variant="scrollable" aria-label={word('name')}>
        {PLACES.map((place) => (
          <Tab
            key={place}
            value={place}
            label={word(place)}
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
