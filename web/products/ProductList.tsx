import { DataTable, SearchInput } from 'react-admin';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { TextValue } from '../fields/Facts.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { NamedLink, RowLink } from '../fields/RowLink.tsx';
import { StatusChip, StatusField } from '../fields/StatusChip.tsx';
import { PRODUCT_STATUSES } from './ProductInputs.tsx';

const filters = [
  <SearchInput key="q" source="q" />,
  <RefInput key="brand" source="brandId" reference="brands" />,
  <ChoiceInput key="status" source="status" choices={PRODUCT_STATUSES} />,
];

export function ProductList() {
  return (
    <HouseList
      filters={filters}
      empty="resources.products.empty"
      card={(product) => ({
        title: product.name,
        right: <StatusChip value={product.status} />,
        lines: [[product.brandName, product.spec].filter(Boolean).join(' · '), product.gtin],
      })}
    >
      <DataTable.Col source="name" field={RowLink} />
      <DataTable.Col
        source="brandName"
        render={(product) => (
          <NamedLink resource="brands" id={product.brandId}>
            {product.brandName}
          </NamedLink>
        )}
      />
      <DataTable.Col
        source="gtin"
        field={TextValue}
        disableSort
        sx={{ fontVariantNumeric: 'tabular-nums' }}
      />
      <DataTable.Col source="spec" field={TextValue} disableSort />
      <DataTable.Col source="status" field={StatusField} />
    </HouseList>
  );
}
