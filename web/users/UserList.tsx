import { DataTable, SearchInput } from 'react-admin';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { TextValue } from '../fields/Facts.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { RowLink } from '../fields/RowLink.tsx';
import { ChoiceField, StatusChip } from '../fields/StatusChip.tsx';
import { ROLES } from './UserInputs.tsx';

const filters = [
  <SearchInput key="q" source="q" />,
  <ChoiceInput key="role" source="role" choices={ROLES} />,
];

const stateOf = (user: Record<string, unknown>) => (
  <StatusChip
    value={String(user.banned)}
    source="banned"
    resource="users"
    tone={user.banned ? 'bad' : 'good'}
  />
);

export function UserList() {
  return (
    <HouseList
      filters={filters}
      sort={{ field: 'name', order: 'ASC' }}
      empty="resources.users.empty"
      card={(user) => ({
        title: user.name,
        right: stateOf(user),
        lines: [user.email, <ChoiceField key="role" source="role" record={user} />],
      })}
    >
      <DataTable.Col source="name" field={RowLink} />
      <DataTable.Col source="email" field={TextValue} />
      <DataTable.Col source="role" field={ChoiceField} />
      <DataTable.Col source="scope" field={ChoiceField} disableSort />
      <DataTable.Col source="twoFactorEnabled" field={ChoiceField} disableSort />
      <DataTable.Col source="banned" render={stateOf} disableSort />
    </HouseList>
  );
}
