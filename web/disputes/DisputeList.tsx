import { DataTable, SearchInput } from 'react-admin';
import { DISPUTE_STATES } from '../../api/domain/dispute.ts';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { DisputeChip } from '../fields/ConfirmationChip.tsx';
import type { DisputeRow } from '../fields/confirmation.ts';
import { InstantField } from '../fields/DayField.tsx';
import { MonthInput } from '../fields/DayInput.tsx';
import { Fen, FenField } from '../fields/FenField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { NamedLink, RowLink } from '../fields/RowLink.tsx';
import { useMe } from '../shell/me-context.ts';

const filters = [
  <SearchInput key="q" source="q" />,
  <ChoiceInput key="state" source="state" choices={DISPUTE_STATES} />,
  <MonthInput key="month" source="month" />,
];

/** What anchors do not agree with; an anchor sees the own. */
export function DisputeList() {
  const own = useMe().role === 'anchor';
  return (
    <HouseList
      filters={filters}
      createAction={null}
      empty={own ? 'resources.disputes.emptyOwn' : 'resources.disputes.empty'}
      card={(dispute) => ({
        title: dispute.label,
        right: <Fen value={dispute.amountFen} strong />,
        lines: [
          <DisputeChip key="state" state={dispute.state} />,
          own ? dispute.month : `${dispute.anchorName} · ${dispute.month}`,
        ],
      })}
    >
      <DataTable.Col source="label" field={RowLink} disableSort />
      {!own && <DataTable.Col source="anchorName" disableSort />}
      <DataTable.Col
        source="statementNo"
        disableSort
        render={(dispute: DisputeRow) => (
          <NamedLink resource="statements" id={dispute.statementId}>
            {dispute.statementNo}
          </NamedLink>
        )}
      />
      <DataTable.Col source="amountFen" align="right" field={FenField} />
      <DataTable.Col source="heldFen" align="right" field={FenField} disableSort />
      <DataTable.Col source="raisedAt" field={InstantField} />
      <DataTable.Col
        source="state"
        disableSort
        render={(dispute: DisputeRow) => <DisputeChip state={dispute.state} />}
      />
    </HouseList>
  );
}
