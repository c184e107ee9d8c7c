import { BooleanInput, DataTable, SearchInput, useTranslate } from 'react-admin';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { InstantField } from '../fields/DayField.tsx';
import { chinaTime } from '../fields/day.ts';
import { HouseList } from '../fields/HouseList.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { RowLink } from '../fields/RowLink.tsx';
import { ChoiceField, StatusField } from '../fields/StatusChip.tsx';
import type { Inspection } from './inspection.ts';
import { VerdictChip } from './VerdictChip.tsx';

const FILTERS = [
  <SearchInput key="q" source="q" />,
  <ChoiceInput key="status" source="status" choices={['open', 'closed', 'withdrawn']} />,
  <ChoiceInput key="kind" source="kind" choices={['lot', 'mystery']} />,
  <ChoiceInput
    key="verdict"
    source="verdict"
    choices={['accepted', 'rejected', 'differences_found', 'no_difference_found']}
  />,
  <RefInput key="product" source="productId" reference="products" />,
  <BooleanInput key="rows" source="hasOpenRows" parse={(isOn: boolean) => isOn || null} />,
];

/** Lots and mystery orders; what waits for a person's decision is counted. */
export function InspectionList() {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.${key}`, options);
  const nameOf = ({ kind, lotNo, orderNo }: Inspection) =>
    [word(`values.kind.${kind}`), kind === 'lot' ? lotNo : orderNo].filter(Boolean).join(' ');
  return (
    <HouseList
      filters={FILTERS}
      createAction="inspections.start"
      empty="resources.inspections.empty"
      card={(record) => {
        const inspection = record as Inspection;
        return {
          title: inspection.productName,
          right: <VerdictChip inspection={inspection} />,
          lines: [
            [nameOf(inspection), inspection.brandName].filter(Boolean).join(' · '),
            [
              word(`values.status.${inspection.status}`),
              word('unitsOf', { smart_count: inspection.unitCount }),
              inspection.openRows > 0 && word('openRowsOf', { count: inspection.openRows }),
            ]
              .filter(Boolean)
              .join(' · '),
            chinaTime(inspection.startedAt),
          ],
        };
      }}
    >
      <DataTable.Col source="productName" field={RowLink} disableSort />
      <DataTable.Col source="brandName" disableSort />
      <DataTable.Col source="kind" field={ChoiceField} disableSort />
      <DataTable.Col
        source="lotNo"
        label="resources.inspections.fields.no"
        disableSort
        render={({ kind, lotNo, orderNo }: Inspection) => (kind === 'lot' ? lotNo : orderNo)}
      />
      <DataTable.Col source="status" field={StatusField} disableSort />
      <DataTable.Col source="verdict" disableSort>
        <VerdictChip />
      </DataTable.Col>
      <DataTable.NumberCol source="unitCount" disableSort />
      <DataTable.NumberCol source="openRows" disableSort />
      <DataTable.Col source="startedAt" field={InstantField} />
      <DataTable.Col source="closedAt" field={InstantField} />
    </HouseList>
  );
}
