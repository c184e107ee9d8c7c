import type { AuthProvider } from 'react-admin';
import { isAction } from '../../api/domain/permission.ts';
import type { Me } from './me-context.ts';

/**
 * react-admin's questions about the signed-in user, answered from `/api/me` without another request.
 * A session that ends is not its business: requests wait while the user signs in again (http.ts).
 */
export function makeAuthProvider(me: Me, leave: () => Promise<void>): AuthProvider {
  return {
    login: async () => undefined,
    logout: async () => {
      await leave();
      return false;
    },
    checkAuth: async () => undefined,
    checkError: async () => undefined,
    getIdentity: async () => ({ id: me.id, fullName: me.name }),
    getPermissions: async () => me.role,
    canAccess: async ({ resource, action }) =>
      me.can.includes(
        READ_BY[resource] ?? (action === 'create' ? makingOf(resource) : readingOf(resource, action)),
      ),
  };
}

/** Resources that are only read, by an action of another name. */
const READ_BY: Record<string, string> = {
  'supplier-scores': 'suppliers.list',
  'tax-inputs': 'tax-profiles.list',
};

/** Who may list records without an action of their own to show one may look at each. */
const readingOf = (resource: string, action: string): string =>
  action === 'show' && !isAction(`${resource}.show`) ? `${resource}.list` : `${resource}.${action}`;

/** What the policy calls making a record: some begin as a request, some are started or opened; `edit` where one action makes and changes. */
const MAKING = ['create', 'request', 'start', 'open'] as const;
const makingOf = (resource: string): string =>
  MAKING.map((verb) => `${resource}.${verb}`).find(isAction) ?? `${resource}.edit`;
