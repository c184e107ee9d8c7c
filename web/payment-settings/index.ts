import Icon from '@mui/icons-material/TuneOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const paymentSettings: ResourceEntry = {
  name: 'payment-settings',
  icon: Icon,
  group: 'settings',
  action: 'payment-settings.show',
  views: ['list'],
  load: () => import('./views.ts'),
  recordRepresentation: 'id',
};
