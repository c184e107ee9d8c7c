import { createContext, useContext } from 'react';
import type { Reason } from '../../api/domain/error.ts';
import type { Role, Scope } from '../../api/domain/identity.ts';
import { whyNot } from '../../api/domain/permission.ts';
import type { Locale } from './i18n.ts';

/** Who is signed in, as `GET /api/me` says. */
export interface Me {
  id: string;
  name: string;
  email: string;
  role: Exclude<Role, 'system'>;
  scope: Scope;
  anchorId: number | null;
  locale: Locale;
  twoFactorEnabled: boolean;
  /** Granted actions of the policy table, `anchors.edit`. */
  can: string[];
}

const MeContext = createContext<Me | null>(null);
export const MeProvider = MeContext.Provider;

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe needs a signed-in user above it');
  return me;
}

/** Why this user may not do an action of the policy table; undefined when it is granted. */
export function useWhyNot(): (action: string) => Reason | undefined {
  const me = useMe();
  return (action) => whyNotMe(me, action);
}

/** The server's list decides; the shared table gives the reason. */
export function whyNotMe(me: Pick<Me, 'role' | 'can'>, action: string): Reason | undefined {
  if (me.can.includes(action)) return undefined;
  return whyNot(me.role, action) ?? { code: 'not_your_role', message: `role ${me.role} may not ${action}` };
}
