import AddIcon from '@mui/icons-material/AddCommentOutlined';
import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
} from '@mui/material';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { type Finding, SEVERITIES, type Severity } from '../../fields/findings/finding.ts';
import { ReasonButton } from '../../fields/ReasonButton.tsx';
import { useVerb } from '../../fields/use-verb.ts';
import { useWhyNot } from '../../shell/me-context.ts';
import { selectedPiece } from './selection.ts';
import type { ReviewView } from './view.ts';

interface Piece {
  start: number;
  end: number;
}

/** Once a piece of the text is marked: a button that makes a finding of it. */
export function AddFinding({ within, view }: { within: RefObject<HTMLElement | null>; view: ReviewView }) {
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const [marked, setMarked] = useState<Piece>();
  const [piece, setPiece] = useState<Piece>();
  const { text } = view.review;
  useEffect(() => {
    const look = () => setMarked(within.current ? selectedPiece(within.current, text) : undefined);
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [within, text]);
  const isOut = !['draft', 'review'].includes(view.version.stage);
  const whyNotAdd =
    whyNot('contract-findings.add') ??
    (isOut ? { code: 'version_is_out', message: 'the version was sent' } : undefined);
  return (
    <>
      {marked && !piece && (
        <Box sx={{ position: 'sticky', bottom: 8, display: 'flex', justifyContent: 'center', zIndex: 2 }}>
          <ReasonButton
            variant="contained"
            startIcon={<AddIcon />}
            reason={whyNotAdd}
            // Pressing a button would clear the marking it is about.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setPiece(marked)}
          >
            {translate('resources.findings.add.button')}
          </ReasonButton>
        </Box>
      )}
      {piece && <AddDialog piece={piece} view={view} onClose={() => setPiece(undefined)} />}
    </>
  );
}

function AddDialog({ piece, view, onClose }: { piece: Piece; view: ReviewView; onClose: () => void }) {
  const translate = useTranslate();
  const { run, busy } = useVerb();
  const [severity, setSeverity] = useState<Severity>('medium');
  const [reason, setReason] = useState('');
  const [suggestion, setSuggestion] = useState('');
  const word = (key: string) => translate(`resources.findings.${key}`);
  const add = () =>
    run(
      (provider) =>
        provider.send<Finding>('POST', `${view.place}/findings`, {
          ...piece,
          type: 'BY_HAND',
          severity,
          reason: reason.trim(),
          suggestion: suggestion.trim(),
        }),
      {
        success: 'resources.findings.add.done',
        onDone: ({ id }) => {
          onClose();
          view.onSelect(id);
        },
      },
    );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="add-finding">
      <DialogTitle id="add-finding">{word('add.title')}</DialogTitle>
      <DialogContent>
        <Box component="blockquote" sx={{ m: 0, mb: 1.5, pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
          {view.review.text.slice(piece.start, piece.end)}
        </Box>
        <TextField
          select
          label={word('add.severity')}
          value={severity}
          onChange={(event) => setSeverity(event.target.value as Severity)}
        >
          {SEVERITIES.map((one) => (
            <MenuItem key={one} value={one}>
              {word(`severity.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={word('add.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          multiline
          minRows={2}
          required
        />
        <TextField
          label={word('suggestion')}
          value={suggestion}
          onChange={(event) => setSuggestion(event.target.value)}
          multiline
          minRows={2}
          required
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={busy || reason.trim() === '' || suggestion.trim() === ''}
          onClick={() => void add()}
        >
          {word('add.button')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
