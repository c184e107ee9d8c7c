import Icon from '@mui/icons-material/ReceiptLongOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const orders: ResourceEntry = {
  name: 'orders',
  icon: Icon,
  group: 'money',
  views: ['list', 'show'],
  load: () => import('./views.ts'),
  recordRepresentation: 'orderNo',
  pages: [{ path: 'gaps', view: 'gaps' }],
};
