import DoneIcon from '@mui/icons-material/TaskAltOutlined';
import { Box, Link as MuiLink } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { monthInWords } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Section } from '../fields/HouseShow.tsx';

/** Lines that have evidence and are not settled yet, a bar for each month: the longest is the work of longest. */
export function OpenMonths({ months }: { months: { month: string; openLines: number }[] }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const most = Math.max(...months.map(({ openLines }) => openLines));
  return (
    <Section title="resources.dashboard.openMonths">
      {months.length === 0 && (
        <EmptyState dense icon={DoneIcon} text={translate('resources.dashboard.allSettled')} />
      )}
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          p: 0,
          m: 0,
          display: 'grid',
          rowGap: 1,
          columnGap: 1.5,
          gridTemplateColumns: 'auto minmax(0, 1fr) auto',
        }}
      >
        {months.map(({ month, openLines }) => (
          <Box
            component="li"
            key={month}
            sx={{
              display: 'grid',
              alignItems: 'center',
              gridColumn: '1 / -1',
              gridTemplateColumns: 'subgrid',
            }}
          >
            <MuiLink component={Link} to={`/settlements/run?month=${month}`}>
              {monthInWords(month, locale)}
            </MuiLink>
            <Box aria-hidden sx={{ height: 14, borderRadius: 1, backgroundColor: 'action.hover' }}>
              <Box
                sx={{
                  height: '100%',
                  minWidth: 3,
                  borderRadius: 1,
                  backgroundColor: 'primary.main',
                  width: `${(openLines / most) * 100}%`,
                }}
              />
            </Box>
            <Box sx={{ fontVariantNumeric: 'tabular-nums', textAlign: 'right' }}>
              {translate('resources.dashboard.openLines', {
                smart_count: openLines,
                count: openLines.toLocaleString('en'),
              })}
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
