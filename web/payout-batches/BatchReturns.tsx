import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Typography,
} from '@mui/material';
import { useRef, useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { chinaTime } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { useAsk } from '../fields/use-ask.ts';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { Waiting } from '../fields/Waiting.tsx';
import type { HouseProvider } from '../shell/data-provider.ts';
import { Refusal } from '../shell/http.ts';
import { useWhyNot } from '../shell/me-context.ts';
import type { Batch, Match } from './batch.ts';
import { MatchView } from './MatchView.tsx';

interface ReturnRow {
  id: number;
  fileName: string;
  uploadedByName: string;
  uploadedAt: string;
  match: Partial<Record<'paid' | 'failed' | 'unknown' | 'strangers' | 'conflicts' | 'unanswered', unknown>>;
}

/** What the bank answered, file by file; a new one is looked at before anything is kept. */
export function BatchReturns({ batch }: { batch: Batch }) {
  const word = useWord('resources.payout-batches');
  const { data = [] } = useAsk<ReturnRow[]>(`/payout-batches/${batch.id}/returns`);
  return (
    <Section title="resources.payout-batches.returns" actions={<UploadReturn batch={batch} />}>
      {data.length === 0 && <EmptyState dense text={word('noReturns')} />}
      {data.map((file) => (
        <Box
          key={file.id}
          sx={{ py: 0.75, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
        >
          <b>{file.fileName}</b>{' '}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {file.uploadedByName} {chinaTime(file.uploadedAt)} ·{' '}
            {(['paid', 'failed', 'unknown', 'strangers', 'conflicts', 'unanswered'] as const)
              .map((key) => ({ key, count: countOf(file.match[key]) }))
              .filter(({ count }) => count > 0)
              .map(({ key, count }) => `${word(`match.${key}`)} ${count}`)
              .join(' · ')}
          </Box>
        </Box>
      ))}
    </Section>
  );
}

/** A match is kept as counts or as lists. */
const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : Number(value ?? 0));

/** The refusal, and which columns the file lacks where that is why. */
function sayProblem(error: unknown): string {
  const missing = error instanceof Refusal ? error.body.details?.missing : undefined;
  const text = error instanceof Error ? error.message : String(error);
  return Array.isArray(missing) ? `${text}：${missing.join('、')}` : text;
}

function UploadReturn({ batch }: { batch: Batch }) {
  const word = useWord('resources.payout-batches');
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const provider = useDataProvider<HouseProvider>();
  const { run, busy } = useVerb();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [match, setMatch] = useState<Match>();
  const [problem, setProblem] = useState<string>();
  const close = () => {
    setFile(undefined);
    setMatch(undefined);
    setProblem(undefined);
  };
  async function look(chosen: File) {
    close();
    setFile(chosen);
    try {
      setMatch(await provider.upload<Match>(`/payout-batches/${batch.id}/returns/preview`, chosen));
    } catch (error) {
      setProblem(sayProblem(error));
    }
  }
  const take = () =>
    run((one) => one.upload(`/payout-batches/${batch.id}/returns`, file!), {
      success: 'resources.payout-batches.done.return',
      onDone: close,
    });
  return (
    <>
      <ReasonButton
        variant="outlined"
        startIcon={<UploadIcon />}
        reason={whyNot('payout-batches.return')}
        onClick={() => input.current?.click()}
      >
        {word('upload')}
      </ReasonButton>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={word('upload')}
        accept=".csv,.txt,.xml,.xlsx"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen) void look(chosen);
        }}
      />
      <Dialog open={file !== undefined} onClose={close} fullWidth maxWidth="md" aria-labelledby="bank-return">
        <DialogTitle id="bank-return">{file?.name}</DialogTitle>
        <DialogContent>
          {!match && !problem && <Waiting />}
          {problem && <Alert severity="error">{problem}</Alert>}
          {match && (
            <>
              <Typography color="text.secondary" sx={{ mb: 1 }}>
                {word('previewHelp')}
              </Typography>
              <MatchView match={match} />
            </>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{translate('house.action.cancel')}</Button>
          <Button
            variant="contained"
            disabled={busy || !match || match.isRepeatedFile}
            onClick={() => void take()}
          >
            {word('take')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
