/** The roles people sign in with, and `system` for work no person asked for (jobs, the command line). */
export type Role = 'anchor' | 'operator' | 'compliance' | 'finance' | 'admin' | 'system';

/** Whose anchors a person may touch: those in own care, those of the own team, or everybody's. */
export type Scope = 'own' | 'group' | 'all';

/** Who acts. The policy guard decides on it and row-level security reads the same five values. */
export interface Identity {
  userId: string;
  role: Role;
  /** The anchor this person is; null for staff. */
  anchorId: number | null;
  teamId: number | null;
  scope: Scope;
}

/** The machine's own hand: the command line and jobs, on a machine whose owner ran them. */
export const SYSTEM: Identity = {
  userId: 'system',
  role: 'system',
  anchorId: null,
  teamId: null,
  scope: 'all',
};

/** Who is named as the doer; null for the machine itself, which is no user. */
export const actorId = (identity: Identity): string | null =>
  identity.role === 'system' ? null : identity.userId;
