import { Alert, Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Waiting } from '../fields/Waiting.tsx';
import type { Upload } from './upload-queue.ts';
import { useRefusalWord } from './use-refusal-word.ts';

interface UploadNoteProps {
  upload: Upload;
  onRetry: () => void;
  onDrop: () => void;
}

/** How far a photo is, that it waits for the network, or why it was not taken and what to do. */
export function UploadNote({ upload, onRetry, onDrop }: UploadNoteProps) {
  const translate = useTranslate();
  const refusalWord = useRefusalWord();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.photos.${key}`, options);
  if (upload.state === 'sending')
    return (
      <Box role="status">
        {word(upload.percent < 100 ? 'sending' : 'reading', { percent: upload.percent })}
        <Waiting
          variant={upload.percent < 100 ? 'determinate' : 'indeterminate'}
          value={upload.percent}
          sx={{ mt: 0.5 }}
        />
      </Box>
    );
  const isWaiting = upload.state === 'waiting';
  return (
    <Alert
      severity={isWaiting ? 'warning' : 'error'}
      action={
        <Box sx={{ display: 'flex' }}>
          {(isWaiting || upload.refusal?.status === 401) && (
            <Button color="inherit" onClick={onRetry}>
              {translate('house.action.retry')}
            </Button>
          )}
          <Button color="inherit" onClick={onDrop}>
            {word('drop')}
          </Button>
        </Box>
      }
    >
      {isWaiting ? word('waiting') : upload.refusal && refusalWord(upload.refusal.body)}
    </Alert>
  );
}
