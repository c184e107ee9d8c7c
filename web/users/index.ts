import Icon from '@mui/icons-material/ManageAccountsOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const users: ResourceEntry = {
  name: 'users',
  icon: Icon,
  group: 'settings',
  views: ['list', 'show', 'create', 'edit'],
  load: () => import('./views.ts'),
  recordRepresentation: 'name',
};
