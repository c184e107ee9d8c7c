import { Box, Link as MuiLink } from '@mui/material';
import { useGetList, useLocaleState, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Instant } from '../fields/DayField.tsx';
import { monthInWords } from '../fields/day.ts';
import { Fen } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';

export interface RunRecord {
  id: number;
  month: string;
  lines: number;
  changes: number;
  baseFen: number;
  createdByName: string | null;
  createdAt: string;
}

/** The latest runs, each with what it settled. */
export function RunList() {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { data = [] } = useGetList<RunRecord>('settlements', {
    pagination: { page: 1, perPage: 20 },
    sort: { field: 'id', order: 'DESC' },
    filter: {},
  });
  if (data.length === 0) return null;
  return (
    <Section title="resources.settlements.runs" flush>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {data.map((run) => (
          <Box
            component="li"
            key={run.id}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              columnGap: 2,
              px: 2,
              py: 1,
              borderTop: 1,
              borderColor: 'divider',
            }}
          >
            <MuiLink
              component={Link}
              to={`/settlements/${run.id}/show`}
              sx={{ fontWeight: 600, minWidth: 130 }}
            >
              #{run.id} {monthInWords(run.month, locale)}
            </MuiLink>
            <Box sx={{ flex: '1 1 220px', color: 'text.secondary' }}>
              {translate('resources.settlements.runCounts', { lines: run.lines, changes: run.changes })} ·{' '}
              {translate('resources.settlements.fields.baseFen')} <Fen value={run.baseFen} />
            </Box>
            <Box sx={{ color: 'text.secondary' }}>
              {run.createdByName} <Instant at={run.createdAt} />
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
