import Icon from '@mui/icons-material/LeaderboardOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

/** How brands delivered, and which of them get no new offers. */
export const supplierScores: ResourceEntry = {
  name: 'supplier-scores',
  icon: Icon,
  group: 'goods',
  action: 'suppliers.list',
  views: ['list', 'show'],
  load: () => import('./views.ts'),
  recordRepresentation: 'brandName',
};
