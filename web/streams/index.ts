import Icon from '@mui/icons-material/SensorsOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const streams: ResourceEntry = {
  name: 'streams',
  icon: Icon,
  group: 'goods',
  views: ['list', 'show', 'create', 'edit'],
  load: () => import('./views.ts'),
  recordRepresentation: 'title',
};
