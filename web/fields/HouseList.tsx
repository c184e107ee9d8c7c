import AddIcon from '@mui/icons-material/Add';
import { Box, Card, Link as MuiLink, type Theme, useMediaQuery } from '@mui/material';
import { cloneElement, type ReactElement, type ReactNode } from 'react';
import {
  DataTable,
  FilterButton,
  List,
  type ListProps,
  Pagination,
  type RaRecord,
  TopToolbar,
  useCreatePath,
  useListContext,
  useResourceContext,
  useTranslate,
} from 'react-admin';
import { Link } from 'react-router-dom';
import { useWhyNot } from '../shell/me-context.ts';
import { EmptyState } from './EmptyState.tsx';
import { ReasonButton } from './ReasonButton.tsx';

/** One record as a card on a phone: its name, what stands at the right of it, and lines below. */
export interface CardFace {
  title: ReactNode;
  right?: ReactNode;
  lines?: ReactNode[];
}

export interface HouseListProps
  extends Pick<ListProps, 'sort' | 'filterDefaultValues' | 'filter' | 'perPage' | 'aside'> {
  /** `DataTable.Col`s; the first holds a RowLink. */
  children: ReactNode;
  /** The first filter is always on; on a phone the others wait behind a button. */
  filters?: ReactElement<{ alwaysOn?: boolean }>[];
  card: (record: RaRecord) => CardFace;
  /** What to do when there is nothing yet; a key. */
  empty: string;
  /** null: made elsewhere, no button. */
  createAction?: string | null;
  actions?: ReactNode;
  rowClick?: 'show' | false;
  /** Draws the page of records instead of the table, on wide screens too. */
  instead?: ReactNode;
}

/** Filters of one height in one row where there is room; the search is a little wider. */
const listStyle = {
  '& .RaList-actions, & .MuiToolbar-root': { backgroundColor: 'transparent' },
  '& .RaFilterForm-filterFormInput .MuiFormControl-root, & .filter-field .MuiFormControl-root': {
    width: { md: 156 },
    minWidth: 0,
  },
  '& .filter-field[data-source="q"] .MuiFormControl-root': { width: { md: 220 } },
};

/** A list of the house: table on a desk, cards on a phone, an empty state that says what to do. */
export function HouseList(props: HouseListProps) {
  const {
    children,
    filters = [],
    card,
    empty,
    createAction,
    actions,
    rowClick = 'show',
    instead,
    ...rest
  } = props;
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const translate = useTranslate();
  const create = createAction === null ? null : <NewButton action={createAction} />;
  const manyFilters = !wide && filters.length > 1;
  const hasButtons = manyFilters || Boolean(actions) || create !== null;
  return (
    <List
      exporter={false}
      perPage={25}
      sort={{ field: 'id', order: 'DESC' }}
      pagination={<Pagination rowsPerPageOptions={[25, 50, 100]} />}
      filters={
        filters.length > 0
          ? filters.map((filter, index) => cloneElement(filter, { alwaysOn: wide || index === 0 }))
          : undefined
      }
      actions={
        hasButtons && (
          <TopToolbar>
            {manyFilters && <FilterButton disableSaveQuery />}
            {actions}
            {create}
          </TopToolbar>
        )
      }
      empty={<EmptyState text={translate(empty)} action={create} />}
      component={wide && !instead ? Card : 'div'}
      sx={listStyle}
      {...rest}
    >
      {instead ??
        (wide ? (
          <DataTable rowClick={rowClick} bulkActionButtons={false} sx={{ overflowX: 'auto' }}>
            {children}
          </DataTable>
        ) : (
          <CardList face={card} isLinked={rowClick !== false} />
        ))}
    </List>
  );
}

/** `POST` of this resource's policy decides whether it can be pressed. */
export function NewButton({ action }: { action?: string }) {
  const resource = useResourceContext();
  const translate = useTranslate();
  const whyNot = useWhyNot();
  return (
    <ReasonButton
      variant="contained"
      startIcon={<AddIcon />}
      to={`/${resource}/create`}
      reason={whyNot(action ?? `${resource}.create`)}
    >
      {translate('house.action.create')}
    </ReasonButton>
  );
}

function CardList(props: { face: (record: RaRecord) => CardFace; isLinked: boolean }) {
  const { face, isLinked } = props;
  const { data, isPending } = useListContext();
  const resource = useResourceContext();
  const createPath = useCreatePath();
  const translate = useTranslate();
  if (isPending || !data) return null;
  if (data.length === 0) return <EmptyState dense text={translate('house.empty.filtered')} />;
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
      {data.map((record) => {
        const { title, right, lines = [] } = face(record);
        return (
          <Card component="li" key={record.id} sx={{ position: 'relative', px: 1.75, py: 1.25 }}>
            <Box sx={{ display: 'flex', gap: 1.5, justifyContent: 'space-between', alignItems: 'baseline' }}>
              {isLinked ? (
                <MuiLink
                  component={Link}
                  to={createPath({ resource, id: record.id, type: 'show' })}
                  underline="none"
                  sx={{
                    fontWeight: 650,
                    minWidth: 0,
                    overflowWrap: 'anywhere',
                    '&::after': { content: '""', position: 'absolute', inset: 0 },
                  }}
                >
                  {title}
                </MuiLink>
              ) : (
                <Box sx={{ fontWeight: 650, minWidth: 0, overflowWrap: 'anywhere' }}>{title}</Box>
              )}
              <Box sx={{ flex: 'none' }}>{right}</Box>
            </Box>
            {lines.map((line, index) => (
              <Box
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a face have fixed places
                key={index}
                sx={{ color: 'text.secondary', fontSize: '0.9rem', mt: 0.25, overflowWrap: 'anywhere' }}
              >
                {line}
              </Box>
            ))}
          </Card>
        );
      })}
    </Box>
  );
}
