import { Box } from '@mui/material';
import { BooleanInput, DataTable, SearchInput } from 'react-admin';
import { CASE_STAGES } from '../../api/domain/inspection/case-life.ts';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { InstantField } from '../fields/DayField.tsx';
import { Fen, FenField } from '../fields/FenField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { NamedLink, RowLink } from '../fields/RowLink.tsx';
import { ChoiceField } from '../fields/StatusChip.tsx';
import { CaseTiles } from './CaseTiles.tsx';
import type { CaseRow } from './case.ts';
import { DueDay } from './DueDay.tsx';
import { HeldByCase } from './HeldByCase.tsx';
import { StageChip } from './StageChip.tsx';

/** A ticked box filters; an empty one asks for nothing. */
const onlyTrue = (value: boolean) => value || null;

/** As the tile counts it. */
const DUE_SOON_DAYS = 3;

const filters = [
  <SearchInput key="q" source="q" />,
  <ChoiceInput key="stage" source="stage" choices={CASE_STAGES} />,
  <ChoiceInput key="origin" source="origin" choices={['inspection', 'hand', 'signal']} />,
  <RefInput key="brand" source="brandId" reference="brands" />,
  <RefInput key="product" source="productId" reference="products" />,
  <BooleanInput
    key="due"
    source="dueWithinDays"
    format={(days?: number) => days === DUE_SOON_DAYS}
    parse={(on: boolean) => (on ? DUE_SOON_DAYS : null)}
    helperText={false}
    sx={{ mb: 0.75 }}
  />,
  <BooleanInput key="open" source="isOpen" parse={onlyTrue} helperText={false} sx={{ mb: 0.75 }} />,
];

/** Compliance's desk: what is due, what is held, and every case by its deadline. */
export function CaseDesk() {
  return (
    <Box sx={{ pt: 2, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <CaseTiles />
      <HouseList
        filters={filters}
        filterDefaultValues={{ isOpen: true }}
        sort={{ field: 'nextDueOn', order: 'ASC' }}
        empty="resources.cases.empty"
        createAction="cases.open"
        card={(one) => ({
          title: `${one.no} · ${one.title}`,
          right: one.heldFen === 0 ? null : <Fen value={one.heldFen} strong />,
          lines: [
            [one.productName, one.brandName].filter(Boolean).join(' · '),
            <Box key="stage" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
              <StageChip stage={one.stage} />
              <DueDay one={one as CaseRow} />
            </Box>,
          ],
        })}
      >
        <DataTable.Col source="no" field={RowLink} disableSort />
        <DataTable.Col source="title" disableSort />
        <DataTable.Col
          source="productName"
          disableSort
          render={(one: CaseRow) => (
            <>
              <NamedLink resource="products" id={one.productId}>
                {one.productName}
              </NamedLink>
              <Box sx={{ color: 'text.secondary', fontSize: '0.85rem' }}>{one.brandName}</Box>
            </>
          )}
        />
        <DataTable.Col source="stage" render={(one: CaseRow) => <StageChip stage={one.stage} />} />
        <DataTable.Col source="nextDueOn" render={(one: CaseRow) => <DueDay one={one} />} />
        <DataTable.Col align="right" source="heldFen" field={FenField} />
        <DataTable.Col source="origin" field={ChoiceField} disableSort />
        <DataTable.Col source="openedAt" field={InstantField} />
      </HouseList>
      <Box sx={{ mt: 2 }}>
        <HeldByCase />
      </Box>
    </Box>
  );
}
