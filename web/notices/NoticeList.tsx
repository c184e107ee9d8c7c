import { Box, ButtonBase, Card, Typography } from '@mui/material';
import { Title, useDataProvider, useGetList, useRefresh } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { chinaTime } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { useWord } from '../fields/use-word.ts';
import { VerbButton } from '../fields/VerbButton.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import type { HouseProvider } from '../shell/data-provider.ts';
import { type Notice, placeOf } from './notice.ts';

/** Own notices, newest first; opening one marks it as read. */
export function NoticeList() {
  const word = useWord('resources.notices');
  const { data, isPending } = useGetList<Notice>('notices', {
    filter: {},
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'id', order: 'DESC' },
  });
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 760 }}>
      <Title title={word('name', { smart_count: 2 })} />
      {isPending && <Waiting />}
      {data?.some(({ readAt }) => readAt === null) && (
        <Box>
          <VerbButton
            action="notices.read"
            variant="outlined"
            work={(provider) => provider.send('POST', '/notices/read-all')}
          >
            {word('readAll')}
          </VerbButton>
        </Box>
      )}
      {data?.length === 0 && <EmptyState text={word('empty')} />}
      {data && data.length > 0 && (
        <Card component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {data.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} />
          ))}
        </Card>
      )}
    </Box>
  );
}

function NoticeRow({ notice }: { notice: Notice }) {
  const word = useWord('resources.notices');
  const provider = useDataProvider<HouseProvider>();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const place = placeOf(notice);
  async function open() {
    if (notice.readAt === null) {
      await provider.verb('notices', notice.id, 'read');
      refresh();
    }
    if (place) navigate(place);
  }
  const about = ['no', 'statementNo', 'month', 'label', 'anchorName']
    .map((key) => notice.data[key])
    .filter((value): value is string => typeof value === 'string');
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <ButtonBase
        onClick={() => void open()}
        sx={{
          width: '100%',
          textAlign: 'left',
          justifyContent: 'flex-start',
          gap: 1.5,
          px: 2,
          py: 1.25,
          font: 'inherit',
        }}
      >
        <Box
          role={notice.readAt === null ? 'img' : undefined}
          aria-label={notice.readAt === null ? word('unread') : undefined}
          sx={{
            width: 8,
            height: 8,
            flex: 'none',
            borderRadius: '50%',
            backgroundColor: notice.readAt === null ? 'primary.main' : 'transparent',
          }}
        />
        <Box sx={{ minWidth: 0 }}>
          <Box sx={{ fontWeight: notice.readAt === null ? 650 : undefined }}>
            {word(`kind.${notice.kind}`, { _: notice.kind })}
          </Box>
          <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
            {[...about, chinaTime(notice.at)].join(' · ')}
          </Typography>
        </Box>
      </ButtonBase>
    </Box>
  );
}
