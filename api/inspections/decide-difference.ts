import { writeAudit } from '../../db/queries/audit.ts';
import { openCaseFromInspection } from '../../db/queries/case-open.ts';
import { insertDecision, readDifference, readSeen } from '../../db/queries/inspection-differences.ts';
import { readInspection } from '../../db/queries/inspections.ts';
import { lockRow } from '../../db/queries/row-version.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import type { Criticality } from '../domain/inspection/comparison.ts';
import { type InspectionVerdict, whyNotDecide, whyNotRecord } from '../domain/inspection/inspection-life.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { type ShownDifference, shownDifference, shownInspection } from './show-inspection.ts';

export interface Decided {
  difference: ShownDifference;
  inspection: { id: number; verdict: InspectionVerdict };
  /** A critical difference is upheld: it opened a substitution case, this one. */
  opensCase: boolean;
  caseId: number | null;
}

/** What a person makes of one difference, in a word; the machine's figures are kept beside it. */
export async function decideDifference(
  { db }: Services,
  identity: Identity,
  id: number,
  decision: { kind: 'uphold' | 'dismiss' | 'reopen'; reason: string; criticality?: Criticality },
): Promise<Decided> {
  const reason = whyNot(identity.role, 'inspections.decide');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const { inspectionId } = found(await readDifference(trx, id), 'difference', id);
    await lockRow(trx, 'inspection', inspectionId);
    const before = (await readDifference(trx, id))!;
    const inspection = (await readInspection(trx, inspectionId))!;
    const { kind, criticality } = decision;
    const refusal = whyNotRecord(inspection) ?? whyNotDecide(kind, before, criticality);
    if (refusal) throw refuse('conflict', refusal);
    const { code, values, photoComparisonId } = before;
    await insertDecision(trx, {
      differenceId: id,
      kind,
      criticality: kind === 'uphold' ? (criticality ?? before.criticality) : null,
      reason: decision.reason,
      seen: photoComparisonId === null ? { code, values } : await readSeen(trx, photoComparisonId),
      decidedBy: identity.userId,
    });
    await writeAudit(trx, identity, {
      ...{ action: `inspections.${kind}`, entity: 'inspection', entityId: inspectionId },
      before: { differenceId: id, state: before.state },
      after: { differenceId: id, ...decision },
    });
    const { verdictNow, opensCase } = shownInspection((await readInspection(trx, inspectionId))!);
    const opened =
      kind === 'uphold' && opensCase ? await openCaseFromInspection(trx, identity, inspectionId) : undefined;
    const difference = shownDifference((await readDifference(trx, id))!);
    return {
      difference,
      inspection: { id: inspectionId, verdict: verdictNow },
      opensCase,
      caseId: opened?.id ?? null,
    };
  });
}
