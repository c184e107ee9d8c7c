import Icon from '@mui/icons-material/Inventory2Outlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const products: ResourceEntry = {
  name: 'products',
  icon: Icon,
  group: 'goods',
  views: ['list', 'show', 'create', 'edit'],
  load: () => import('./views.ts'),
  recordRepresentation: 'name',
};
