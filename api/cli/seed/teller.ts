import { ANCHORS } from '../../../db/seed/anchors.ts';
import type { Told } from '../../../db/seed/told.ts';
import { USERS } from '../../../db/seed/users.ts';
import type { Identity } from '../../domain/identity.ts';
import type { Services } from '../../http/context.ts';

/** Who tells the demo, where to, and what has been told so far. Each teller adds to `told` what it made. */
export interface Teller {
  services: Services;
  told: Told;
}

/** A demo user as the one who acts, so that the history names people. */
export function actAs({ told }: Teller, userKey: string): Identity {
  const user = USERS.find(({ key }) => key === userKey);
  const userId = user && told.users.get(user.email);
  if (!userId) throw new Error(`the demo has no user ${userKey} yet`);
  return { userId, role: user.role, scope: user.scope, teamId: null, anchorId: null };
}

export function anchorIdOf({ told }: Teller, anchorKey: string): number {
  const anchor = ANCHORS.find(({ key }) => key === anchorKey);
  const id = anchor && told.anchors.get(anchor.name);
  if (id === undefined) throw new Error(`the demo has no anchor ${anchorKey} yet`);
  return id;
}
