import { Box } from '@mui/material';
import { DataTable, required, SearchInput, TextInput } from 'react-admin';
import type { Reason } from '../../api/domain/error.ts';
import { DayField } from '../fields/DayField.tsx';
import { DayInput } from '../fields/DayInput.tsx';
import { today } from '../fields/day.ts';
import { FenInput } from '../fields/ExactInput.tsx';
import { Fen, FenField, yuan } from '../fields/FenField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { StatusChip } from '../fields/StatusChip.tsx';
import { useWord } from '../fields/use-word.ts';
import { VerbButton } from '../fields/VerbButton.tsx';
import { useMe } from '../shell/me-context.ts';
import { ComponentInput } from './ComponentInput.tsx';
import { FactDialog } from './FactDialog.tsx';
import { PayTabs } from './PayTabs.tsx';

interface RecoupItem {
  id: number;
  of: string;
  anchorName: string;
  name: string;
  amountFen: number;
  approvedAt: string | null;
  approvedByName: string | null;
  refusal: { approve: Reason | null };
}

/** Advances and costs to be paid back out of the shares: each approved by a second person. */
export function RecoupList() {
  const own = useMe().role === 'anchor';
  const word = useWord('resources.recoup-items');
  return (
    <Box sx={{ pt: 2 }}>
      <PayTabs at="recoup-items">{!own && <RecordRecoup />}</PayTabs>
      <HouseList
        filters={
          own
            ? []
            : [
                <SearchInput key="q" source="q" />,
                <RefInput key="anchor" source="anchorId" reference="anchors" />,
              ]
        }
        createAction={null}
        rowClick={false}
        empty="resources.recoup-items.empty"
        card={(item) => ({
          title: own ? item.name : `${item.anchorName} · ${item.name}`,
          right: <Fen value={item.balanceFen} strong />,
          lines: [word(`values.of.${item.of}`), <State key="state" item={item as unknown as RecoupItem} />],
        })}
      >
        {!own && <DataTable.Col source="anchorName" disableSort />}
        <DataTable.Col source="name" disableSort />
        <DataTable.Col source="of" disableSort render={(item: RecoupItem) => word(`values.of.${item.of}`)} />
        <DataTable.Col source="clause" disableSort />
        <DataTable.Col source="day" field={DayField} />
        <DataTable.Col source="amountFen" align="right" field={FenField} />
        <DataTable.Col source="recoupedFen" align="right" field={FenField} disableSort />
        <DataTable.Col source="balanceFen" align="right" field={FenField} disableSort />
        <DataTable.Col source="approvedAt" disableSort render={(item: RecoupItem) => <State item={item} />} />
      </HouseList>
    </Box>
  );
}

function State({ item }: { item: RecoupItem }) {
  const word = useWord('resources.recoup-items');
  const own = useMe().role === 'anchor';
  if (item.approvedAt)
    return <StatusChip value="approved" text={word('approved', { name: item.approvedByName ?? '' })} />;
  if (own) return <StatusChip value="pending" text={word('pending')} />;
  return (
    <VerbButton
      action="recoup-items.approve"
      variant="outlined"
      reason={item.refusal.approve ?? undefined}
      ask={{
        title: word('approve'),
        text: word('ask', { name: item.anchorName, what: item.name, amount: yuan(item.amountFen) }),
      }}
      work={(provider) => provider.verb('recoup-items', item.id, 'approve')}
    >
      {word('approve')}
    </VerbButton>
  );
}

function RecordRecoup() {
  const word = useWord('resources.recoup-items');
  return (
    <FactDialog
      resource="recoup-items"
      action="recoup-items.request"
      title={word('record')}
      defaults={{ day: today() }}
      body={({ anchorId: _, ...item }) => item}
    >
      <ComponentInput type="recoup" />
      <TextInput source="name" validate={required()} />
      <DayInput source="day" validate={required()} />
      <FenInput source="amountFen" validate={required()} />
      <TextInput source="evidence" validate={required()} multiline />
    </FactDialog>
  );
}
