import { Alert, Box, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import {
  BooleanInput,
  Form,
  maxValue,
  minValue,
  NumberInput,
  ResourceContextProvider,
  required,
  TextInput,
  Title,
} from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { FenInput } from '../fields/ExactInput.tsx';
import { Columns } from '../fields/HouseForm.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { RowsEditor } from '../fields/RowsEditor.tsx';
import { useAsk } from '../fields/use-ask.ts';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { Waiting } from '../fields/Waiting.tsx';
import { ErrorPage } from '../shell/ErrorPage.tsx';
import { Refusal } from '../shell/http.ts';
import { useWhyNot } from '../shell/me-context.ts';
import { BankFileSection } from './BankFileSection.tsx';
import { BankReturnSection } from './BankReturnSection.tsx';
import { bodyOf, errorsOfForm, formOf, type Settings } from './settings.ts';

/** How this agency confirms, approves, withholds and pays; only an admin changes it. */
export function PaymentSettings() {
  const word = useWord('resources.payment-settings');
  const { data, error, refetch } = useAsk<Settings>('/payment-settings');
  if (error) return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
  return (
    <ResourceContextProvider value="payment-settings">
      <Box sx={{ pt: 2, maxWidth: 860 }}>
        <Title title={word('name')} />
        {data ? <SettingsForm key={data.rowVersion} settings={data} /> : <Waiting />}
      </Box>
    </ResourceContextProvider>
  );
}

function SettingsForm({ settings }: { settings: Settings }) {
  const word = useWord('resources.payment-settings');
  const queries = useQueryClient();
  const { run, busy } = useVerb();
  async function save(values: Record<string, unknown>) {
    let errors: Record<string, string> | undefined;
    await run(
      (provider) =>
        provider.send('PUT', '/payment-settings', bodyOf(values, settings)).catch((error: unknown) => {
          errors = error instanceof Refusal ? errorsOfForm(error.body.errors) : undefined;
          throw error;
        }),
      {
        success: 'house.done.saved',
        onDone: () => void queries.invalidateQueries({ queryKey: ['ask', '/payment-settings'] }),
      },
    );
    return errors;
  }
  return (
    <Form record={{ ...formOf(settings), id: 1 }} onSubmit={save} mode="onTouched" warnWhenUnsavedChanges>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Section title="resources.payment-settings.section.window">
          <Typography color="text.secondary">{word('windowHelp', { days: settings.windowDays })}</Typography>
          <ReasonButton to="/silence-terms" sx={{ my: 0.5 }}>
            {word('toSilence')}
          </ReasonButton>
          <Columns>
            <NumberInput
              source="disputeWindowDays"
              min={1}
              max={60}
              step={1}
              validate={[minValue(1), maxValue(60)]}
            />
          </Columns>
        </Section>
        <Section title="resources.payment-settings.section.tiers">
          <Typography color="text.secondary" sx={{ mb: 1 }}>
            {word(settings.isHouseTiers ? 'houseTiers' : 'ownTiers')}
          </Typography>
          <RowsEditor
            source="approvalTiers"
            addLabel="resources.payment-settings.addTier"
            newRow={() => ({ fromBatchFen: 0, fromPayoutFen: null, approvers: 1 })}
            max={10}
          >
            <FenInput source="fromBatchFen" label="resources.payment-settings.fields.fromBatchFen" />
            <FenInput source="fromPayoutFen" label="resources.payment-settings.fields.fromPayoutFen" />
            <NumberInput
              source="approvers"
              label="resources.payment-settings.fields.approvers"
              min={1}
              max={5}
              step={1}
              validate={required()}
            />
          </RowsEditor>
        </Section>
        <Section title="resources.payment-settings.section.debtor">
          {!settings.debtor && (
            <Alert severity="warning" sx={{ mb: 1 }}>
              {word('noDebtor')}
            </Alert>
          )}
          <Columns>
            <TextInput source="debtorName" />
            <TextInput source="debtorBankName" />
            <TextInput
              source="debtorAccount"
              autoComplete="off"
              helperText={
                settings.debtor ? word('keepAccount', { tail: settings.debtor.accountTail }) : undefined
              }
            />
            <TextInput source="debtorCnaps" helperText={word('cnapsHelp')} />
            <ChoiceInput
              source="chargeBearer"
              choices={['DEBT', 'CRED', 'SHAR', 'SLEV']}
              validate={required()}
            />
          </Columns>
        </Section>
        <BankFileSection />
        <BankReturnSection />
        <Section title="resources.payment-settings.section.tax">
          {(['withholdsTax', 'platformWorkerCumulative', 'naturalPersonVat'] as const).map((source) => (
            <Box key={source} sx={{ mb: 1.5 }}>
              <BooleanInput source={source} helperText={false} />
              <Typography color="text.secondary" sx={{ pl: 6 }}>
                {word(`help.${source}`)}
              </Typography>
            </Box>
          ))}
          <VatWarning />
        </Section>
        <SaveBar busy={busy} />
      </Box>
    </Form>
  );
}

function VatWarning() {
  const word = useWord('resources.payment-settings');
  const { watch } = useFormContext();
  return watch('naturalPersonVat') ? <Alert severity="warning">{word('vatBlocks')}</Alert> : null;
}

function SaveBar({ busy }: { busy: boolean }) {
  const word = useWord('house.action');
  const whyNot = useWhyNot();
  return (
    <Box>
      <ReasonButton
        type="submit"
        variant="contained"
        size="medium"
        busy={busy}
        reason={whyNot('payment-settings.edit')}
      >
        {word('save')}
      </ReasonButton>
    </Box>
  );
}
