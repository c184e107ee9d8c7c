import EditIcon from '@mui/icons-material/EditOutlined';
import { Box, Card, LinearProgress, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import {
  ShowBase,
  Title,
  useCreatePath,
  useRecordContext,
  useResourceContext,
  useShowContext,
  useTranslate,
} from 'react-admin';
import type { Reason } from '../../api/domain/error.ts';
import { ErrorPage } from '../shell/ErrorPage.tsx';
import { useWhyNot } from '../shell/me-context.ts';
import { ReasonButton } from './ReasonButton.tsx';

export interface HouseShowProps {
  children: ReactNode;
  /** Buttons beside "edit". */
  actions?: ReactNode;
  /** null: this resource is not edited by a form. */
  editAction?: string | null;
}

/** A record on a page of its own: title, buttons, and whatever cards the resource has. */
export function HouseShow({ children, actions, editAction }: HouseShowProps) {
  return (
    <ShowBase
      error={<Trouble />}
      loading={<LinearProgress sx={{ mt: 2 }} />}
      queryOptions={{ onError: () => undefined }}
    >
      <Page actions={actions} editAction={editAction}>
        {children}
      </Page>
    </ShowBase>
  );
}

function Page({ children, actions, editAction }: HouseShowProps) {
  const { defaultTitle } = useShowContext();
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={defaultTitle} />
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'flex-end' }}
        className="no-print"
      >
        {actions}
        {editAction !== null && <EditLink action={editAction} />}
      </Box>
      {children}
    </Box>
  );
}

export function EditLink({ action, reason }: { action?: string; reason?: Reason }) {
  const resource = useResourceContext();
  const record = useRecordContext();
  const createPath = useCreatePath();
  const translate = useTranslate();
  const whyNot = useWhyNot();
  if (!record) return null;
  return (
    <ReasonButton
      variant="outlined"
      startIcon={<EditIcon />}
      to={createPath({ resource, id: record.id, type: 'edit' })}
      reason={whyNot(action ?? `${resource}.edit`) ?? reason}
    >
      {translate('house.action.edit')}
    </ReasonButton>
  );
}

function Trouble() {
  const { error, refetch } = useShowContext();
  return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
}

/** A titled card; `title` is a key. */
export function Section(props: {
  title?: string;
  actions?: ReactNode;
  children: ReactNode;
  flush?: boolean;
}) {
  const translate = useTranslate();
  return (
    <Card component="section" sx={{ minWidth: 0 }}>
      {(props.title || props.actions) && (
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 1,
            px: 2,
            pt: 1.5,
            pb: props.flush ? 1.5 : 0,
          }}
        >
          <Typography variant="h6" component="h2" sx={{ flex: 1 }}>
            {props.title && translate(props.title)}
          </Typography>
          {props.actions}
        </Box>
      )}
      <Box sx={props.flush ? { overflowX: 'auto' } : { px: 2, py: 1.5 }}>{props.children}</Box>
    </Card>
  );
}
