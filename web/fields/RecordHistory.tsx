import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useRecordContext, useResourceContext, useTranslate } from 'react-admin';
import { useMe } from '../shell/me-context.ts';
import { Instant } from './DayField.tsx';
import { EmptyState } from './EmptyState.tsx';
import { Section } from './HouseShow.tsx';
import { useFieldWords } from './use-field-words.ts';

interface Entry {
  id: number;
  at: string;
  actorName: string | null;
  actorRole: string | null;
  action: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

const PAGE = 8;

/** Who changed what and when, newest first, in words. `entity` is the record's kind in the audit: `anchor`. */
export function RecordHistory({ entity }: { entity: string }) {
  const record = useRecordContext();
  const { can } = useMe();
  const [pages, setPages] = useState(1);
  const translate = useTranslate();
  const {
    data = [],
    total = 0,
    isPending,
  } = useGetList<Entry>(
    'history',
    {
      filter: { entity, entityId: String(record?.id) },
      sort: { field: 'id', order: 'DESC' },
      pagination: { page: 1, perPage: PAGE * pages },
    },
    { enabled: record !== undefined && can.includes('history.list') },
  );
  if (!record || !can.includes('history.list')) return null;
  return (
    <Section title="house.history.title">
      {!isPending && data.length === 0 && <EmptyState dense text={translate('house.history.none')} />}
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {data.map((entry) => (
          <Happening key={entry.id} entry={entry} />
        ))}
      </Box>
      {total > data.length && (
        <Button onClick={() => setPages(pages + 1)}>{translate('house.history.more')}</Button>
      )}
    </Section>
  );
}

function Happening({ entry }: { entry: Entry }) {
  const translate = useTranslate();
  const resource = useResourceContext()!;
  const words = useFieldWords(resource);
  const role =
    entry.actorRole && translate(`resources.users.values.role.${entry.actorRole}`, { _: entry.actorRole });
  const who = entry.actorName
    ? translate('house.history.who', { name: entry.actorName, role })
    : translate('house.history.system');
  const verb = entry.action.slice(entry.action.lastIndexOf('.') + 1);
  const fields = [...new Set([...Object.keys(entry.before ?? {}), ...Object.keys(entry.after ?? {})])].filter(
    (field) => JSON.stringify(entry.before?.[field]) !== JSON.stringify(entry.after?.[field]),
  );
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        pl: 2.5,
        pb: 2,
        borderLeft: 2,
        borderColor: 'divider',
        ml: 0.5,
        '&:last-of-type': { pb: 0 },
      }}
    >
      <Box
        aria-hidden
        sx={{
          position: 'absolute',
          left: -6,
          top: 6,
          width: 10,
          height: 10,
          borderRadius: '50%',
          backgroundColor: 'primary.main',
        }}
      />
      <Typography component="p" sx={{ mb: 0.25 }}>
        <b>{who}</b>{' '}
        {translate(`house.history.${entry.action.replace('.', '_')}`, {
          _: translate(`house.history.${verb}`, {
            _: translate('house.history.other', { action: entry.action }),
          }),
        })}
        <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
          <Instant at={entry.at} />
        </Box>
      </Typography>
      {entry.before &&
        fields.map((field) => (
          <Typography key={field} variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {translate('house.history.change', {
              field: words.label(field),
              before: words.value(field, entry.before?.[field]),
              after: words.value(field, entry.after?.[field]),
            })}
          </Typography>
        ))}
    </Box>
  );
}
