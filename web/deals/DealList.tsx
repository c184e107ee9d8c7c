import { DataTable, SearchInput } from 'react-admin';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { DayField } from '../fields/DayField.tsx';
import { TextValue } from '../fields/Facts.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { NamedLink, RowLink } from '../fields/RowLink.tsx';
import { StatusChip, StatusField } from '../fields/StatusChip.tsx';
import { DEAL_STATUSES } from './DealInputs.tsx';

const filters = [
  <SearchInput key="q" source="q" />,
  <ChoiceInput key="status" source="status" choices={DEAL_STATUSES} />,
  <RefInput key="brand" source="brandId" reference="brands" />,
];

export function DealList() {
  return (
    <HouseList
      filters={filters}
      empty="resources.deals.empty"
      card={(deal) => ({
        title: deal.title,
        right: <StatusChip value={deal.status} />,
        lines: [deal.brandName, [deal.startsOn, deal.endsOn].filter(Boolean).join(' – ')],
      })}
    >
      <DataTable.Col source="title" field={RowLink} />
      <DataTable.Col
        source="brandName"
        render={(deal) => (
          <NamedLink resource="brands" id={deal.brandId}>
            {deal.brandName}
          </NamedLink>
        )}
      />
      <DataTable.Col source="status" field={StatusField} />
      <DataTable.Col source="startsOn" field={DayField} />
      <DataTable.Col source="endsOn" field={DayField} />
      <DataTable.Col source="ownerName" field={TextValue} disableSort />
      <DataTable.NumberCol source="lineCount" disableSort />
    </HouseList>
  );
}
