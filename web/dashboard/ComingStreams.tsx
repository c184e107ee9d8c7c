import { Box } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { Instant } from '../fields/DayField.tsx';
import { today } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { Platform } from '../fields/PlatformField.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { useMe } from '../shell/me-context.ts';

interface Stream {
  id: number;
  title: string;
  anchorName: string;
  platform: string;
  startsAt: string;
}

export function ComingStreams() {
  const translate = useTranslate();
  const { can } = useMe();
  const { data = [], isPending } = useGetList<Stream>(
    'streams',
    {
      filter: { from: today() },
      sort: { field: 'startsAt', order: 'ASC' },
      pagination: { page: 1, perPage: 8 },
    },
    { enabled: can.includes('streams.list') },
  );
  return (
    <Section title="resources.dashboard.upcoming">
      {!isPending && data.length === 0 && (
        <EmptyState dense text={translate('resources.dashboard.noUpcoming')} />
      )}
      {data.map((stream) => (
        <Box
          key={stream.id}
          sx={{
            display: 'grid',
            columnGap: 2,
            alignItems: 'baseline',
            py: 0.75,
            gridTemplateColumns: {
              xs: 'minmax(0, 1fr) auto',
              sm: '130px minmax(0, 2fr) minmax(0, 1fr) 150px',
            },
          }}
        >
          <Instant at={stream.startsAt} />
          <Box sx={{ overflowWrap: 'anywhere', order: { xs: -1, sm: 0 } }}>
            <NamedLink resource="streams" id={stream.id}>
              {stream.title}
            </NamedLink>
          </Box>
          <Box sx={{ color: 'text.secondary' }}>{stream.anchorName}</Box>
          <Box sx={{ display: { xs: 'none', sm: 'block' } }}>
            <Platform value={stream.platform} />
          </Box>
        </Box>
      ))}
    </Section>
  );
}
