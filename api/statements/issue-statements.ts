import type { Db, Trx } from '../../db/connect.ts';
import { takeBackAccrualsOfClosed } from '../../db/queries/accruals.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { isMonthClosed, lockSettlement } from '../../db/queries/settlement-gather.ts';
import { listMonths } from '../../db/queries/settlement-overview.ts';
import {
  closeMonth,
  findOpenMonthBefore,
  insertStatements,
  type NewStatement,
  readAgency,
  takeNumbers,
} from '../../db/queries/statements.ts';
import { inTransaction } from '../../db/transaction.ts';
import { buildStatement } from '../domain/build-statement.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import type { Month } from '../domain/month.ts';
import { openMonthsBefore } from '../domain/open-months.ts';
import { whyNot } from '../domain/permission.ts';
import { contentHash } from '../pdf/content-hash.ts';
import { gatherStatements } from './gather-statements.ts';
import { postPay } from './month-pay.ts';
import { withTax } from './month-tax.ts';
import { TEMPLATE_VERSION } from './pdf/statement-layout.ts';

export interface Issued {
  month: Month;
  issued: number;
  payableFen: number;
  /** Earlier months with lines that no run has settled: they are on none of these statements. */
  earlierOpen: { month: string; openLines: number }[];
}

/**
 * Issues the statements of a month, one per anchor with a line or a carried balance, and closes the month.
 * Refused (409): `already_issued`, `earlier_month_open`, `nothing_settled`, `tax_not_ready` with who is missing what.
 */
export async function issueStatements(db: Db, identity: Identity, month: Month): Promise<Issued> {
  const reason = whyNot(identity.role, 'statements.issue');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(
    db,
    identity,
    async (trx) => {
      // The settlement's lock: no run may add lines to a month while it is being summed up.
      await lockSettlement(trx);
      await assertMayClose(trx, month);
      await postPay(trx, month, actorId(identity));
      const statements = await build(trx, month, actorId(identity));
      if (statements.length === 0)
        throw new DomainError(
          'conflict',
          'nothing_settled',
          `${month} has no settled lines and no carried balance: settle it first`,
        );
      await insertStatements(trx, statements);
      await closeMonth(trx, month, actorId(identity));
      const accrualsTakenBack = await takeBackAccrualsOfClosed(trx, month, actorId(identity));
      const payableFen = statements.reduce(
        (sum, s) => sum + Math.max(0, s.openingFen + s.earnedFen + s.entriesFen),
        0,
      );
      await writeAudit(trx, identity, {
        action: 'statements.issue',
        entity: 'month',
        entityId: month,
        after: { issued: statements.length, payableFen, accrualsTakenBack },
      });
      const earlierOpen = openMonthsBefore(await listMonths(trx), month).map(
        ({ month: open, openLines }) => ({
          month: open,
          openLines,
        }),
      );
      return { month, issued: statements.length, payableFen, earlierOpen };
    },
    { statementTimeoutMs: 0 },
  );
}

async function assertMayClose(trx: Trx, month: Month): Promise<void> {
  if (await isMonthClosed(trx, month))
    throw new DomainError('conflict', 'already_issued', `the statements of ${month} are issued already`);
  const earlier = await findOpenMonthBefore(trx, month);
  // Balances carry forward from month to month, so months are closed in their order.
  if (earlier)
    throw new DomainError(
      'conflict',
      'earlier_month_open',
      `${earlier} is settled and has no statements yet: issue those first`,
      { details: { month: earlier } },
    );
}

async function build(trx: Trx, month: Month, issuedBy: string | null): Promise<NewStatement[]> {
  const { today, ...agency } = await readAgency(trx);
  const gathered = await withTax(trx, month, await gatherStatements(trx, month), issuedBy);
  const first = await takeNumbers(trx, `statement:${month}`, gathered.length);
  return gathered.map(({ anchorId, head, ...facts }, i) => {
    const no = `ST${month.replace('-', '')}-${String(first + i).padStart(5, '0')}`;
    const document = buildStatement({ ...facts, head: { ...head, no, month, issuedOn: today, agency } });
    const { openingFen, earnedFen, reversedFen, entriesFen = 0 } = document.summary;
    return {
      no,
      anchorId,
      month,
      openingFen,
      earnedFen: earnedFen + reversedFen,
      entriesFen,
      document,
      contentSha256: contentHash(document),
      templateVersion: TEMPLATE_VERSION,
      issuedBy,
    };
  });
}
