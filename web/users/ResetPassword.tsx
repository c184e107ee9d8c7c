import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useState } from 'react';
import { Form, minLength, PasswordInput, required, useRecordContext, useTranslate } from 'react-admin';
import { PASSWORD_MIN_LENGTH } from '../../api/domain/password.ts';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { useWhyNot } from '../shell/me-context.ts';

const word = (key: string) => `resources.users.reset.${key}`;

/** A new password for somebody who forgot theirs; it ends all their sign-ins. */
export function ResetPassword() {
  const user = useRecordContext<{ id: string; name: string }>();
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const { run, busy } = useVerb();
  const [open, setOpen] = useState(false);
  if (!user) return null;
  const save = ({ password }: Record<string, string>) =>
    run((provider) => provider.verb('users', user.id, 'password', { password }), {
      success: word('done'),
      onDone: () => setOpen(false),
    });
  const tooShort = translate('resources.users.passwordShort', { min: PASSWORD_MIN_LENGTH });
  return (
    <>
      <ReasonButton variant="outlined" reason={whyNot('users.edit')} onClick={() => setOpen(true)}>
        {translate(word('open'))}
      </ReasonButton>
      <Dialog open={open} onClose={() => setOpen(false)} fullWidth maxWidth="xs">
        <Form record={{}} onSubmit={(values: Record<string, string>) => void save(values)}>
          <DialogTitle>{translate(word('title'), { name: user.name })}</DialogTitle>
          <DialogContent>
            <Alert severity="warning" sx={{ mb: 2 }}>
              {translate(word('warning'))}
            </Alert>
            <PasswordInput
              source="password"
              label={word('password')}
              validate={[required(), minLength(PASSWORD_MIN_LENGTH, tooShort)]}
              helperText={tooShort}
              autoComplete="new-password"
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{translate('house.action.cancel')}</Button>
            <Button type="submit" variant="contained" disabled={busy}>
              {translate(word('open'))}
            </Button>
          </DialogActions>
        </Form>
      </Dialog>
    </>
  );
}
