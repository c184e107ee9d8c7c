import AdjustIcon from '@mui/icons-material/BalanceOutlined';
import FineIcon from '@mui/icons-material/GavelOutlined';
import RecoupIcon from '@mui/icons-material/SavingsOutlined';
import FeeIcon from '@mui/icons-material/SellOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

const load = () => import('./views.ts');
const viewsOf = (list: 'fees' | 'recoups' | 'fines' | 'adjustments') => async () => {
  const views = await load();
  return { list: views[list] };
};

/** One entry of the menu; the four pages are tabs of each other. */
export const recoupItems: ResourceEntry = {
  name: 'recoup-items',
  icon: RecoupIcon,
  group: 'money',
  views: ['list'],
  load: viewsOf('recoups'),
  recordRepresentation: 'name',
};

export const dealFees: ResourceEntry = {
  name: 'deal-fees',
  icon: FeeIcon,
  group: null,
  views: ['list'],
  load: viewsOf('fees'),
  recordRepresentation: 'reference',
};

export const payFines: ResourceEntry = {
  name: 'pay-fines',
  icon: FineIcon,
  group: null,
  views: ['list'],
  load: viewsOf('fines'),
  recordRepresentation: 'what',
};

export const payAdjustments: ResourceEntry = {
  name: 'pay-adjustments',
  icon: AdjustIcon,
  group: null,
  views: ['list'],
  load: viewsOf('adjustments'),
  recordRepresentation: 'reason',
};
