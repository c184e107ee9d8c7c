import type { Trx } from '../../db/connect.ts';
import { readToday } from '../../db/queries/anchors.ts';
import { type CaseParts, type CaseRow, readCase, readCaseParts } from '../../db/queries/cases.ts';
import { listHeldParties } from '../../db/queries/holds.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import type { CaseActor, CaseFacts } from '../domain/inspection/case-life.ts';
import { found } from '../http/route.ts';

/** A case and what the rules ask of it. */
export interface GatheredCase {
  row: CaseRow;
  parts: CaseParts;
  facts: CaseFacts;
  actor: CaseActor;
  today: string;
}

/** The facts of a case as the rules ask for them; 404 when it is not there. */
export async function gatherCase(trx: Trx, identity: Identity, id: number): Promise<GatheredCase> {
  const row = found(await readCase(trx, id), 'case', id);
  const parts = await readCaseParts(trx, id);
  const today = await readToday(trx);
  const held = await listHeldParties(trx, id);
  const { decision, evidence, remedies } = parts;
  const facts: CaseFacts = {
    stage: row.stage,
    evidenceIds: evidence.map((one) => one.id),
    upheldDifferences: row.upheldDifferences,
    answerBy: row.answerBy,
    today,
    decision: decision && {
      outcome: decision.outcome,
      bearer: decision.bearer,
      reason: decision.reason,
      anchorFaultEvidenceIds: decision.anchorFaultEvidenceIds,
    },
    remediesPlanned: remedies.filter(({ state }) => state !== 'dropped').length,
    remediesOpen: remedies.filter(({ state }) => state === 'open').length,
    // What one party is owed must not hide what another one owes.
    heldFen: held.reduce((sum, party) => sum + Math.abs(party.heldFen), 0),
    isStillHolding: row.isHolding,
  };
  return { row, parts, facts, actor: { userId: actorId(identity) }, today };
}
