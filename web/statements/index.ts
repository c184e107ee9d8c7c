import Icon from '@mui/icons-material/DescriptionOutlined';
import SilenceIcon from '@mui/icons-material/HourglassEmptyOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

export const statements: ResourceEntry = {
  name: 'statements',
  icon: Icon,
  group: 'money',
  views: ['list', 'show'],
  load: () => import('./views.ts'),
  recordRepresentation: 'no',
};

/** What silence means, by the contract's own clause. */
export const silenceTerms: ResourceEntry = {
  name: 'silence-terms',
  icon: SilenceIcon,
  group: 'settings',
  views: ['list'],
  load: async () => ({ list: (await import('./views.ts')).silenceTerms }),
  recordRepresentation: 'contractNo',
};
