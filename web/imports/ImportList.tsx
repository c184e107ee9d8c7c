import { DataTable, SearchInput, useTranslate } from 'react-admin';
import { IMPORT_STATUSES } from '../../api/domain/import.ts';
import { ChoiceInput, PlatformInput } from '../fields/ChoiceInput.tsx';
import { InstantField } from '../fields/DayField.tsx';
import { chinaTime } from '../fields/day.ts';
import { TextValue } from '../fields/Facts.tsx';
import { FenField } from '../fields/FenField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { PlatformField } from '../fields/PlatformField.tsx';
import { RowLink } from '../fields/RowLink.tsx';
import { StatusChip, StatusField } from '../fields/StatusChip.tsx';

const filters = [
  <SearchInput key="q" source="q" />,
  <ChoiceInput key="status" source="status" choices={IMPORT_STATUSES} />,
  <PlatformInput key="platform" source="platform" />,
];

export function ImportList() {
  const translate = useTranslate();
  return (
    <HouseList
      filters={filters}
      empty="resources.imports.empty"
      card={(record) => ({
        title: record.fileName,
        right: <StatusChip value={record.status} />,
        lines: [
          `${chinaTime(record.createdAt)} · ${record.createdByName ?? '—'}`,
          translate('resources.imports.counts', {
            lines: record.lines,
            stored: record.stored,
            updated: record.updated,
            rejected: record.rejected,
          }),
        ],
      })}
    >
      <DataTable.Col source="fileName" field={RowLink} disableSort />
      <DataTable.Col source="platform" field={PlatformField} disableSort />
      <DataTable.Col source="status" field={StatusField} disableSort />
      <DataTable.NumberCol source="lines" disableSort />
      <DataTable.NumberCol source="stored" disableSort />
      <DataTable.NumberCol source="updated" disableSort />
      <DataTable.NumberCol source="rejected" disableSort />
      <DataTable.Col align="right" source="paidFen" field={FenField} disableSort />
      <DataTable.Col source="createdByName" field={TextValue} disableSort />
      <DataTable.Col source="createdAt" field={InstantField} disableSort />
    </HouseList>
  );
}
