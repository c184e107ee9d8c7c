import Icon from '@mui/icons-material/MicNoneOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const anchors: ResourceEntry = {
  name: 'anchors',
  icon: Icon,
  group: 'people',
  views: ['list', 'show', 'create', 'edit'],
  load: () => import('./views.ts'),
  recordRepresentation: 'name',
};
