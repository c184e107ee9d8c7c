import { sql } from 'kysely';
import type { StatementDocument } from '../../../api/domain/statement.ts';
import type { Trx } from '../../connect.ts';
import { accrualChecks } from './accrual-checks.ts';
import { type BookCheckResult, runBookCheck } from './book-check.ts';
import { caseChecks } from './case-checks.ts';
import { catalogChecks } from './catalog-checks.ts';
import { evidenceChecks } from './evidence-checks.ts';
import { importChecks } from './import-checks.ts';
import { journalChecks } from './journal-checks.ts';
import { ledgerChecks } from './ledger-checks.ts';
import { orderLineChecks } from './order-line-checks.ts';
import { payEntryChecks } from './pay-entry-checks.ts';
import { paymentChecks } from './payment-checks.ts';
import { payoutChecks } from './payout-checks.ts';
import { checkCaseHashes, sealedChecks } from './sealed-checks.ts';
import { settlementChecks } from './settlement-checks.ts';
import { statementChecks } from './statement-checks.ts';

/** Every rule that SQL can decide, one after another in the caller's snapshot. */
export async function runBookChecks(trx: Trx): Promise<BookCheckResult[]> {
  // Sums of a million lines in memory; without compiled expressions, which cost more than they save here.
  await sql`select set_config('work_mem', '256MB', true), set_config('jit', 'off', true)`.execute(trx);
  const checks = [
    ...journalChecks,
    ...settlementChecks,
    orderLineChecks,
    ...evidenceChecks,
    ...ledgerChecks(await readMostParts(trx)),
    ...statementChecks,
    ...payEntryChecks,
    ...accrualChecks,
    ...caseChecks,
    ...sealedChecks,
    ...payoutChecks,
    ...paymentChecks,
    ...importChecks,
    ...catalogChecks,
  ];
  const results: BookCheckResult[] = [];
  for (const check of checks) results.push(...(await runBookCheck(trx, check)));
  return [...results, await checkCaseHashes(trx)];
}

async function readMostParts(trx: Trx): Promise<number> {
  const { rows } = await sql<{ most: number }>`
    select coalesce(max(parts), 1) as most from (select count(*) as parts from share_part group by tier_id) t`.execute(
    trx,
  );
  return rows[0]!.most;
}

export interface FrozenStatement {
  no: string;
  document: StatementDocument;
  contentSha256: string;
}

/** Every statement as it was frozen, a page at a time: the hash is not SQL's to compute. */
export async function* streamFrozenStatements(trx: Trx): AsyncGenerator<FrozenStatement> {
  for (let after = 0; ; ) {
    const rows = await trx
      .selectFrom('statement')
      .select(['id', 'no', 'document', 'content_sha256 as contentSha256'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(50)
      .execute();
    for (const { id: _, ...row } of rows) yield row as FrozenStatement;
    if (rows.length < 50) return;
    after = rows.at(-1)!.id;
  }
}
