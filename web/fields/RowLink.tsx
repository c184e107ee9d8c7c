import { Link } from '@mui/material';
import type { ReactNode } from 'react';
import {
  type FieldProps,
  useCreatePath,
  useFieldValue,
  useRecordContext,
  useResourceContext,
} from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';

/**
 * The record's name as a real link, for the first cell of a row: found by a screen reader, opened in a new
 * tab by the middle button, reached with Tab. The row itself stays clickable for the mouse.
 */
export function RowLink(props: FieldProps & { children?: ReactNode }) {
  const record = useRecordContext(props);
  const resource = useResourceContext(props);
  const value = useFieldValue(props);
  const createPath = useCreatePath();
  if (!record || !resource) return null;
  return (
    <Link
      component={RouterLink}
      to={createPath({ resource, id: record.id, type: 'show' })}
      onClick={(event) => event.stopPropagation()}
      sx={{ fontWeight: 600 }}
      underline="hover"
    >
      {props.children ?? value ?? `#${record.id}`}
    </Link>
  );
}

/** A link to another record whose name the row already carries (`anchorId` + `anchorName`): no further request. */
export function NamedLink(props: { resource: string; id?: string | number | null; children?: ReactNode }) {
  const createPath = useCreatePath();
  if (props.id === null || props.id === undefined) return null;
  return (
    <Link
      component={RouterLink}
      to={createPath({ resource: props.resource, id: props.id, type: 'show' })}
      onClick={(event) => event.stopPropagation()}
      underline="hover"
      color="inherit"
    >
      {props.children}
    </Link>
  );
}
