import Icon from '@mui/icons-material/AccountBalanceOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const payoutBatches: ResourceEntry = {
  name: 'payout-batches',
  icon: Icon,
  group: 'money',
  views: ['list', 'show'],
  load: () => import('./views.ts'),
  recordRepresentation: 'no',
  pages: [{ path: 'create', view: 'propose' }],
};
