import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useState } from 'react';
import {
  Form,
  required,
  TextInput,
  useDataProvider,
  useNotify,
  useRecordContext,
  useRefresh,
  useTranslate,
} from 'react-admin';
import { BANK_ACCOUNT_DIGITS, isBankAccount, plainBankAccount } from '../../api/domain/bank-account.ts';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import type { HouseProvider } from '../shell/data-provider.ts';
import { Refusal } from '../shell/http.ts';
import { useWhyNot } from '../shell/me-context.ts';
import { PAYEE_KINDS } from './choices.ts';

interface Payee {
  kind: string;
  accountName: string;
  bankName: string;
  bankAccountTail: string;
}

/** Where the anchor is paid. The number goes in once and only its tail ever comes back. */
export function PayeeCard() {
  const anchor = useRecordContext<{ id: number; payee?: Payee | null }>();
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const [open, setOpen] = useState(false);
  if (!anchor) return null;
  const { payee } = anchor;
  const word = (key: string) => `resources.anchors.payee.${key}`;
  return (
    <Section
      title="resources.anchors.section.payee"
      actions={
        <ReasonButton onClick={() => setOpen(true)} reason={whyNot('anchors.payee')}>
          {translate(word('edit'))}
        </ReasonButton>
      }
    >
      {payee ? (
        <Facts>
          <Fact source="kind" label={word('kind')}>
            {translate(word(payee.kind))}
          </Fact>
          <Fact source="accountName" label={word('accountName')}>
            {payee.accountName}
          </Fact>
          <Fact source="bankName" label={word('bankName')}>
            {payee.bankName}
          </Fact>
          <Fact source="bankAccount" label={word('bankAccount')}>
            {translate(word('tail'), { tail: payee.bankAccountTail })}
          </Fact>
        </Facts>
      ) : (
        <Alert severity="warning">{translate(word('none'))}</Alert>
      )}
      {open && <PayeeDialog anchorId={anchor.id} payee={payee ?? null} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function PayeeDialog({
  anchorId,
  payee,
  onClose,
}: {
  anchorId: number;
  payee: Payee | null;
  onClose: () => void;
}) {
  const provider = useDataProvider<HouseProvider>();
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const word = (key: string) => `resources.anchors.payee.${key}`;
  const digits = (value?: string) =>
    value && !isBankAccount(value) ? translate(word('digits'), BANK_ACCOUNT_DIGITS) : undefined;

  async function save(values: Record<string, unknown>) {
    const { kind, accountName, bankName, bankAccount } = values;
    try {
      await provider.send('PUT', `/anchors/${anchorId}/payee`, { kind, accountName, bankName, bankAccount });
      notify(word('saved'), { type: 'success' });
      refresh();
      onClose();
      return undefined;
    } catch (error) {
      const errors = error instanceof Refusal ? error.body.errors : undefined;
      if (!errors)
        notify(error instanceof Error ? error.message : 'ra.notification.http_error', { type: 'error' });
      return errors;
    }
  }

  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs">
      <Form
        onSubmit={save}
        defaultValues={{
          kind: payee?.kind ?? 'personal',
          accountName: payee?.accountName,
          bankName: payee?.bankName,
        }}
        record={{}}
      >
        <DialogTitle>{translate(word('edit'))}</DialogTitle>
        <DialogContent>
          <ChoiceInput
            source="kind"
            label={word('kind')}
            choices={PAYEE_KINDS}
            words={word('').slice(0, -1)}
            validate={required()}
          />
          <TextInput source="accountName" label={word('accountName')} validate={required()} />
          <TextInput source="bankName" label={word('bankName')} validate={required()} />
          <TextInput
            source="bankAccount"
            label={word('bankAccount')}
            validate={[required(), digits]}
            parse={plainBankAccount}
            inputMode="numeric"
            autoComplete="off"
            helperText={word('sealed')}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
          <Button type="submit" variant="contained">
            {translate('house.action.save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
