import Icon from '@mui/icons-material/NotificationsOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const notices: ResourceEntry = {
  name: 'notices',
  icon: Icon,
  group: null,
  views: ['list'],
  load: () => import('./views.ts'),
  recordRepresentation: 'id',
};
