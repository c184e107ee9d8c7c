import type { AdjustmentRow, FineRow, RecoupRow } from '../../db/queries/pay-fact-lists.ts';
import type { Identity } from '../domain/identity.ts';
import {
  type FineStanding,
  objectUntil,
  whyNotApproveRequest,
  whyNotDecideFine,
  whyNotNotifyFine,
  whyNotObjectToFine,
} from '../domain/pay/fact-life.ts';

export const standingOf = ({
  proposedBy,
  notifiedOn,
  noticeDays,
  objection,
  takenFen,
}: FineRow): FineStanding => ({
  ...{ proposedBy, notifiedOn, noticeDays, objection },
  isTaken: takenFen > 0,
});

/** A fine as its reader may see it: an anchor is told what and why, not who proposed it. */
export function shownFine(row: FineRow, who: Identity, today: string) {
  const { proposedBy: _, noticeDays: __, ...shown } = row;
  const standing = standingOf(row);
  return {
    ...shown,
    proposedByName: who.role === 'anchor' ? null : row.proposedByName,
    objectUntil: objectUntil(standing) ?? null,
    refusal: {
      notify: whyNotNotifyFine(standing) ?? null,
      object: whyNotObjectToFine(standing, today) ?? null,
      decide: whyNotDecideFine(standing, who) ?? null,
    },
  };
}

export const shownRecoup = (row: RecoupRow, who: Identity) => ({
  ...row,
  refusal: {
    approve: whyNotApproveRequest({ requestedBy: row.requestedBy, decidedBy: row.approvedBy }, who) ?? null,
  },
});

export function shownAdjustment({ decidedBy, ...row }: AdjustmentRow, who: Identity) {
  const refusal = whyNotApproveRequest({ requestedBy: row.preparedBy, decidedBy }, who) ?? null;
  return { ...row, refusal: { approve: refusal, decline: refusal } };
}
