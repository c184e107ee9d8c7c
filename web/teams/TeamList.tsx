import { DataTable, SearchInput, useTranslate } from 'react-admin';
import { HouseList } from '../fields/HouseList.tsx';
import { RowLink } from '../fields/RowLink.tsx';

const filters = [<SearchInput key="q" source="q" />];

export function TeamList() {
  const translate = useTranslate();
  return (
    <HouseList
      filters={filters}
      sort={{ field: 'name', order: 'ASC' }}
      empty="resources.teams.empty"
      card={(team) => ({
        title: team.name,
        lines: [translate('resources.teams.counts', { members: team.members, anchors: team.anchors })],
      })}
    >
      <DataTable.Col source="name" field={RowLink} />
      <DataTable.NumberCol source="members" disableSort />
      <DataTable.NumberCol source="anchors" disableSort />
    </HouseList>
  );
}
