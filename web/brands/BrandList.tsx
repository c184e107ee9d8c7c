import { DataTable, SearchInput } from 'react-admin';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { TextValue } from '../fields/Facts.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { RowLink } from '../fields/RowLink.tsx';
import { StatusChip, StatusField } from '../fields/StatusChip.tsx';
import { BRAND_STATUSES } from './BrandInputs.tsx';

const filters = [
  <SearchInput key="q" source="q" />,
  <ChoiceInput key="status" source="status" choices={BRAND_STATUSES} />,
];

export function BrandList() {
  return (
    <HouseList
      filters={filters}
      empty="resources.brands.empty"
      card={(brand) => ({
        title: brand.name,
        right: <StatusChip value={brand.status} />,
        lines: [brand.company],
      })}
    >
      <DataTable.Col source="name" field={RowLink} />
      <DataTable.Col source="company" field={TextValue} />
      <DataTable.Col source="status" field={StatusField} />
      <DataTable.NumberCol source="productCount" />
      <DataTable.NumberCol source="dealCount" />
    </HouseList>
  );
}
