import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  TextField,
} from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import type { Reason } from '../../api/domain/error.ts';
import type { HouseProvider } from '../shell/data-provider.ts';
import { useWhyNot } from '../shell/me-context.ts';
import { ReasonButton, type ReasonButtonProps } from './ReasonButton.tsx';
import { useAsk } from './use-ask.ts';
import { useVerb, type VerbOptions } from './use-verb.ts';
import { useWord } from './use-word.ts';
import { Waiting } from './Waiting.tsx';

interface StepUpState {
  validUntil: string | null;
  now: string;
  asksFor: 'password' | 'code';
}

export interface StepUpVerbProps<T>
  extends Omit<ReasonButtonProps, 'reason' | 'onClick' | 'action'>,
    VerbOptions<T> {
  action: string;
  reason?: Reason | string;
  /** What is about to happen, said before the password is asked; already translated. */
  ask: { title: string; text: ReactNode };
  /** More to choose before it happens. */
  choices?: ReactNode;
  /** Something of `choices` is still missing. */
  isIncomplete?: boolean;
  work: (provider: HouseProvider) => Promise<T>;
}

/**
 * A verb that moves money: says what it does and asks who is at the keyboard, unless this session proved it within five
 * minutes. A missing proof is no reason to grey the button: the dialog is where it is given.
 */
export function StepUpVerb<T>(props: StepUpVerbProps<T>) {
  const { action, reason, ask, choices, isIncomplete = false, work, success, onDone, ...button } = props;
  const whyNot = useWhyNot();
  const [open, setOpen] = useState(false);
  const standing = typeof reason === 'object' && reason.code === 'step_up_needed' ? undefined : reason;
  return (
    <>
      <ReasonButton {...button} reason={whyNot(action) ?? standing} onClick={() => setOpen(true)} />
      {open && (
        <StepUpDialog
          ask={ask}
          choices={choices}
          isIncomplete={isIncomplete}
          work={work}
          success={success}
          onDone={onDone}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function StepUpDialog<T>(
  props: Pick<StepUpVerbProps<T>, 'ask' | 'choices' | 'work' | 'success' | 'onDone'> & {
    isIncomplete: boolean;
    onClose: () => void;
  },
) {
  const { ask, choices, isIncomplete, work, success, onDone, onClose } = props;
  const translate = useTranslate();
  const word = useWord('house.stepUp');
  const provider = useDataProvider<HouseProvider>();
  const { run, busy } = useVerb();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  const { data: state } = useAsk<StepUpState>('/me/step-up');
  const isFresh = state?.validUntil ? Date.parse(state.validUntil) > Date.parse(state.now) : false;
  const asksFor = state?.asksFor ?? 'password';
  const isReady = state !== undefined && !busy && !isIncomplete && (isFresh || typed !== '');

  async function go() {
    if (!isFresh) {
      try {
        await provider.send('POST', '/me/step-up', { [asksFor]: asksFor === 'code' ? typed.trim() : typed });
      } catch (error) {
        // What was typed stays: a slip is mended, not typed anew.
        return setWrong(error instanceof Error ? error.message : String(error));
      }
    }
    const done = await run(work, { success, onDone });
    if (done !== undefined) onClose();
  }

  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="step-up">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void go();
        }}
      >
        <DialogTitle id="step-up">{ask.title}</DialogTitle>
        <DialogContent>
          <DialogContentText component="div">{ask.text}</DialogContentText>
          {choices}
          {!state && <Waiting sx={{ mt: 2 }} />}
          {state && isFresh && (
            <Alert severity="success" sx={{ mt: 2 }}>
              {word('fresh')}
            </Alert>
          )}
          {state && !isFresh && (
            <TextField
              autoFocus={!choices}
              required
              sx={{ mt: 2 }}
              type={asksFor === 'password' ? 'password' : 'text'}
              label={word(asksFor)}
              value={typed}
              error={wrong !== undefined}
              helperText={wrong ?? word('why')}
              onChange={(event) => {
                setTyped(event.target.value);
                setWrong(undefined);
              }}
              slotProps={{
                htmlInput:
                  asksFor === 'code'
                    ? { inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 20 }
                    : { autoComplete: 'current-password', maxLength: 128 },
              }}
            />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={!isReady}>
            {ask.title}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
