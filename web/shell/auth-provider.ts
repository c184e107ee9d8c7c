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
    // Where the policy has one action for making and changing a record, it is named `edit`.
    canAccess: async ({ resource, action }) =>
      me.can.includes(
        action === 'create' && !isAction(`${resource}.create`) ? `${resource}.edit` : `${resource}.${action}`,
      ),
  };
}
