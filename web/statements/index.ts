import Icon from '@mui/icons-material/DescriptionOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const statements: ResourceEntry = {
  name: 'statements',
  icon: Icon,
  group: 'money',
  views: ['list', 'show'],
  load: () => import('./views.ts'),
  recordRepresentation: 'no',
};
