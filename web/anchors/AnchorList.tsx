import { DataTable, SearchInput } from 'react-admin';
import { ChoiceInput, PlatformInput } from '../fields/ChoiceInput.tsx';
import { TextValue } from '../fields/Facts.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { RowLink } from '../fields/RowLink.tsx';
import { ChoiceField, StatusChip, StatusField } from '../fields/StatusChip.tsx';
import { ANCHOR_STATUSES, TIERS } from './choices.ts';

const filters = [
  <SearchInput key="q" source="q" />,
  <ChoiceInput key="status" source="status" choices={ANCHOR_STATUSES} />,
  <ChoiceInput key="tier" source="tier" choices={TIERS} />,
  <PlatformInput key="platform" source="platform" />,
  <RefInput key="manager" source="managerUserId" reference="staff" />,
];

export function AnchorList() {
  return (
    <HouseList
      filters={filters}
      empty="resources.anchors.empty"
      card={(anchor) => ({
        title: anchor.name,
        right: <StatusChip value={anchor.status} />,
        lines: [
          <ChoiceField key="tier" source="tier" record={anchor} />,
          [anchor.managerName, anchor.activeContractNo].filter(Boolean).join(' · '),
        ],
      })}
    >
      <DataTable.Col source="name" field={RowLink} />
      <DataTable.Col source="realName" field={TextValue} disableSort />
      <DataTable.Col source="tier" field={ChoiceField} />
      <DataTable.Col source="status" field={StatusField} />
      <DataTable.Col source="managerName" field={TextValue} />
      <DataTable.Col source="activeContractNo" field={TextValue} disableSort />
      <DataTable.NumberCol source="accountCount" disableSort />
    </HouseList>
  );
}
