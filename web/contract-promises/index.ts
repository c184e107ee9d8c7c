import Icon from '@mui/icons-material/HandshakeOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

/** What the agency promised; the anchor reads the same ledger. */
export const contractPromises: ResourceEntry = {
  name: 'contract-promises',
  icon: Icon,
  group: 'people',
  views: ['list', 'show', 'create', 'edit'],
  load: () => import('./views.ts'),
  recordRepresentation: 'title',
};
