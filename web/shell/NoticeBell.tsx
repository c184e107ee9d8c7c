import BellIcon from '@mui/icons-material/NotificationsOutlined';
import { Badge, IconButton, Tooltip } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { HouseProvider } from './data-provider.ts';

/** How many notices are unread; looked at again when the window is, and after every verb. */
export function NoticeBell() {
  const translate = useTranslate();
  const provider = useDataProvider<HouseProvider>();
  const { data } = useQuery({
    queryKey: ['ask', '/notices/count'],
    queryFn: ({ signal }) => provider.ask<{ unread: number }>('/notices/count', undefined, signal),
    staleTime: 30_000,
    retry: false,
  });
  const unread = data?.unread ?? 0;
  const label = translate('resources.notices.bell', { smart_count: unread });
  return (
    <Tooltip title={label}>
      <IconButton color="inherit" component={Link} to="/notices" aria-label={label}>
        <Badge badgeContent={unread} color="secondary" max={99}>
          <BellIcon />
        </Badge>
      </IconButton>
    </Tooltip>
  );
}
