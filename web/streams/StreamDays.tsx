import { Box, Card, Link as MuiLink, Typography } from '@mui/material';
import { useCreatePath, useListContext, useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { chinaTime, dayInWords, today } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Platform } from '../fields/PlatformField.tsx';
import { StatusChip } from '../fields/StatusChip.tsx';
import { byDay } from './by-day.ts';

interface Stream {
  id: number;
  title: string;
  anchorName: string;
  platform: string;
  startsAt: string;
  endsAt: string;
  status: string;
  itemCount: number;
}

/** The page of streams as a calendar reads: the day at the left, its streams by time beside it. */
export function StreamDays() {
  const { data, isPending } = useListContext<Stream>();
  const locale = useLocale();
  const translate = useTranslate();
  if (isPending || !data) return null;
  if (data.length === 0) return <EmptyState dense text={translate('house.empty.filtered')} />;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}>
      {byDay(data).map(({ day, streams }) => (
        <Box
          key={day}
          component="section"
          sx={{
            display: 'grid',
            gap: 1,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '130px minmax(0, 1fr)' },
          }}
        >
          <Typography
            component="h2"
            variant="subtitle2"
            sx={{ pt: { sm: 1.25 }, color: day === today() ? 'secondary.main' : 'text.primary' }}
          >
            {dayInWords(day, locale)}
            <Typography
              component="span"
              variant="body2"
              sx={{ display: { sm: 'block' }, ml: { xs: 1, sm: 0 }, color: 'text.secondary' }}
            >
              {day === today() ? translate('resources.streams.today') : day.slice(0, 4)}
            </Typography>
          </Typography>
          <Card>
            {streams.map((stream) => (
              <Line key={stream.id} stream={stream} />
            ))}
          </Card>
        </Box>
      ))}
    </Box>
  );
}

function Line({ stream }: { stream: Stream }) {
  const createPath = useCreatePath();
  const time = (instant: string) => chinaTime(instant)?.slice(11);
  return (
    <Box
      sx={{
        position: 'relative',
        display: 'grid',
        alignItems: 'center',
        columnGap: 2,
        px: 2,
        py: 1.1,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
        '&:hover': { backgroundColor: 'action.hover' },
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr) auto',
          md: '110px minmax(0, 2fr) minmax(0, 1fr) 150px 96px',
        },
      }}
    >
      <Box sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600, order: { xs: 3, md: 0 } }}>
        {time(stream.startsAt)}–{time(stream.endsAt)}
      </Box>
      <MuiLink
        component={Link}
        to={createPath({ resource: 'streams', id: stream.id, type: 'show' })}
        underline="none"
        sx={{
          fontWeight: 600,
          overflowWrap: 'anywhere',
          '&::after': { content: '""', position: 'absolute', inset: 0 },
        }}
      >
        {stream.title}
      </MuiLink>
      <Box sx={{ order: { xs: 4, md: 0 }, textAlign: { xs: 'right', md: 'left' } }}>{stream.anchorName}</Box>
      <Box sx={{ display: { xs: 'none', md: 'block' } }}>
        <Platform value={stream.platform} />
      </Box>
      <Box sx={{ order: { xs: 2, md: 0 } }}>
        <StatusChip value={stream.status} resource="streams" />
      </Box>
    </Box>
  );
}
