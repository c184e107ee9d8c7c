import Icon from '@mui/icons-material/GroupsOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const teams: ResourceEntry = {
  name: 'teams',
  icon: Icon,
  group: 'settings',
  // All of the staff read teams in pickers; the pages are for whoever keeps them.
  action: 'teams.edit',
  views: ['list', 'show', 'create', 'edit'],
  load: () => import('./views.ts'),
  recordRepresentation: 'name',
};
