import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Form, useTranslate } from 'react-admin';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { Refusal } from '../shell/http.ts';
import { useWhyNot } from '../shell/me-context.ts';

/** A fact of pay recorded in a dialog: what is refused stands at its field, and nothing typed is lost. */
export function FactDialog(props: {
  resource: string;
  action: string;
  title: string;
  defaults?: Record<string, unknown>;
  body?: (values: Record<string, unknown>) => Record<string, unknown>;
  children: ReactNode;
}) {
  const { resource, action, title, defaults = {}, body = (values) => values, children } = props;
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const { run, busy } = useVerb();
  const [open, setOpen] = useState(false);
  async function save(values: Record<string, unknown>) {
    let errors: Record<string, string> | undefined;
    await run(
      (provider) =>
        provider.send('POST', `/${resource}`, body(values)).catch((error: unknown) => {
          errors = error instanceof Refusal ? error.body.errors : undefined;
          throw error;
        }),
      { success: 'house.done.saved', onDone: () => setOpen(false) },
    );
    return errors;
  }
  return (
    <>
      <ReasonButton variant="contained" reason={whyNot(action)} onClick={() => setOpen(true)}>
        {title}
      </ReasonButton>
      {open && (
        <Dialog open onClose={() => setOpen(false)} fullWidth maxWidth="sm" aria-labelledby="pay-fact">
          <Form defaultValues={defaults} onSubmit={save} mode="onTouched">
            <DialogTitle id="pay-fact">{title}</DialogTitle>
            <DialogContent>{children}</DialogContent>
            <DialogActions>
              <Button onClick={() => setOpen(false)}>{translate('house.action.cancel')}</Button>
              <Button type="submit" variant="contained" disabled={busy}>
                {translate('house.action.save')}
              </Button>
            </DialogActions>
          </Form>
        </Dialog>
      )}
    </>
  );
}
