import type { DisputeRow } from '../fields/confirmation.ts';

interface Said {
  byName: string;
  at: string;
}

/** `GET /disputes/{id}`. */
export interface Dispute extends DisputeRow {
  answers?: (Said & { id: number; side: 'anchor' | 'agency'; body: string })[];
  files?: (Said & { id: number; name: string; sizeBytes: number })[];
  declined?: (Said & { reason: string })[];
}

/** One thing that happened, in the order of time. `amountFen` with proposals and decisions. */
export interface ThreadEntry extends Said {
  kind:
    | 'raised'
    | 'anchor'
    | 'agency'
    | 'file'
    | 'proposed'
    | 'declined'
    | 'upheld'
    | 'rejected'
    | 'withdrawn';
  body: string;
  amountFen?: number | null;
  fileId?: number;
}

/** Everything said and done about a dispute, oldest first. */
export function threadOf(dispute: Dispute): ThreadEntry[] {
  const { proposal, outcome } = dispute;
  const entries: ThreadEntry[] = [
    { kind: 'raised', body: dispute.body, byName: dispute.raisedByName, at: dispute.raisedAt },
    ...(dispute.answers ?? []).map(({ side, body, byName, at }) => ({ kind: side, body, byName, at })),
    ...(dispute.files ?? []).map(({ id, name, byName, at }) => ({
      kind: 'file' as const,
      body: name,
      fileId: id,
      byName,
      at,
    })),
    ...(dispute.declined ?? []).map(({ reason, byName, at }) => ({
      kind: 'declined' as const,
      body: reason,
      byName,
      at,
    })),
  ];
  if (proposal)
    entries.push({
      kind: 'proposed',
      body: proposal.reason,
      byName: proposal.proposedByName,
      at: proposal.proposedAt,
      amountFen: proposal.adjustmentFen,
    });
  if (outcome)
    entries.push({
      kind: outcome.outcome,
      body: outcome.reason,
      byName: outcome.decidedByName,
      at: outcome.decidedAt,
      amountFen: outcome.adjustmentFen,
    });
  return entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
