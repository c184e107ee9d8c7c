import Icon from '@mui/icons-material/FactCheckOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const books: ResourceEntry = {
  name: 'books',
  icon: Icon,
  group: 'money',
  action: 'books.check',
  views: ['list'],
  load: () => import('./views.ts'),
  recordRepresentation: 'title',
};
