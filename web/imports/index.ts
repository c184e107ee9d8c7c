import Icon from '@mui/icons-material/UploadFileOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const imports: ResourceEntry = {
  name: 'imports',
  icon: Icon,
  group: 'money',
  views: ['list', 'show', 'create'],
  load: () => import('./views.ts'),
  recordRepresentation: 'fileName',
};
