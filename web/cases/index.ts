import Icon from '@mui/icons-material/GppMaybeOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

/** Substitution cases: from the evidence to the decision, and the money held meanwhile. */
export const cases: ResourceEntry = {
  name: 'cases',
  icon: Icon,
  group: 'goods',
  views: ['list', 'show', 'create', 'edit'],
  load: () => import('./views.ts'),
  recordRepresentation: 'no',
};
