import { Box } from '@mui/material';
import { DataTable, required, SearchInput, SelectInput, TextInput, useGetList, useGetOne } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { DayField } from '../fields/DayField.tsx';
import { DayInput, MonthInput } from '../fields/DayInput.tsx';
import { today } from '../fields/day.ts';
import { FenInput } from '../fields/ExactInput.tsx';
import { Fen, FenField } from '../fields/FenField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { ReasonedVerb } from '../fields/ReasonedVerb.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { StatusChip } from '../fields/StatusChip.tsx';
import { useWord } from '../fields/use-word.ts';
import { FactDialog } from './FactDialog.tsx';
import { PayTabs } from './PayTabs.tsx';

const KINDS = ['slot_fee', 'service_fee'];

interface Fee {
  id: number;
  dealId: number;
  dealTitle: string;
  kind: string;
  reversesId: number | null;
  isReversed: boolean;
}

/** Slot and service fees received of deals; one given back is a row of its own. */
export function FeeList() {
  const word = useWord('resources.deal-fees');
  return (
    <Box sx={{ pt: 2 }}>
      <PayTabs at="deal-fees">
        <RecordFee />
      </PayTabs>
      <HouseList
        filters={[
          <SearchInput key="q" source="q" />,
          <ChoiceInput key="kind" source="kind" choices={KINDS} />,
          <MonthInput key="month" source="month" />,
        ]}
        createAction={null}
        rowClick={false}
        empty="resources.deal-fees.empty"
        card={(fee) => ({
          title: fee.dealTitle,
          right: <Fen value={fee.amountFen} strong />,
          lines: [
            `${word(`values.kind.${fee.kind}`)} · ${fee.productName} · ${fee.receivedOn}`,
            <State key="state" fee={fee as unknown as Fee} />,
          ],
        })}
      >
        <DataTable.Col
          source="dealTitle"
          disableSort
          render={(fee: Fee) => (
            <NamedLink resource="deals" id={fee.dealId}>
              {fee.dealTitle}
            </NamedLink>
          )}
        />
        <DataTable.Col source="productName" disableSort />
        <DataTable.Col source="kind" disableSort render={(fee: Fee) => word(`values.kind.${fee.kind}`)} />
        <DataTable.Col source="anchorName" disableSort />
        <DataTable.Col source="receivedOn" field={DayField} />
        <DataTable.Col source="reference" disableSort />
        <DataTable.Col source="amountFen" align="right" field={FenField} />
        <DataTable.Col source="isReversed" disableSort render={(fee: Fee) => <State fee={fee} />} />
      </HouseList>
    </Box>
  );
}

function State({ fee }: { fee: Fee }) {
  const word = useWord('resources.deal-fees');
  if (fee.reversesId !== null) return <StatusChip value="reverses" tone="off" text={word('reverses')} />;
  if (fee.isReversed) return <StatusChip value="reversed" tone="off" text={word('reversed')} />;
  return (
    <ReasonedVerb
      action="deal-fees.record"
      ask={{ title: word('giveBack'), text: word('giveBackHelp'), field: word('fields.reference') }}
      work={(provider, reference) =>
        provider.verb('deal-fees', fee.id, 'reverse', { receivedOn: today(), reference })
      }
    >
      {word('giveBack')}
    </ReasonedVerb>
  );
}

function RecordFee() {
  const word = useWord('resources.deal-fees');
  return (
    <FactDialog
      resource="deal-fees"
      action="deal-fees.record"
      title={word('record')}
      defaults={{ kind: 'slot_fee', receivedOn: today() }}
      body={({ dealId: _, ...fee }) => ({ ...fee, streamId: fee.streamId || null })}
    >
      <LineInput />
      <ChoiceInput source="kind" choices={KINDS} validate={required()} />
      <RefInput source="streamId" reference="streams" />
      <FenInput source="amountFen" validate={required()} />
      <DayInput source="receivedOn" validate={required()} />
      <TextInput source="reference" validate={required()} />
    </FactDialog>
  );
}

/** A deal, then the product of it the fee was paid for. */
function LineInput() {
  const dealId = useWatch({ name: 'dealId' }) as number | undefined;
  const { data: deals = [] } = useGetList('deals', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'id', order: 'DESC' },
    filter: {},
  });
  const { data: deal } = useGetOne('deals', { id: dealId! }, { enabled: Boolean(dealId) });
  const lines = (deal?.lines ?? []) as { id: number; productName?: string }[];
  return (
    <>
      <SelectInput
        source="dealId"
        validate={required()}
        translateChoice={false}
        choices={deals.map(({ id, title }) => ({ id, name: title }))}
      />
      <SelectInput
        source="dealLineId"
        validate={required()}
        translateChoice={false}
        choices={lines.map(({ id, productName }) => ({ id, name: productName ?? `#${id}` }))}
      />
    </>
  );
}
