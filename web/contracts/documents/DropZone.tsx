import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { sendFile } from '../../fields/send-file.ts';
import { Waiting } from '../../fields/Waiting.tsx';
import { Refusal } from '../../shell/http.ts';
import { sizeInWords } from './document.ts';

type Stage =
  | { at: 'idle' }
  | { at: 'sending'; sent: number; abort: () => void }
  | { at: 'refused'; refusal: Refusal };

interface DropZoneProps<T> {
  /** Address below the API. */
  path: string;
  accept: string;
  /** What may be dropped here; already translated. */
  help: string;
  onSent: (answer: T) => void;
  /** More ways in, beside the button. */
  children?: ReactNode;
}

/** A file, dropped or chosen; how far it has come; what went wrong and what to do about it. */
export function DropZone<T>({ path, accept, help, onSent, children }: DropZoneProps<T>) {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [over, setOver] = useState(false);
  const [stage, setStage] = useState<Stage>({ at: 'idle' });

  async function send(chosen: File) {
    setFile(chosen);
    const upload = sendFile<T>(path, chosen, (sent) =>
      setStage({ at: 'sending', sent, abort: upload.abort }),
    );
    setStage({ at: 'sending', sent: 0, abort: upload.abort });
    try {
      onSent(await upload.done);
      setStage({ at: 'idle' });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setStage(error.body.code === 'aborted' ? { at: 'idle' } : { at: 'refused', refusal: error });
    }
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped && stage.at !== 'sending') void send(dropped);
  };
  return (
    <Box>
      <Box
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        sx={{
          textAlign: 'center',
          px: 2,
          py: 3,
          border: '2px dashed',
          borderColor: over ? 'primary.main' : 'divider',
          borderRadius: 2,
          backgroundColor: over ? 'action.hover' : 'background.paper',
        }}
      >
        <UploadIcon sx={{ fontSize: 36, color: 'text.secondary' }} aria-hidden />
        <Typography sx={{ mb: 1 }}>{translate('resources.contracts.document.drop')}</Typography>
        <input
          ref={input}
          type="file"
          hidden
          accept={accept}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            if (chosen) void send(chosen);
          }}
        />
        <Box sx={{ display: 'flex', gap: 1, justifyContent: 'center', flexWrap: 'wrap' }}>
          <Button
            variant="contained"
            disabled={stage.at === 'sending'}
            onClick={() => input.current?.click()}
          >
            {translate('resources.contracts.document.choose')}
          </Button>
          {children}
        </Box>
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {help}
        </Typography>
      </Box>
      {file && stage.at === 'sending' && <Sending file={file} sent={stage.sent} onStop={stage.abort} />}
      {file && stage.at === 'refused' && (
        <RefusedFile file={file} refusal={stage.refusal} onRetry={() => void send(file)} />
      )}
    </Box>
  );
}

function Sending({ file, sent, onStop }: { file: File; sent: number; onStop: () => void }) {
  const translate = useTranslate();
  const percent = file.size === 0 ? 100 : Math.min(100, Math.round((sent / file.size) * 100));
  return (
    <Box role="status" sx={{ mt: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 0.5 }}>
        <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {file.name}{' '}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {translate(`resources.contracts.document.${percent < 100 ? 'sending' : 'reading'}`, {
              percent,
              size: sizeInWords(file.size),
            })}
          </Box>
        </Box>
        <Button onClick={onStop}>{translate('house.action.cancel')}</Button>
      </Box>
      <Waiting variant={percent < 100 ? 'determinate' : 'indeterminate'} value={percent} />
    </Box>
  );
}

/** Why the file was refused and what to do; it stays chosen, so that trying again is one press. */
function RefusedFile({ file, refusal, onRetry }: { file: File; refusal: Refusal; onRetry: () => void }) {
  const translate = useTranslate();
  const { code, message, requestId } = refusal.body;
  const reason = translate(`house.reason.${code}`, { _: '' });
  return (
    <Alert
      severity="error"
      sx={{ mt: 1.5 }}
      action={
        <Button color="inherit" onClick={onRetry}>
          {translate('house.action.retry')}
        </Button>
      }
    >
      <b>{translate('resources.contracts.document.refused', { name: file.name })}</b>
      <Box>{translate(`house.problem.${code}`, { _: reason || message, requestId: requestId ?? '—' })}</Box>
    </Alert>
  );
}
