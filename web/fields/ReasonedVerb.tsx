import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Reason } from '../../api/domain/error.ts';
import type { HouseProvider } from '../shell/data-provider.ts';
import { useWhyNot } from '../shell/me-context.ts';
import { ReasonButton, type ReasonButtonProps } from './ReasonButton.tsx';
import { useVerb, type VerbOptions } from './use-verb.ts';

export interface ReasonedVerbProps<T>
  extends Omit<ReasonButtonProps, 'reason' | 'onClick' | 'action'>,
    VerbOptions<T> {
  action: string;
  reason?: Reason | string;
  /** Title, what to know first, and the name of the field; already translated. */
  ask: { title: string; text?: ReactNode; field: string; isOptional?: boolean };
  work: (provider: HouseProvider, reason: string) => Promise<T>;
}

/** A verb that asks for a reason in words first. */
export function ReasonedVerb<T>({
  action,
  reason,
  ask,
  work,
  success,
  onDone,
  ...props
}: ReasonedVerbProps<T>) {
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const { run, busy } = useVerb();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const go = async () => {
    const done = await run((provider) => work(provider, text.trim()), { success, onDone });
    if (done === undefined) return;
    setOpen(false);
    setText('');
  };
  return (
    <>
      <ReasonButton {...props} reason={whyNot(action) ?? reason} onClick={() => setOpen(true)} />
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        fullWidth
        maxWidth="sm"
        aria-labelledby="reasoned-verb"
      >
        <DialogTitle id="reasoned-verb">{ask.title}</DialogTitle>
        <DialogContent>
          {ask.text && (
            <Alert severity="info" icon={false} sx={{ mb: 1 }}>
              {ask.text}
            </Alert>
          )}
          <TextField
            label={ask.field}
            value={text}
            onChange={(event) => setText(event.target.value)}
            multiline
            minRows={3}
            required={!ask.isOptional}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{translate('house.action.cancel')}</Button>
          <Button
            variant="contained"
            disabled={busy || (!ask.isOptional && text.trim() === '')}
            onClick={() => void go()}
          >
            {ask.title}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
