import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Waiting } from '../fields/Waiting.tsx';
import { Refusal } from '../shell/http.ts';
import { sizeInWords } from './size.ts';
import { type Preview, uploadFile } from './upload-file.ts';

type Stage =
  | { at: 'idle' }
  | { at: 'sending'; sent: number; abort: () => void }
  | { at: 'refused'; refusal: Refusal };

/** First step: a file, dropped or chosen; what went wrong and what to do about it. The chosen file stays chosen. */
export function ChooseFile({ onRead }: { onRead: (preview: Preview) => void }) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.imports.${key}`, options);
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [over, setOver] = useState(false);
  const [stage, setStage] = useState<Stage>({ at: 'idle' });

  async function send(chosen: File) {
    setFile(chosen);
    const upload = uploadFile(chosen, (sent) => setStage({ at: 'sending', sent, abort: upload.abort }));
    setStage({ at: 'sending', sent: 0, abort: upload.abort });
    try {
      onRead(await upload.done);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setStage(error.body.code === 'aborted' ? { at: 'idle' } : { at: 'refused', refusal: error });
    }
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped) void send(dropped);
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
          py: 6,
          border: '2px dashed',
          borderColor: over ? 'primary.main' : 'divider',
          borderRadius: 2,
          backgroundColor: over ? 'action.hover' : 'background.paper',
        }}
      >
        <UploadIcon sx={{ fontSize: 44, color: 'text.secondary' }} aria-hidden />
        <Typography sx={{ mb: 1.5 }}>{word('drop')}</Typography>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.txt,.tsv,.xlsx,.gz,.zip"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            if (chosen) void send(chosen);
          }}
        />
        <Button
          variant="contained"
          size="medium"
          disabled={stage.at === 'sending'}
          onClick={() => input.current?.click()}
        >
          {word('choose')}
        </Button>
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1.5 }}>
          {word('formats')}
        </Typography>
      </Box>
      {file && stage.at === 'sending' && <Sending file={file} sent={stage.sent} onStop={stage.abort} />}
      {file && stage.at === 'refused' && (
        <Refused file={file} refusal={stage.refusal} onRetry={() => void send(file)} />
      )}
    </Box>
  );
}

function Sending({ file, sent, onStop }: { file: File; sent: number; onStop: () => void }) {
  const translate = useTranslate();
  const percent = file.size === 0 ? 100 : Math.min(100, Math.round((sent / file.size) * 100));
  return (
    <Box role="status" sx={{ mt: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 0.5 }}>
        <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {file.name}{' '}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {translate(`resources.imports.${percent < 100 ? 'sending' : 'reading'}`, {
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

/** Why the file cannot be read and what to do; the file itself stays chosen, so that trying again is one press. */
function Refused({ file, refusal, onRetry }: { file: File; refusal: Refusal; onRetry: () => void }) {
  const translate = useTranslate();
  const { code, message, requestId, details } = refusal.body;
  const column = details?.column ?? details?.header;
  return (
    <Alert
      severity="error"
      sx={{ mt: 2 }}
      action={
        <Button color="inherit" onClick={onRetry}>
          {translate('house.action.retry')}
        </Button>
      }
    >
      <b>{translate('resources.imports.refused', { name: file.name })}</b>
      <Box>{translate(`house.problem.${code}`, { _: message, requestId: requestId ?? '—' })}</Box>
      {typeof column === 'string' && <Box>{translate('resources.imports.columnNamed', { column })}</Box>}
      {requestId && (
        <Box sx={{ color: 'text.secondary', fontSize: '0.85rem' }}>
          {translate('house.error.requestId')} <code>{requestId}</code>
        </Box>
      )}
    </Alert>
  );
}
