import type { FindingDecision, FindingRow } from '../../db/queries/contract-findings.ts';

/** A finding as it is answered: what was said stands beside where it stands. */
export type ShownFinding = Omit<FindingRow, 'words' | 'decision'> &
  FindingRow['words'] & {
    decision: {
      kind: FindingDecision['kind'];
      reason: string | null;
      byName: string | null;
      at: string;
    } | null;
  };
export type FullFinding = ShownFinding & { decisions: FindingDecision[] };

export function shownFinding({ words, decision, ...rest }: FindingRow): ShownFinding {
  return {
    ...rest,
    ...words,
    decision: decision && {
      kind: decision.kind,
      reason: decision.reason,
      byName: decision.decidedByName,
      at: decision.decidedAt,
    },
  };
}

export const findingOf = ({
  decisions,
  ...finding
}: FindingRow & { decisions: FindingDecision[] }): FullFinding => ({
  ...shownFinding(finding),
  decisions,
});
