import { DataTable, SearchInput } from 'react-admin';
import { BATCH_STATUSES } from '../../api/domain/payments/batch.ts';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { DayField, MonthField } from '../fields/DayField.tsx';
import { MonthInput } from '../fields/DayInput.tsx';
import { Fen, FenField } from '../fields/FenField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { RowLink } from '../fields/RowLink.tsx';
import { StatusChip } from '../fields/StatusChip.tsx';
import { BATCH_TONES, type Batch } from './batch.ts';

const filters = [
  <SearchInput key="q" source="q" />,
  <MonthInput key="month" source="month" />,
  <ChoiceInput key="status" source="status" choices={BATCH_STATUSES} />,
];

/** Payouts on their way to the bank together. */
export function BatchList() {
  return (
    <HouseList
      filters={filters}
      empty="resources.payout-batches.empty"
      createAction="payout-batches.prepare"
      card={(batch) => ({
        title: batch.no,
        right: <Fen value={batch.totalFen} strong />,
        lines: [
          <BatchChip key="status" batch={batch as unknown as Batch} />,
          `${batch.month} · ${batch.itemCount}`,
        ],
      })}
    >
      <DataTable.Col source="no" field={RowLink} disableSort />
      <DataTable.Col source="month" field={MonthField} disableSort />
      <DataTable.Col source="itemCount" align="right" disableSort />
      <DataTable.Col source="totalFen" align="right" field={FenField} />
      <DataTable.Col source="executeOn" field={DayField} disableSort />
      <DataTable.Col source="status" disableSort render={(batch: Batch) => <BatchChip batch={batch} />} />
      <DataTable.Col source="preparedByName" disableSort />
      <DataTable.Col
        source="approvals"
        disableSort
        render={({ approvals }: Batch) =>
          approvals
            .filter(({ counts }) => counts)
            .map(({ userName }) => userName)
            .join('、') || '—'
        }
      />
    </HouseList>
  );
}

export function BatchChip({ batch }: { batch: Batch }) {
  return <StatusChip value={batch.status} resource="payout-batches" tone={BATCH_TONES[batch.status]} />;
}
