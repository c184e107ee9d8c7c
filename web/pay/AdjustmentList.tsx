import { Box } from '@mui/material';
import { DataTable, required, SearchInput, TextInput } from 'react-admin';
import type { Reason } from '../../api/domain/error.ts';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { MonthField } from '../fields/DayField.tsx';
import { MonthInput } from '../fields/DayInput.tsx';
import { today } from '../fields/day.ts';
import { FenInput } from '../fields/ExactInput.tsx';
import { Fen, FenField, yuan } from '../fields/FenField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { ReasonedVerb } from '../fields/ReasonedVerb.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { StatusChip, type Tone } from '../fields/StatusChip.tsx';
import { useWord } from '../fields/use-word.ts';
import { VerbButton } from '../fields/VerbButton.tsx';
import { FactDialog } from './FactDialog.tsx';
import { PayTabs } from './PayTabs.tsx';

const TONES: Record<string, Tone> = { prepared: 'wait', approved: 'info', declined: 'bad', posted: 'good' };

interface Adjustment {
  id: number;
  anchorName: string;
  amountFen: number;
  state: 'prepared' | 'approved' | 'declined' | 'posted';
  approvedByName: string | null;
  declineReason: string | null;
  postedMonth: string | null;
  refusal: { approve: Reason | null; decline: Reason | null };
}

/** Corrections by hand: a reason, evidence and a second person. */
export function AdjustmentList() {
  const word = useWord('resources.pay-adjustments');
  return (
    <Box sx={{ pt: 2 }}>
      <PayTabs at="pay-adjustments">
        <Prepare />
      </PayTabs>
      <HouseList
        filters={[
          <SearchInput key="q" source="q" />,
          <ChoiceInput key="state" source="state" choices={Object.keys(TONES)} />,
          <MonthInput key="month" source="concernsMonth" />,
        ]}
        createAction={null}
        rowClick={false}
        empty="resources.pay-adjustments.empty"
        card={(one) => ({
          title: `${one.anchorName} · ${one.concernsMonth}`,
          right: <Fen value={one.amountFen} strong />,
          lines: [one.reason, <State key="state" one={one as unknown as Adjustment} />],
        })}
      >
        <DataTable.Col source="anchorName" disableSort />
        <DataTable.Col source="concernsMonth" field={MonthField} disableSort />
        <DataTable.Col source="amountFen" align="right" field={FenField} />
        <DataTable.Col source="reason" disableSort />
        <DataTable.Col source="evidence" disableSort />
        <DataTable.Col source="preparedByName" disableSort />
        <DataTable.Col source="state" disableSort render={(one: Adjustment) => <State one={one} />} />
      </HouseList>
      <Box sx={{ color: 'text.secondary', mt: 1 }}>{word('rule')}</Box>
    </Box>
  );
}

function State({ one }: { one: Adjustment }) {
  const word = useWord('resources.pay-adjustments');
  return (
    <Box sx={{ position: 'relative', zIndex: 1 }}>
      <StatusChip value={one.state} resource="pay-adjustments" source="state" tone={TONES[one.state]} />
      {[one.approvedByName, one.postedMonth, one.declineReason].filter(Boolean).map((text) => (
        <Box key={text} component="span" sx={{ color: 'text.secondary', ml: 1 }}>
          {text}
        </Box>
      ))}
      {one.state === 'prepared' && (
        <Box sx={{ display: 'flex', gap: 1 }}>
          <VerbButton
            action="pay-adjustments.approve"
            variant="outlined"
            reason={one.refusal.approve ?? undefined}
            ask={{
              title: word('approve'),
              text: word('ask', { name: one.anchorName, amount: yuan(one.amountFen) }),
            }}
            work={(provider) => provider.verb('pay-adjustments', one.id, 'approve')}
          >
            {word('approve')}
          </VerbButton>
          <ReasonedVerb
            action="pay-adjustments.approve"
            reason={one.refusal.decline ?? undefined}
            ask={{ title: word('decline'), field: word('fields.reason') }}
            work={(provider, reason) => provider.verb('pay-adjustments', one.id, 'decline', { reason })}
          >
            {word('decline')}
          </ReasonedVerb>
        </Box>
      )}
    </Box>
  );
}

function Prepare() {
  const word = useWord('resources.pay-adjustments');
  return (
    <FactDialog
      resource="pay-adjustments"
      action="pay-adjustments.prepare"
      title={word('record')}
      defaults={{ concernsMonth: today().slice(0, 7) }}
    >
      <RefInput source="anchorId" reference="anchors" validate={required()} />
      <MonthInput source="concernsMonth" validate={required()} />
      <FenInput source="amountFen" allowNegative validate={required()} helperText={word('signHelp')} />
      <TextInput source="reason" validate={required()} multiline />
      <TextInput source="evidence" validate={required()} multiline />
    </FactDialog>
  );
}
