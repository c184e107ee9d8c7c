import { Box } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { chinaTime } from '../fields/day.ts';
import { Section } from '../fields/HouseShow.tsx';
import { StatusChip } from '../fields/StatusChip.tsx';
import { VerbButton } from '../fields/VerbButton.tsx';
import type { HouseProvider } from '../shell/data-provider.ts';
import { deviceOf } from './device.ts';

interface SignIn {
  id: string;
  createdAt: string;
  expiresAt: string;
  ipAddress: string | null;
  userAgent: string | null;
  current: boolean;
}

/** Where this user is signed in, each revocable. */
export function SignIns() {
  const provider = useDataProvider<HouseProvider>();
  const queries = useQueryClient();
  const translate = useTranslate();
  const { data = [] } = useQuery({
    queryKey: ['sessions'],
    queryFn: () => provider.ask<SignIn[]>('/sessions'),
  });
  return (
    <Section title="resources.me.sessions.title">
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {data.map((one) => (
          <Box
            component="li"
            key={one.id}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              gap: 1,
              alignItems: 'center',
              py: 1,
              borderTop: 1,
              borderColor: 'divider',
              '&:first-of-type': { borderTop: 0 },
            }}
          >
            <Box sx={{ flex: 1, minWidth: 200 }}>
              <b>{deviceOf(one.userAgent) ?? translate('resources.me.sessions.unknown')}</b>{' '}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {one.ipAddress}
              </Box>
              <Box sx={{ color: 'text.secondary', fontSize: '0.85rem' }}>
                {translate('resources.me.sessions.since', { at: chinaTime(one.createdAt) })}
                {' · '}
                {translate('resources.me.sessions.until', { at: chinaTime(one.expiresAt) })}
              </Box>
            </Box>
            {one.current ? (
              <StatusChip value="current" tone="good" text={translate('resources.me.sessions.current')} />
            ) : (
              <VerbButton
                action="sessions.revoke"
                work={(house) => house.verb('sessions', one.id, 'revoke')}
                success="resources.me.sessions.revoked"
                onDone={() => void queries.invalidateQueries({ queryKey: ['sessions'] })}
              >
                {translate('resources.me.sessions.revoke')}
              </VerbButton>
            )}
          </Box>
        ))}
      </Box>
    </Section>
  );
}
