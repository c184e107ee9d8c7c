import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import {
  Form,
  ResourceContextProvider,
  required,
  TextInput,
  Title,
  useDataProvider,
  useNotify,
  useTranslate,
} from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { BANK_ACCOUNT_DIGITS, isBankAccount } from '../../api/domain/bank-account.ts';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { Columns } from '../fields/HouseForm.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { useWord } from '../fields/use-word.ts';
import type { HouseProvider } from '../shell/data-provider.ts';
import { Refusal } from '../shell/http.ts';
import { useMe } from '../shell/me-context.ts';
import type { PayeeChange } from './change.ts';

/** Where the anchor is to be paid instead: the old account is paid until two people and a day have passed. */
export function ChangeRequest() {
  const word = useWord('resources.payee-changes');
  const translate = useTranslate();
  const provider = useDataProvider<HouseProvider>();
  const notify = useNotify();
  const navigate = useNavigate();
  const me = useMe();
  const [search] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const digits = (value?: string) =>
    value && !isBankAccount(value) ? word('digits', BANK_ACCOUNT_DIGITS) : undefined;

  async function save({ anchorId, ...change }: Record<string, unknown>) {
    setBusy(true);
    try {
      const id = me.anchorId ?? anchorId;
      const made = await provider.send<PayeeChange>('POST', `/anchors/${id}/payee-changes`, change);
      notify('resources.payee-changes.done.request', { type: 'success' });
      navigate(`/payee-changes/${made.id}/show`);
      return undefined;
    } catch (error) {
      notify(error instanceof Error ? error.message : 'ra.notification.http_error', {
        type: 'error',
        autoHideDuration: 8000,
      });
      return (error instanceof Refusal && error.body.errors) || { 'root.server': String(error) };
    } finally {
      setBusy(false);
    }
  }

  return (
    <ResourceContextProvider value="payee-changes">
      <Box sx={{ pt: 2, maxWidth: 760 }}>
        <Title title={word('request')} />
        <Section>
          <Alert severity="info" sx={{ mb: 1.5 }}>
            {word('rule')}
          </Alert>
          <Form
            defaultValues={{ kind: 'personal', anchorId: Number(search.get('anchorId')) || undefined }}
            onSubmit={save}
            mode="onTouched"
          >
            <Columns>
              {me.anchorId === null && (
                <RefInput source="anchorId" reference="anchors" validate={required()} />
              )}
              <ChoiceInput source="kind" choices={['personal', 'studio', 'company']} validate={required()} />
              <TextInput source="accountName" validate={required()} />
              <TextInput source="bankName" validate={required()} />
              <TextInput source="bankAccount" validate={[required(), digits]} autoComplete="off" />
              <TextInput source="reason" validate={required()} multiline className="wide" />
            </Columns>
            <Button type="submit" variant="contained" disabled={busy}>
              {translate('resources.payee-changes.request')}
            </Button>
          </Form>
        </Section>
      </Box>
    </ResourceContextProvider>
  );
}
