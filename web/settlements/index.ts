import Icon from '@mui/icons-material/BalanceOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const settlements: ResourceEntry = {
  name: 'settlements',
  icon: Icon,
  group: 'money',
  views: ['list', 'show'],
  load: () => import('./views.ts'),
  recordRepresentation: 'month',
  pages: [
    { path: 'run', view: 'run' },
    { path: 'close', view: 'close' },
  ],
};
