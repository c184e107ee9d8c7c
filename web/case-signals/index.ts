import Icon from '@mui/icons-material/TroubleshootOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

/** What orders say against goods; a word is a hint, and a person opens the case. */
export const caseSignals: ResourceEntry = {
  name: 'case-signals',
  icon: Icon,
  group: 'goods',
  views: ['list'],
  load: () => import('./views.ts'),
  recordRepresentation: 'key',
};
