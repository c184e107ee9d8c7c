import Icon from '@mui/icons-material/FactCheckOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const contractBoard: ResourceEntry = {
  name: 'contract-board',
  icon: Icon,
  group: 'people',
  views: ['list'],
  load: () => import('./views.ts'),
  recordRepresentation: 'id',
};
