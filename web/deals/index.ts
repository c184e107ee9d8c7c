import Icon from '@mui/icons-material/HandshakeOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const deals: ResourceEntry = {
  name: 'deals',
  icon: Icon,
  group: 'goods',
  views: ['list', 'show', 'create', 'edit'],
  load: () => import('./views.ts'),
  recordRepresentation: 'title',
};
