import type { Db, Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { holdNewLines } from '../../db/queries/hold-take.ts';
import { ensurePartyAccounts, postSettlementJournals, sumRunPostings } from '../../db/queries/journal.ts';
import {
  countWaitingRefunds,
  gatherSettlementInput,
  isMonthClosed,
  listUnsettleable,
  lockSettlement,
  type OpenElsewhere,
  type SettlementInput,
  type SettlementProblem,
} from '../../db/queries/settlement-gather.ts';
import { allowLongWork, settleOpenLines } from '../../db/queries/settlement-open-lines.ts';
import {
  type AnchorTotal,
  insertRun,
  listRunAnchors,
  listRunParties,
  type PartyTotal,
  type RunTotals,
  readRunTotals,
  setRunTotals,
  sumRunByTier,
} from '../../db/queries/settlement-runs.ts';
import { settleTrueUps } from '../../db/queries/settlement-true-up.ts';
import { settleChanges, settleLinkedRefunds } from '../../db/queries/settlement-write.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import type { Month } from '../domain/month.ts';
import { whyNot } from '../domain/permission.ts';

export interface SettlementOptions {
  month: Month;
  /** Do everything, answer with the figures, keep nothing. */
  dryRun?: boolean;
  /** Settle although lines with evidence name an anchor nobody knows; they stay open. */
  leaveUnassigned?: boolean;
}

export interface SettlementResult {
  /** null: nothing to settle, or a dry run. */
  runId: number | null;
  month: Month;
  /** Order lines settled for the first time. */
  lines: number;
  /** Amendments of lines settled earlier. */
  changes: number;
  baseFen: number;
  parties: PartyTotal[];
  anchors: AnchorTotal[];
  problems: SettlementProblem[];
  unsettled: OpenElsewhere;
}

/**
 * Settles a month: every order line with settlement evidence gets its settlement line, or nothing is kept.
 * Refused (409): `month_closed` when statements were issued, `lines_without_rule` naming the lines.
 */
export async function runSettlement(
  db: Db,
  identity: Identity,
  options: SettlementOptions,
): Promise<SettlementResult> {
  const reason = whyNot(identity.role, 'settlements.run');
  if (reason) throw refuse('forbidden', reason);
  const rollback = new KeepNothing();
  let result: SettlementResult | undefined;
  try {
    await inTransaction(db, identity, async (trx) => {
      await allowLongWork(trx);
      // Before anything is read: a run that waited must see what the run before it wrote.
      await lockSettlement(trx);
      result = await settle(trx, identity, options);
      if (options.dryRun || result.runId === null) throw rollback;
    });
  } catch (error) {
    if (error !== rollback) throw error;
  }
  return options.dryRun ? { ...result!, runId: null } : result!;
}

async function settle(
  trx: Trx,
  identity: Identity,
  { month, dryRun = false, leaveUnassigned = false }: SettlementOptions,
): Promise<SettlementResult> {
  const input = await gatherSettlementInput(trx, month);
  const runId = await insertRun(trx, month, actorId(identity));
  await ensurePartyAccounts(trx);
  let settled = 0;
  for (const one of input.months) settled += await settleOpenLines(trx, runId, one, input);
  if (input.hasLinkedRefunds) await settleLinkedRefunds(trx, runId, month, input);
  await settleChanges(trx, runId, month, input);
  await settleTrueUps(trx, runId, input);
  const problems = await findProblems(trx, month, input, input.openLines - settled, leaveUnassigned);
  const unsettled = {
    ...input.unsettled,
    refundsWaiting: input.hasLinkedRefunds ? await countWaitingRefunds(trx, month) : 0,
  };
  if (problems.length > 0 && !dryRun) throw withoutRule(month, problems);
  const mostParts = Math.max(1, ...input.shapes.map((shape) => shape.length));
  await sumRunByTier(trx, runId, mostParts);
  const totals = await readRunTotals(trx);
  await postSettlementJournals(trx, runId, month);
  await assertJournalAgrees(trx, runId, totals);
  await setRunTotals(trx, runId, totals);
  if (totals.lines + totals.changes === 0) return { runId: null, month, ...empty, problems, unsettled };
  // Late lines are settled in the next open month: an issued statement says all there is to say of its own.
  if (await isMonthClosed(trx, month))
    throw new DomainError(
      'conflict',
      'month_closed',
      `statements of ${month} are issued: what came later is settled in the next open month`,
    );
  // Shares of goods under suspicion come in held, so that no statement pays them out before the case is decided.
  await holdNewLines(trx, runId, actorId(identity));
  const { lines, changes, baseFen } = totals;
  await writeAudit(trx, identity, {
    action: 'settlement.run',
    entity: 'settlement',
    entityId: runId,
    after: { month, lines, changes, baseFen },
  });
  const [parties, anchors] = [await listRunParties(trx, runId), await listRunAnchors(trx, runId, month)];
  return { runId, month, lines, changes, baseFen, parties, anchors, problems, unsettled };
}

const empty = { lines: 0, changes: 0, baseFen: 0, parties: [], anchors: [] };

/** Lines in = lines out: whatever has evidence and no settlement line now is named, with its reason. */
async function findProblems(
  trx: Trx,
  month: Month,
  input: SettlementInput,
  missing: number,
  leaveUnassigned: boolean,
): Promise<SettlementProblem[]> {
  const asksForAnchors = !leaveUnassigned && input.unknownAnchorLines > 0;
  if (missing === 0 && !asksForAnchors) return [];
  const looked = input.months.includes(month) ? input.months : [...input.months, month];
  const problems = await listUnsettleable(trx, looked, asksForAnchors);
  const named = problems
    .filter((problem) => problem.reason !== 'unknown_anchor')
    .reduce((sum, problem) => sum + problem.lines, 0);
  if (named !== missing)
    throw new Error(`settlement lost count: ${missing} lines missing, ${named} explained`);
  return problems;
}

function withoutRule(month: Month, problems: SettlementProblem[]): DomainError {
  const lines = problems.reduce((sum, problem) => sum + problem.lines, 0);
  const who = problems
    .slice(0, 3)
    .map((problem) => `${problem.anchorName ?? 'unknown anchor'}: ${problem.lines} (${problem.reason})`);
  return new DomainError(
    'conflict',
    'lines_without_rule',
    `${month}: ${lines} order lines cannot be settled, so nothing was: ${who.join('; ')}`,
    { details: { problems } },
  );
}

/** The journal is written from the parts of the lines; their bases, summed apart from it, must come to the same fen. */
async function assertJournalAgrees(trx: Trx, runId: number, totals: RunTotals): Promise<void> {
  const journal = await sumRunPostings(trx, runId);
  if (journal.parties !== totals.baseFen || journal.clearing !== -totals.baseFen) {
    throw new Error(
      `run ${runId}: journal ${journal.parties}/${journal.clearing} does not agree with its lines ${totals.baseFen}`,
    );
  }
}

/** Thrown to end the transaction of a dry run. */
class KeepNothing extends Error {}
