import { Tab, Tabs } from '@mui/material';
import { Link } from 'react-router-dom';
import { useWord } from '../fields/use-word.ts';
import { useMe } from '../shell/me-context.ts';

const PLACES = ['recoup-items', 'deal-fees', 'pay-fines', 'pay-adjustments'] as const;

/** What moves pay beside the shares: four pages beside one entry of the menu. */
export function PayTabs({ at }: { at: (typeof PLACES)[number] }) {
  const word = useWord('resources');
  const { can } = useMe();
  return (
    <Tabs value={at} component="nav" variant="scrollable" aria-label={word('recoup-items.tabs')}>
      {PLACES.filter((place) => can.includes(`${place}.list`)).map((place) => (
        <Tab
          key={place}
          value={place}
          label={word(`${place}.tab`)}
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
