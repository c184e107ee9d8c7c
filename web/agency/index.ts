import Icon from '@mui/icons-material/BusinessOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const agency: ResourceEntry = {
  name: 'agency',
  icon: Icon,
  group: 'settings',
  action: 'agency.edit',
  views: ['list'],
  load: () => import('./views.ts'),
  recordRepresentation: 'name',
};
