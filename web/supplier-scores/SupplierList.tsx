import { BooleanInput, DataTable, SearchInput } from 'react-admin';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { Muted } from '../fields/FenField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { RowLink } from '../fields/RowLink.tsx';
import { StatusChip } from '../fields/StatusChip.tsx';
import { useSaid } from '../fields/use-said.ts';
import { useWord } from '../fields/use-word.ts';
import { GradeChip } from './GradeChip.tsx';
import type { Supplier } from './supplier.ts';

const filters = [
  <SearchInput key="q" source="q" />,
  <ChoiceInput key="grade" source="grade" choices={['A', 'B', 'C', 'D']} />,
  <BooleanInput key="black" source="isBlacklisted" parse={(on: boolean) => on || null} helperText={false} />,
];

/** Brands with their score, the lowest first, and what took points off. */
export function SupplierList() {
  const word = useWord('resources.supplier-scores');
  const say = useSaid();
  const why = (one: Supplier) => one.points.map(({ words }) => say(words)).join(' · ') || word('noPoints');
  const listing = (one: Supplier) =>
    one.blacklist && (
      <StatusChip value="in_force" tone="bad" text={word('listedUntil', { day: one.blacklist.endsOn })} />
    );
  return (
    <HouseList
      filters={filters}
      sort={{ field: 'score', order: 'ASC' }}
      empty="resources.supplier-scores.empty"
      createAction={null}
      card={(record) => {
        const one = record as Supplier;
        return { title: one.brandName, right: <GradeChip one={one} />, lines: [why(one), listing(one)] };
      }}
    >
      <DataTable.Col source="brandName" field={RowLink} />
      <DataTable.Col source="score" render={(one: Supplier) => <GradeChip one={one} />} />
      <DataTable.Col source="points" disableSort render={why} />
      <DataTable.NumberCol source="openCases" disableSort />
      <DataTable.NumberCol source="lots" disableSort />
      <DataTable.Col
        source="blacklist"
        disableSort
        render={(one: Supplier) => listing(one) ?? <Muted text="—" />}
      />
    </HouseList>
  );
}
