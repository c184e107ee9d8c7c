import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { Form, required, TextInput, useGetList, useTranslate } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { useSearchParams } from 'react-router-dom';
import { DayInput, MonthInput } from '../fields/DayInput.tsx';
import { today } from '../fields/day.ts';
import { FenInput } from '../fields/ExactInput.tsx';
import { yuan } from '../fields/FenField.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { RowsEditor } from '../fields/RowsEditor.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { Refusal } from '../shell/http.ts';
import { useMe, useWhyNot } from '../shell/me-context.ts';
import { inputBody, sumInvoices, type TaxInput } from './tax-input.ts';

/** Opens by its button, or by `?record=<anchor>&month=<month>` from where something is missing. */
export function RecordInput() {
  const word = useWord('resources.tax-inputs');
  const whyNot = useWhyNot();
  const { role } = useMe();
  const [search, setSearch] = useSearchParams();
  const record = search.get('record');
  if (role === 'anchor') return null;
  const reason = whyNot('tax-profiles.record');
  const close = () => {
    search.delete('record');
    search.delete('month');
    setSearch(search, { replace: true });
  };
  return (
    <>
      <ReasonButton
        variant="contained"
        reason={reason}
        onClick={() => setSearch({ record: 'new' }, { replace: true })}
      >
        {word('record')}
      </ReasonButton>
      {record && !reason && (
        <InputDialog anchorId={Number(record) || null} month={search.get('month')} onClose={close} />
      )}
    </>
  );
}

function InputDialog(props: { anchorId: number | null; month: string | null; onClose: () => void }) {
  const { anchorId, month, onClose } = props;
  const word = useWord('resources.tax-inputs');
  const translate = useTranslate();
  const { run, busy } = useVerb();
  async function save(values: Record<string, unknown>) {
    let errors: Record<string, string> | undefined;
    await run(
      (provider) =>
        provider
          .send('POST', `/anchors/${values.anchorId}/tax-inputs`, inputBody(values))
          .catch((error: unknown) => {
            errors = error instanceof Refusal ? error.body.errors : undefined;
            throw error;
          }),
      { success: 'house.done.saved', onDone: onClose },
    );
    return errors;
  }
  const empty = { socialInsuranceFen: 0, specialAdditionalFen: 0, otherDeductionFen: 0, invoices: [] };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="tax-input">
      <Form
        defaultValues={{ anchorId, month: month ?? today().slice(0, 7), ...empty }}
        onSubmit={save}
        mode="onTouched"
      >
        <DialogTitle id="tax-input">{word('record')}</DialogTitle>
        <DialogContent>
          <RefInput source="anchorId" reference="anchors" validate={required()} />
          <MonthInput source="month" validate={required()} />
          <Known />
          <Typography component="h3" variant="subtitle1" sx={{ mt: 1 }}>
            {word('fields.invoices')}
          </Typography>
          <Invoices />
          <Typography component="h3" variant="subtitle1" sx={{ mt: 2 }}>
            {word('deductions')}
          </Typography>
          <Typography color="text.secondary">{word('deductionsHelp')}</Typography>
          {(['socialInsuranceFen', 'specialAdditionalFen', 'otherDeductionFen'] as const).map((source) => (
            <FenInput
              key={source}
              source={source}
              label={`resources.tax-inputs.fields.${source}`}
              fullWidth
            />
          ))}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={busy}>
            {translate('house.action.save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** Under which regime the month falls, what it needs, and what was recorded before: the newest counts as a whole. */
function Known() {
  const word = useWord('resources.tax-inputs');
  const regimeWord = useWord('resources.tax-profiles');
  const { setValue } = useFormContext();
  const [anchorId, month] = useWatch({ name: ['anchorId', 'month'] }) as [number | null, string | null];
  const page = { pagination: { page: 1, perPage: 20 }, sort: { field: 'id', order: 'DESC' as const } };
  const profiles = useGetList<{
    id: number;
    regime: string;
    effectiveFrom: string;
    payeeName: string | null;
  }>('tax-profiles', { ...page, filter: { anchorId } }, { enabled: Boolean(anchorId) });
  const inputs = useGetList<TaxInput>(
    'tax-inputs',
    { ...page, filter: { anchorId, month } },
    { enabled: Boolean(anchorId && month) },
  );
  if (!anchorId || !profiles.data) return null;
  const profile = profiles.data.find(({ effectiveFrom }) => !month || effectiveFrom <= month);
  const before = inputs.data?.[0];
  return (
    <>
      <Alert severity={profile ? 'info' : 'warning'} sx={{ my: 1 }}>
        {profile
          ? `${regimeWord(`values.regime.${profile.regime}`)}${profile.payeeName ? ` · ${profile.payeeName}` : ''}：${word(`needs.${needOf(profile.regime)}`)}`
          : word('noProfile')}
      </Alert>
      {before && (
        <Alert
          severity="warning"
          sx={{ my: 1 }}
          action={
            <Button
              color="inherit"
              onClick={() => {
                for (const [field, value] of Object.entries(inputBody({ ...before }))) setValue(field, value);
              }}
            >
              {word('takeOver')}
            </Button>
          }
        >
          {word('before', { name: before.recordedByName, invoices: yuan(sumInvoices(before)) })}
        </Alert>
      )}
    </>
  );
}

const needOf = (regime: string): 'invoices' | 'deductions' | 'nothing' =>
  regime === 'studio_invoice' ? 'invoices' : regime === 'wages_cumulative' ? 'deductions' : 'nothing';

function Invoices() {
  const field = (name: string) => `resources.tax-inputs.fields.invoice.${name}`;
  return (
    <RowsEditor
      source="invoices"
      addLabel="resources.tax-inputs.addInvoice"
      emptyLabel="resources.tax-inputs.noInvoices"
      newRow={() => ({ number: null, seller: null, amountFen: null, issuedOn: today() })}
    >
      <TextInput source="number" label={field('number')} validate={required()} />
      <TextInput source="seller" label={field('seller')} validate={required()} />
      <FenInput source="amountFen" label={field('amountFen')} validate={required()} />
      <DayInput source="issuedOn" label={field('issuedOn')} validate={required()} />
    </RowsEditor>
  );
}
