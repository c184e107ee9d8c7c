import { DataTable } from 'react-admin';
import { PAYEE_CHANGE_STATES } from '../../api/domain/payee-change.ts';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { InstantField } from '../fields/DayField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { RowLink } from '../fields/RowLink.tsx';
import { StatusChip } from '../fields/StatusChip.tsx';
import { useWord } from '../fields/use-word.ts';
import { CHANGE_TONES, type PayeeChange } from './change.ts';

const filters = [<ChoiceInput key="state" source="state" choices={PAYEE_CHANGE_STATES} />];

/** Requests to pay an anchor elsewhere. */
export function ChangeList() {
  const word = useWord('resources.payee-changes');
  const account = (change: PayeeChange) =>
    `${change.accountName} · ${change.bankName} · ${word('tail', { tail: change.tail })}`;
  return (
    <HouseList
      filters={filters}
      createAction="payee-changes.request"
      empty="resources.payee-changes.empty"
      card={(change) => ({
        title: change.anchorName,
        right: <ChangeChip state={change.state} />,
        lines: [account(change as unknown as PayeeChange)],
      })}
    >
      <DataTable.Col source="anchorName" field={RowLink} disableSort />
      <DataTable.Col source="account" disableSort render={account} />
      <DataTable.Col source="requestedByName" disableSort />
      <DataTable.Col source="requestedAt" field={InstantField} disableSort />
      <DataTable.Col source="effectiveAt" field={InstantField} disableSort />
      <DataTable.Col
        source="state"
        disableSort
        render={(change: PayeeChange) => <ChangeChip state={change.state} />}
      />
    </HouseList>
  );
}

export function ChangeChip({ state }: { state: PayeeChange['state'] }) {
  return <StatusChip value={state} resource="payee-changes" source="state" tone={CHANGE_TONES[state]} />;
}
