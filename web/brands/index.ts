import Icon from '@mui/icons-material/StorefrontOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const brands: ResourceEntry = {
  name: 'brands',
  icon: Icon,
  group: 'goods',
  views: ['list', 'show', 'create', 'edit'],
  load: () => import('./views.ts'),
  recordRepresentation: 'name',
};
