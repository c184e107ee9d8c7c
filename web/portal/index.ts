import HoldIcon from '@mui/icons-material/GppMaybeOutlined';
import ContractIcon from '@mui/icons-material/HistoryEduOutlined';
import MineIcon from '@mui/icons-material/PersonOutlined';
import StreamIcon from '@mui/icons-material/SensorsOutlined';
import type { ComponentType } from 'react';
import type { ResourceEntry } from '../shell/resource-entry.ts';

const contracts: ResourceEntry = {
  name: 'contracts',
  icon: ContractIcon,
  group: 'people',
  views: ['list', 'show'],
  load: () => import('./views.ts'),
  recordRepresentation: 'no',
  pages: [
    { path: ':id/versions/:versionId/read', view: 'read' },
    { path: ':id/versions/:versionId/accept', view: 'accept' },
  ],
};

const streams: ResourceEntry = {
  name: 'streams',
  icon: StreamIcon,
  group: 'goods',
  views: ['list', 'show'],
  load: async () => {
    const { OwnStreamList, OwnStreamShow } = await import('./OwnStreams.tsx');
    return { list: OwnStreamList, show: OwnStreamShow };
  },
  recordRepresentation: 'title',
};

const mine: ResourceEntry = {
  name: 'portal',
  icon: MineIcon,
  group: 'settings',
  action: 'me.show',
  views: ['list'],
  load: async () => ({ list: (await import('./Mine.tsx')).Mine }),
  recordRepresentation: 'id',
};

const holds: ResourceEntry = {
  name: 'holds',
  icon: HoldIcon,
  group: 'money',
  action: 'me.holds',
  views: ['list'],
  load: async () => ({ list: (await import('./OwnHolds.tsx')).OwnHolds }),
  recordRepresentation: 'caseNo',
};

/**
 * What an anchor gets instead of the staff's screens: resources with views of their own, and the first
 * page. `home` is loaded lazily and exports `Home`; `bar` the navigation at the bottom of a phone.
 */
export const portal: {
  resources: readonly ResourceEntry[];
  home: (() => Promise<{ Home: ComponentType }>) | null;
  bar: () => Promise<{ PortalBar: ComponentType }>;
} = {
  resources: [contracts, streams, holds, mine],
  home: () => import('./Home.tsx'),
  bar: () => import('./PortalBar.tsx'),
};
