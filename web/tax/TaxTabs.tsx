import { Tab, Tabs } from '@mui/material';
import { Link } from 'react-router-dom';
import { useWord } from '../fields/use-word.ts';

const PLACES = ['tax', 'tax-profiles', 'tax-withholdings'] as const;

/** The three pages of tax, beside one entry of the menu. */
export function TaxTabs({ at }: { at: (typeof PLACES)[number] }) {
  const word = useWord('resources.tax.tab');
  return (
    <Tabs value={at} component="nav" variant="scrollable" aria-label={word('name')}>
      {PLACES.map((place) => (
        <Tab
          key={place}
          value={place}
          label={word(place)}
          component={Link}
          to={`/${place}`}
          role="link"
          aria-selected={undefined}
          aria-current={at === place ? 'page' : undefined}
        />
      ))}
    </Tabs>
  );
}
