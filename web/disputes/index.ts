import Icon from '@mui/icons-material/ForumOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const disputes: ResourceEntry = {
  name: 'disputes',
  icon: Icon,
  group: 'money',
  views: ['list', 'show'],
  load: () => import('./views.ts'),
  recordRepresentation: 'label',
};
