import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { instantToLocal, localToInstant } from '../fields/day.ts';
import { useVerb } from '../fields/use-verb.ts';
import { PhotoNotes } from '../photos/PhotoNotes.tsx';
import type { Photo } from '../photos/photo.ts';
import { TakePhoto } from '../photos/TakePhoto.tsx';
import { UploadNote } from '../photos/UploadNote.tsx';
import { usePhotoQueue } from '../photos/use-photo-queue.ts';
import { useMe } from '../shell/me-context.ts';
import type { Inspection } from './inspection.ts';

const STEPS = [
  'bought',
  'sent',
  'delivered',
  'received',
  'opened',
  'handed_over',
  'stored',
  'sealed',
  'other',
] as const;

/** The next hand the goods were in. */
export function CustodyDialog({ inspection, onClose }: { inspection: Inspection; onClose: () => void }) {
  const translate = useTranslate();
  const { name } = useMe();
  const { run, busy } = useVerb();
  const [photo, setPhoto] = useState<Photo>();
  const [values, setValues] = useState(() => ({
    step: inspection.custody?.length ? 'opened' : 'bought',
    at: instantToLocal(new Date().toISOString()),
    place: '',
    holder: name,
    note: '',
  }));
  const queue = usePhotoQueue(`custody-${inspection.id}`, (_, taken) => setPhoto(taken));
  const upload = queue.uploads[0];
  const word = (key: string) => translate(`resources.inspections.custody.${key}`);
  const isMissing =
    !values.place.trim() || !values.holder.trim() || !localToInstant(values.at) || Boolean(upload);
  const field = (key: keyof typeof values, more: object = {}) => (
    <TextField
      label={word(`field.${key}`)}
      value={values[key]}
      required={key !== 'note'}
      onChange={(event) => setValues({ ...values, [key]: event.target.value })}
      {...more}
    />
  );
  const send = () =>
    run(
      (provider) =>
        provider.verb('inspections', inspection.id, 'custody', {
          ...values,
          at: localToInstant(values.at),
          note: values.note.trim() || null,
          photoId: photo?.id ?? null,
        }),
      { onDone: onClose },
    );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="custody">
      <DialogTitle id="custody">{word('add')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 0.5 }}>
        {field('step', {
          select: true,
          children: STEPS.map((step) => (
            <MenuItem key={step} value={step}>
              {word(`step.${step}`)}
            </MenuItem>
          )),
        })}
        {field('at', { type: 'datetime-local', slotProps: { inputLabel: { shrink: true } } })}
        {field('place', { slotProps: { htmlInput: { maxLength: 120 } } })}
        {field('holder', { slotProps: { htmlInput: { maxLength: 60 } } })}
        {field('note', { multiline: true })}
        {upload && (
          <UploadNote
            upload={upload}
            onRetry={() => queue.retry(upload.slot)}
            onDrop={() => queue.drop(upload.slot)}
          />
        )}
        {photo && <PhotoNotes photo={photo} />}
        <TakePhoto
          name={word('photo')}
          isAgain={photo !== undefined}
          onFile={(file) => queue.add('photo', file)}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button variant="contained" disabled={busy || isMissing} onClick={() => void send()}>
          {translate('house.action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
