import Icon from '@mui/icons-material/VerifiedOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

/** Samples from the request to the seal and back. */
export const samples: ResourceEntry = {
  name: 'samples',
  icon: Icon,
  group: 'goods',
  views: ['list', 'show', 'create'],
  load: () => import('./views.ts'),
  recordRepresentation: 'productName',
  pages: [{ path: ':id/seal', view: 'seal' }],
};

/** What an anchor sees: own samples, and a request of one's own. */
export const ownSamples: ResourceEntry = {
  ...samples,
  load: () => import('./own-views.ts'),
  pages: [],
};
