import { DataTable, type RaRecord, SearchInput, useRecordContext, useTranslate } from 'react-admin';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { InstantField, MonthField } from '../fields/DayField.tsx';
import { TextValue } from '../fields/Facts.tsx';
import { Fen, FenField } from '../fields/FenField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { PayoutChip } from '../fields/PayoutChip.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { RowLink } from '../fields/RowLink.tsx';
import { useMe } from '../shell/me-context.ts';

const STATUSES = ['prepared', 'approved', 'paid', 'cancelled', 'returned'];
const staffFilters = [
  <SearchInput key="q" source="q" />,
  <ChoiceInput key="status" source="status" choices={STATUSES} />,
  <RefInput key="anchor" source="anchorId" reference="anchors" />,
];
const ownFilters = [<ChoiceInput key="status" source="status" choices={STATUSES} />];

export function PayoutList() {
  const own = useMe().role === 'anchor';
  return (
    <HouseList
      filters={own ? ownFilters : staffFilters}
      createAction={null}
      empty={own ? 'resources.payouts.emptyOwn' : 'resources.payouts.empty'}
      card={(payout) => ({
        title: own ? payout.month : `${payout.anchorName} · ${payout.month}`,
        right: <Fen value={payout.amountFen} strong />,
        lines: [<PayoutChip key="status" state={payout.status} />, <Payee key="payee" record={payout} />],
      })}
    >
      <DataTable.Col source="statementNo" field={RowLink} disableSort />
      <DataTable.Col source="month" field={MonthField} disableSort />
      {!own && <DataTable.Col source="anchorName" field={TextValue} disableSort />}
      <DataTable.Col source="payee" disableSort>
        <Payee />
      </DataTable.Col>
      <DataTable.Col align="right" source="amountFen" field={FenField} disableSort />
      <DataTable.Col source="status" disableSort>
        <State />
      </DataTable.Col>
      {!own && <DataTable.Col source="preparedByName" field={TextValue} disableSort />}
      <DataTable.Col source="paidAt" field={InstantField} disableSort />
    </HouseList>
  );
}

/** Whom, where and the last four digits: the number itself is never sent here. */
export function Payee(props: { record?: RaRecord }) {
  const record = useRecordContext(props);
  const translate = useTranslate();
  if (!record?.payee) return null;
  const { accountName, bankName, tail } = record.payee;
  return (
    <span>
      {[accountName, bankName, translate('resources.payouts.tail', { tail })].filter(Boolean).join(' · ')}
    </span>
  );
}

function State() {
  const record = useRecordContext();
  return record ? <PayoutChip state={record.status} /> : null;
}
