import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { type RaRecord, useGetList, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMe } from '../shell/me-context.ts';
import { EmptyState } from './EmptyState.tsx';
import { Section } from './HouseShow.tsx';
import { NamedLink } from './RowLink.tsx';

const PER_PAGE = 10;

interface RelatedListProps {
  /** A key. */
  title: string;
  resource: string;
  /** The filter of the other resource that names this record. */
  target: string;
  face: (record: RaRecord) => { name: ReactNode; detail?: ReactNode; right?: ReactNode };
}

/** The first records of another resource that belong to this one, and the way to all of them. */
export function RelatedList({ title, resource, target, face }: RelatedListProps) {
  const record = useRecordContext();
  const { can } = useMe();
  const translate = useTranslate();
  const allowed = record !== undefined && can.includes(`${resource}.list`);
  const filter = { [target]: record?.id };
  const {
    data = [],
    total = 0,
    isPending,
  } = useGetList(
    resource,
    { filter, pagination: { page: 1, perPage: PER_PAGE }, sort: { field: 'id', order: 'DESC' } },
    { enabled: allowed },
  );
  if (!allowed) return null;
  const all = `/${resource}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;
  return (
    <Section
      title={title}
      actions={
        total > data.length && (
          <Button component={Link} to={all}>
            {translate('house.action.more')} ({total})
          </Button>
        )
      }
    >
      {!isPending && data.length === 0 && (
        <EmptyState dense text={translate(`resources.${resource}.empty`)} />
      )}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {data.map((one) => {
          const { name, detail, right } = face(one);
          return (
            <Box
              component="li"
              key={one.id}
              sx={{
                display: 'flex',
                gap: 2,
                py: 0.75,
                borderTop: 1,
                borderColor: 'divider',
                '&:first-of-type': { borderTop: 0 },
              }}
            >
              <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                <NamedLink resource={resource} id={one.id}>
                  {name}
                </NamedLink>
              </Box>
              <Box sx={{ flex: 1, color: 'text.secondary', minWidth: 0 }}>{detail}</Box>
              {right}
            </Box>
          );
        })}
      </Box>
    </Section>
  );
}
