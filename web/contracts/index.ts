import Icon from '@mui/icons-material/HistoryEduOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const contracts: ResourceEntry = {
  name: 'contracts',
  icon: Icon,
  group: 'people',
  views: ['list', 'show', 'create', 'edit'],
  load: () => import('./views.ts'),
  recordRepresentation: 'no',
  pages: [
    { path: ':id/versions/:versionId', view: 'draft' },
    { path: ':id/versions/:versionId/components', view: 'components' },
    { path: ':id/versions/:versionId/review', view: 'review' },
    { path: ':id/versions/:versionId/diff/:otherId', view: 'diff' },
  ],
};
