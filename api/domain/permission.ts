import type { Reason } from './error.ts';
import type { Identity, Role } from './identity.ts';

const STAFF = ['operator', 'compliance', 'finance', 'admin'] as const;
const EVERYONE = ['anchor', ...STAFF] as const;

/**
 * The one policy table: `resource.action` → the roles that may. What is not named is refused.
 * The API's guard, the screens (react-admin's canAccess) and the commands read it; which records a
 * role sees inside a permitted action is row-level security's part, by the same identity.
 */
export const policy = {
  'anchors.list': STAFF,
  'anchors.show': STAFF,
  'anchors.create': ['operator', 'admin'],
  'anchors.edit': ['operator', 'admin'],
  'anchors.payee': ['finance', 'admin'],
  'brands.list': STAFF,
  'brands.show': STAFF,
  'brands.create': ['operator', 'admin'],
  'brands.edit': ['operator', 'compliance', 'admin'],
  'products.list': STAFF,
  'products.show': STAFF,
  'products.create': ['operator', 'admin'],
  'products.edit': ['operator', 'compliance', 'admin'],
  'deals.list': STAFF,
  'deals.show': STAFF,
  'deals.create': ['operator', 'admin'],
  'deals.edit': ['operator', 'admin'],
  'streams.list': EVERYONE,
  'streams.show': EVERYONE,
  'streams.create': ['operator', 'admin'],
  'streams.edit': ['operator', 'admin'],
  'contracts.list': EVERYONE,
  'contracts.show': EVERYONE,
  'contracts.create': ['operator', 'admin'],
  'contracts.edit': ['operator', 'admin'],
  'contracts.activate': ['compliance', 'admin'],
  'contracts.upload': ['operator', 'compliance', 'admin'],
  'contracts.review': ['operator', 'compliance', 'admin'],
  'contracts.submit': ['operator', 'admin'],
  'contracts.clear': ['compliance'],
  'contracts.guardian': ['operator', 'compliance', 'admin'],
  'contracts.accept': ['anchor'],
  'contracts.acknowledge': ['operator', 'compliance', 'admin'],
  'contracts.record-paper': ['compliance', 'admin'],
  'contract-documents.list': EVERYONE,
  'contract-documents.show': EVERYONE,
  'contract-findings.list': STAFF,
  'contract-findings.show': EVERYONE,
  'contract-findings.add': ['operator', 'compliance'],
  'contract-findings.dismiss': ['operator', 'compliance'],
  'contract-findings.confirm': ['operator', 'compliance'],
  'contract-findings.waive': ['compliance'],
  'contract-remarks.list': EVERYONE,
  'contract-remarks.create': ['anchor'],
  'contract-remarks.answer': ['operator', 'compliance', 'admin'],
  'contract-board.list': STAFF,
  'contract-promises.list': EVERYONE,
  'contract-promises.show': EVERYONE,
  'contract-promises.edit': ['operator', 'compliance', 'admin'],
  'contract-promises.object': ['anchor'],
  'parties.list': STAFF,
  'parties.create': ['operator', 'finance', 'admin'],
  'orders.list': ['operator', 'compliance', 'finance', 'admin'],
  'orders.show': ['operator', 'compliance', 'finance', 'admin'],
  'orders.alias': ['operator', 'finance', 'admin'],
  'imports.list': ['finance', 'compliance', 'admin'],
  'imports.show': ['finance', 'compliance', 'admin'],
  'imports.create': ['finance', 'admin'],
  'imports.cancel': ['finance', 'admin'],
  'imports.undo': ['finance', 'admin'],
  'settlements.list': ['finance', 'compliance', 'admin'],
  'settlements.show': ['finance', 'compliance', 'admin'],
  'settlements.run': ['finance'],
  'settlement-lines.explain': EVERYONE,
  'settlement-lines.list': ['finance', 'compliance', 'admin'],
  'statements.list': ['anchor', 'operator', 'compliance', 'finance', 'admin'],
  'statements.show': ['anchor', 'operator', 'compliance', 'finance', 'admin'],
  'statements.issue': ['finance'],
  'payouts.list': ['anchor', 'compliance', 'finance', 'admin'],
  'payouts.show': ['anchor', 'compliance', 'finance', 'admin'],
  'payouts.prepare': ['finance'],
  'payouts.approve': ['finance', 'admin'],
  'payouts.pay': ['finance'],
  'payouts.cancel': ['finance', 'admin'],
  'books.check': ['finance', 'compliance', 'admin'],
  'dashboard.show': EVERYONE,
  'users.list': ['admin'],
  'users.show': ['admin'],
  'users.create': ['admin'],
  'users.edit': ['admin'],
  'teams.list': STAFF,
  'teams.show': STAFF,
  'teams.create': ['admin'],
  'teams.edit': ['admin'],
  'agency.show': STAFF,
  'agency.edit': ['admin'],
  'staff.list': STAFF,
  'history.list': STAFF,
  'me.show': EVERYONE,
  'me.edit': EVERYONE,
  'sessions.list': EVERYONE,
  'sessions.revoke': EVERYONE,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof policy;

export const isAction = (text: string): text is Action => Object.hasOwn(policy, text);

/** Whether a role may do this at all; `system` is the command line on the machine itself. */
export function may(role: Identity['role'], action: string): boolean {
  if (!isAction(action)) return false;
  return role === 'system' || (policy[action] as readonly string[]).includes(role);
}

/** The reason a role is refused, or undefined when it may. */
export function whyNot(role: Identity['role'], action: string): Reason | undefined {
  if (may(role, action)) return undefined;
  return { code: 'not_your_role', message: `role ${role} may not ${action}` };
}
