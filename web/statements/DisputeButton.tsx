import AttachIcon from '@mui/icons-material/AttachFile';
import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { yuan } from '../fields/FenField.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { useMe, useWhyNot } from '../shell/me-context.ts';
import { useConfirmation } from './ConfirmCard.tsx';

export type DisputeTarget = { lineId: number; seq: number } | { payEntryId: number };
const FILES = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.txt';

/** The anchor does not agree with one line or entry: words, and a file where there is one. */
export function DisputeButton(props: { statementId: number; target: DisputeTarget; amountFen?: number }) {
  const { statementId, target, amountFen } = props;
  const word = useWord('resources.statements.dispute');
  const { role } = useMe();
  const whyNot = useWhyNot();
  const { data } = useConfirmation(statementId);
  const [open, setOpen] = useState(false);
  if (role !== 'anchor' || !data) return null;
  return (
    <>
      <ReasonButton
        variant="outlined"
        color="warning"
        reason={whyNot('disputes.create') ?? data.refusal.dispute ?? undefined}
        onClick={() => setOpen(true)}
      >
        {word('button')}
      </ReasonButton>
      {open && (
        <DisputeDialog
          statementId={statementId}
          target={target}
          amountFen={amountFen}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function DisputeDialog(props: {
  statementId: number;
  target: DisputeTarget;
  amountFen: number | undefined;
  onClose: () => void;
}) {
  const { statementId, target, amountFen, onClose } = props;
  const translate = useTranslate();
  const word = useWord('resources.statements.dispute');
  const notify = useNotify();
  const navigate = useNavigate();
  const { run, busy } = useVerb();
  const [body, setBody] = useState('');
  const [file, setFile] = useState<File>();
  const send = () =>
    run(
      async (provider) => {
        const dispute = await provider.send<{ id: number }>('POST', `/statements/${statementId}/disputes`, {
          ...target,
          body: body.trim(),
        });
        if (file) {
          // The dispute stands even when its file was refused: that one is added on its page.
          await provider.upload(`/disputes/${dispute.id}/files`, file).catch((error: unknown) => {
            notify(error instanceof Error ? error.message : String(error), { type: 'warning' });
          });
        }
        return dispute;
      },
      {
        success: 'resources.statements.dispute.done',
        onDone: ({ id }) => {
          onClose();
          navigate(`/disputes/${id}/show`);
        },
      },
    );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="raise-dispute">
      <DialogTitle id="raise-dispute">
        {word('button')} {amountFen !== undefined && `· ${yuan(amountFen)}`}
      </DialogTitle>
      <DialogContent>
        <DialogContentText>{word('help')}</DialogContentText>
        <TextField
          autoFocus
          required
          multiline
          minRows={3}
          label={word('body')}
          value={body}
          onChange={(event) => setBody(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 4000 } }}
        />
        <Button component="label" startIcon={<AttachIcon />}>
          {file?.name ?? word('attach')}
          <input type="file" hidden accept={FILES} onChange={(event) => setFile(event.target.files?.[0])} />
        </Button>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button variant="contained" disabled={busy || body.trim() === ''} onClick={() => void send()}>
          {word('send')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
