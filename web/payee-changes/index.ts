import Icon from '@mui/icons-material/SwapHorizOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const payeeChanges: ResourceEntry = {
  name: 'payee-changes',
  icon: Icon,
  group: 'money',
  views: ['list', 'show'],
  load: () => import('./views.ts'),
  recordRepresentation: 'accountName',
  pages: [{ path: 'create', view: 'request' }],
};
