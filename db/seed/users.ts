import type { Role, Scope } from '../../api/domain/identity.ts';

export const TEAMS = ['美妆组', '食品组'] as const;

export interface DemoUser {
  key: string;
  name: string;
  email: string;
  role: Exclude<Role, 'system'>;
  scope: Scope;
  /** Of TEAMS; an anchor is of the team of whoever looks after them. */
  teamName?: (typeof TEAMS)[number];
  /** Who an anchor's user is. */
  anchorKey?: string;
}

/** One documented password for the whole demo; a database that was not started with --demo never has these users. */
export const DEMO_PASSWORD = 'faircast-demo-2026';

const at = (name: string): string => `${name}@demo.faircast.local`;

/** Everybody a visitor can be. Two people in finance, because who prepares a payout cannot approve it. */
export const USERS: readonly DemoUser[] = [
  { key: 'admin', name: '何志远', email: at('admin'), role: 'admin', scope: 'all' },
  { key: 'finance', name: '陈静', email: at('finance'), role: 'finance', scope: 'all' },
  { key: 'finance2', name: '吴桐', email: at('finance2'), role: 'finance', scope: 'all' },
  { key: 'compliance', name: '沈岚', email: at('compliance'), role: 'compliance', scope: 'all' },
  {
    key: 'operator',
    name: '赵蕾',
    email: at('operator'),
    role: 'operator',
    scope: 'all',
    teamName: '美妆组',
  },
  { key: 'agent', name: '孙浩', email: at('agent'), role: 'operator', scope: 'own', teamName: '食品组' },
  {
    key: 'linxiaoman',
    name: '林小满',
    email: at('linxiaoman'),
    role: 'anchor',
    scope: 'own',
    anchorKey: 'linxiaoman',
  },
  {
    key: 'beichuan',
    name: '北川',
    email: at('beichuan'),
    role: 'anchor',
    scope: 'own',
    anchorKey: 'beichuan',
  },
];
