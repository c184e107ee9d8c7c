import Icon from '@mui/icons-material/ReceiptLongOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const orders: ResourceEntry = {
  name: 'orders',
  icon: Icon,
  group: 'money',
  views: ['list'],
  load: () => import('./views.ts'),
  recordRepresentation: 'orderNo',
};
