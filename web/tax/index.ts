import Icon from '@mui/icons-material/ReceiptLongOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

const load = () => import('./views.ts');

/** The menu's page: the month before it is issued, the quarter's table. */
export const tax: ResourceEntry = {
  name: 'tax',
  icon: Icon,
  group: 'money',
  action: 'tax.preview',
  views: ['list'],
  load,
  recordRepresentation: 'id',
};

export const taxProfiles: ResourceEntry = {
  name: 'tax-profiles',
  icon: Icon,
  group: null,
  views: ['list'],
  load: async () => ({ list: (await load()).profiles }),
  recordRepresentation: 'anchorName',
};

export const taxWithholdings: ResourceEntry = {
  name: 'tax-withholdings',
  icon: Icon,
  group: null,
  views: ['list'],
  load: async () => ({ list: (await load()).withholdings }),
  recordRepresentation: 'month',
};

export const taxInputs: ResourceEntry = {
  name: 'tax-inputs',
  icon: Icon,
  group: null,
  action: 'tax-profiles.list',
  views: ['list'],
  load: async () => ({ list: (await load()).inputs }),
  recordRepresentation: 'month',
};
