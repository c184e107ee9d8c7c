import Icon from '@mui/icons-material/FactCheckOutlined';
import type { ResourceEntry } from '../shell/resource-entry.ts';

/** Lots and mystery orders against the sealed sample. */
export const inspections: ResourceEntry = {
  name: 'inspections',
  icon: Icon,
  group: 'goods',
  views: ['list', 'show', 'create'],
  load: () => import('./views.ts'),
  recordRepresentation: 'productName',
  pages: [
    { path: ':id/units/new', view: 'newUnit' },
    { path: ':id/units/:unitId', view: 'unit' },
    { path: ':id/units/:unitId/edit', view: 'editUnit' },
    { path: 'history/:productId', view: 'history' },
  ],
};
