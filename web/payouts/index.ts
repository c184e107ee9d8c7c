import Icon from '@mui/icons-material/PaymentsOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const payouts: ResourceEntry = {
  name: 'payouts',
  icon: Icon,
  group: 'money',
  views: ['list', 'show'],
  load: () => import('./views.ts'),
  recordRepresentation: 'statementNo',
};
