import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import {
  type Identifier,
  useDataProvider,
  useNotify,
  useRedirect,
  useRefresh,
  useResourceContext,
  useTranslate,
} from 'react-admin';
import type { HouseProvider } from '../shell/data-provider.ts';
import { differencesOf, putOnTop } from './merge-changes.ts';
import { useFieldWords } from './use-field-words.ts';

/** Three states of one record: as it was read, as it is now, and as the user wants it. Bodies of a PUT. */
export interface Conflict {
  id: Identifier;
  before: Record<string, unknown>;
  theirs: Record<string, unknown>;
  mine: Record<string, unknown>;
}

/** Somebody else saved first: shows what they changed; nothing typed is lost until the user says so. */
export function ChangedMeanwhile({ conflict, onClose }: { conflict: Conflict; onClose: () => void }) {
  const translate = useTranslate();
  const resource = useResourceContext()!;
  const words = useFieldWords(resource);
  const provider = useDataProvider<HouseProvider>();
  const queries = useQueryClient();
  const notify = useNotify();
  const redirect = useRedirect();
  const refresh = useRefresh();
  const { id, before, theirs, mine } = conflict;

  async function saveMine() {
    try {
      await provider.update(resource, { id, data: putOnTop(before, theirs, mine), previousData: { id } });
      onClose();
      await queries.invalidateQueries({ queryKey: [resource] });
      notify('ra.notification.updated', { type: 'info', messageArgs: { smart_count: 1 } });
      redirect('show', resource, id);
    } catch (error) {
      notify(error instanceof Error ? error.message : 'ra.notification.http_error', { type: 'error' });
      onClose();
    }
  }

  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth>
      <DialogTitle>{translate('house.changed.title')}</DialogTitle>
      <DialogContent sx={{ overflowX: 'auto' }}>
        <DialogContentText sx={{ mb: 2 }}>{translate('house.changed.intro')}</DialogContentText>
        <Table size="small">
          <TableHead>
            <TableRow>
              {['field', 'before', 'theirs', 'mine'].map((key) => (
                <TableCell key={key}>{translate(`house.changed.${key}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {differencesOf(before, theirs, mine).map((one) => (
              <TableRow key={one.field}>
                <TableCell>{words.label(one.field)}</TableCell>
                <TableCell>{words.value(one.field, one.before)}</TableCell>
                <TableCell sx={{ fontWeight: 650 }}>{words.value(one.field, one.theirs)}</TableCell>
                <TableCell>
                  {one.changedByMe ? words.value(one.field, one.mine) : translate('house.changed.untouched')}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button
          onClick={() => {
            onClose();
            refresh();
          }}
        >
          {translate('house.changed.reload')}
        </Button>
        <Button variant="contained" onClick={() => void saveMine()}>
          {translate('house.changed.putMine')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
