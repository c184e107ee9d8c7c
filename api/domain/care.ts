import type { Reason } from './error.ts';
import type { Identity } from './identity.ts';

/**
 * Whether this person may put an anchor into this care. An operator of scope own or group keeps anchors within
 * the sight row-level security gives; handing one over to others is for those who see everybody.
 */
export function whyNotCareFor(
  identity: Identity,
  care: { managerUserId: string | null; teamId: number | null },
): Reason | undefined {
  if (identity.role !== 'operator' || identity.scope === 'all') return undefined;
  if (care.managerUserId === identity.userId) return undefined;
  if (identity.scope === 'group' && identity.teamId !== null && care.teamId === identity.teamId)
    return undefined;
  return identity.scope === 'group'
    ? { code: 'only_own_group', message: 'you may only manage anchors of your own or of your team' }
    : {
        code: 'only_own_care',
        message: 'you may only manage anchors of your own: name yourself as the manager',
      };
}
