import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

/** Holds a dispute's statement, so that two decisions come one after another; false when it is not in sight. */
export async function lockDispute(trx: Trx, disputeId: number): Promise<boolean> {
  const { rows } =
    await sql`select from statement where id = (select statement_id from dispute where id = ${disputeId}) for update`.execute(
      trx,
    );
  return rows.length === 1;
}

/** A proposal to uphold: it waits for a second person. */
export async function insertProposal(
  trx: Trx,
  proposal: { disputeId: number; adjustmentFen: number; reason: string; by: string },
): Promise<void> {
  await sql`insert into dispute_outcome (dispute_id, outcome, adjustment_fen, reason, proposed_by)
    values (${proposal.disputeId}, 'upheld', ${proposal.adjustmentFen}, ${proposal.reason}, ${proposal.by})`.execute(
    trx,
  );
}

/** An outcome that needs nobody else: rejected by the agency, or taken back by the anchor. */
export async function insertFinalOutcome(
  trx: Trx,
  outcome: { disputeId: number; outcome: 'rejected' | 'withdrawn'; reason: string; by: string },
): Promise<void> {
  await sql`insert into dispute_outcome (dispute_id, outcome, reason, proposed_by, decision, decided_by, decided_at)
    values (${outcome.disputeId}, ${outcome.outcome}, ${outcome.reason}, ${outcome.by}, 'approved', ${outcome.by}, clock_timestamp())`.execute(
    trx,
  );
}

/** False when the proposal was decided meanwhile. */
export async function decideProposal(
  trx: Trx,
  proposalId: number,
  decision: {
    decision: 'approved' | 'declined';
    reason: string | null;
    by: string;
    payEntryId: number | null;
  },
): Promise<boolean> {
  const { rows } = await sql`
    update dispute_outcome set decision = ${decision.decision}, decision_reason = ${decision.reason}, decided_by = ${decision.by},
           decided_at = clock_timestamp(), pay_entry_id = ${decision.payEntryId}
     where id = ${proposalId} and decision is null returning id`.execute(trx);
  return rows.length === 1;
}

/** The party behind an anchor: whose account an adjustment is posted to. */
export async function findPartyOfAnchor(trx: Trx, anchorId: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`select id from party where anchor_id = ${anchorId}`.execute(trx);
  return rows[0]!.id;
}

export async function countOpenDisputes(trx: Trx, statementId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select coalesce(max(open_disputes), 0)::int as n from statement_hold where statement_id = ${statementId}`.execute(
    trx,
  );
  return rows[0]!.n;
}
