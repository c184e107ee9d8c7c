import { DataTable } from 'react-admin';
import { DayField } from '../fields/DayField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { RowLink } from '../fields/RowLink.tsx';
import { StatusChip, StatusField } from '../fields/StatusChip.tsx';

export function OwnContractList() {
  return (
    <HouseList
      createAction={null}
      empty="resources.portal.contract.none"
      card={(contract) => ({
        title: contract.title,
        right: <StatusChip value={contract.status} />,
        lines: [contract.no, [contract.startsOn, contract.endsOn ?? '…'].join(' → ')],
      })}
    >
      <DataTable.Col source="no" field={RowLink} disableSort />
      <DataTable.Col source="title" disableSort />
      <DataTable.Col source="status" field={StatusField} disableSort />
      <DataTable.Col source="startsOn" field={DayField} disableSort />
      <DataTable.Col source="endsOn" field={DayField} disableSort />
    </HouseList>
  );
}
