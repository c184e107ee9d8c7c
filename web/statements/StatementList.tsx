import {
  DataTable,
  type RaRecord,
  SearchInput,
  SelectInput,
  useLocaleState,
  useRecordContext,
} from 'react-admin';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { MonthField } from '../fields/DayField.tsx';
import { MonthInput } from '../fields/DayInput.tsx';
import { monthInWords } from '../fields/day.ts';
import { Fen, FenField } from '../fields/FenField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { PayoutChip } from '../fields/PayoutChip.tsx';
import { payoutStateOf } from '../fields/payout-state.ts';
import { RefInput } from '../fields/RefInput.tsx';
import { NamedLink, RowLink } from '../fields/RowLink.tsx';
import { useMe } from '../shell/me-context.ts';

const staffFilters = [
  <SearchInput key="q" source="q" />,
  <MonthInput key="month" source="month" />,
  <RefInput key="anchor" source="anchorId" reference="anchors" />,
  <ChoiceInput key="status" source="status" choices={['issued', 'confirmed', 'disputed']} />,
  <SelectInput
    key="withoutPayout"
    source="withoutPayout"
    choices={[{ id: 'true', name: 'resources.statements.toPay' }]}
    format={(only) => (only ? 'true' : '')}
    parse={(chosen) => (chosen === 'true' ? true : null)}
  />,
];
const ownFilters = [<MonthInput key="month" source="month" />];

export function StatementList() {
  const own = useMe().role === 'anchor';
  const [locale] = useLocaleState();
  return (
    <HouseList
      filters={own ? ownFilters : staffFilters}
      createAction={null}
      sort={{ field: 'month', order: 'DESC' }}
      empty={own ? 'resources.statements.emptyOwn' : 'resources.statements.empty'}
      card={(statement) => ({
        title: own ? monthInWords(statement.month, locale) : `${statement.anchorName} · ${statement.month}`,
        right: <Fen value={statement.payableFen} strong />,
        lines: [<PayoutState key="payout" record={statement} />, statement.no],
      })}
    >
      <DataTable.Col source="no" field={RowLink} />
      <DataTable.Col source="month" field={MonthField} />
      {!own && (
        <DataTable.Col source="anchorName" disableSort>
          <AnchorLink />
        </DataTable.Col>
      )}
      <DataTable.Col align="right" source="openingFen" field={FenField} disableSort />
      <DataTable.Col align="right" source="earnedFen" field={FenField} disableSort />
      <DataTable.Col align="right" source="closingFen" field={FenField} />
      <DataTable.Col align="right" source="payableFen">
        <FenField source="payableFen" strong />
      </DataTable.Col>
      <DataTable.Col source="payoutStatus" disableSort>
        <PayoutState />
      </DataTable.Col>
    </HouseList>
  );
}

function AnchorLink() {
  const record = useRecordContext();
  return record ? (
    <NamedLink resource="anchors" id={record.anchorId}>
      {record.anchorName}
    </NamedLink>
  ) : null;
}

export function PayoutState(props: { record?: RaRecord }) {
  const record = useRecordContext(props);
  if (!record) return null;
  const state = payoutStateOf({ payableFen: record.payableFen, payoutStatus: record.payoutStatus });
  return <PayoutChip state={state} />;
}
