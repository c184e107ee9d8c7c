import type { Trx } from '../../db/connect.ts';
import {
  addOrders,
  type BooksScene,
  reportRefund,
} from '../../db/queries/book-checks/books-scene.testing.ts';
import { type NewPayEntry, postPayEntries } from '../../db/queries/pay-entries.ts';
import type { TestDb } from '../../db/test-db.ts';
import { inTransaction } from '../../db/transaction.ts';
import { type Identity, SYSTEM } from '../domain/identity.ts';
import { approvePayout } from '../payouts/approve-payout.ts';
import { toldOnTheMachine } from '../payouts/fresh-sign-in.ts';
import { payPayout } from '../payouts/pay-payout.ts';
import { preparePayout } from '../payouts/prepare-payout.ts';
import { runSettlement } from '../settlements/run-settlement.ts';
import { issueStatements } from '../statements/issue-statements.ts';
import { addHeldCase } from './closed-case.testing.ts';

const lin: Identity = { ...SYSTEM, role: 'finance', userId: 'fin' };
const wang: Identity = { ...lin, userId: 'boss' };

/** Two months by the product's own commands: settled, refunded, closed, paid; then a case that holds and takes away. */
export async function closeTwoMonths(t: TestDb): Promise<BooksScene> {
  const scene = await addOrders(t);
  await runSettlement(t.db, lin, { month: '2026-05' });
  await issueStatements(t.db, lin, '2026-05');
  await reportRefund(t);
  await runSettlement(t.db, lin, { month: '2026-06' });
  await inTransaction(t.db, lin, (trx) => postThree(trx, scene.anchorId));
  await issueStatements(t.db, lin, '2026-06');
  const statement = await t.ownerDb
    .selectFrom('statement')
    .select('id')
    .where('payable_fen', '>', 0)
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const { id } = await preparePayout(t.db, lin, statement.id);
  await approvePayout(t.db, wang, id, toldOnTheMachine);
  await payPayout(t.db, lin, id, { bankReference: 'CMB-1', prove: toldOnTheMachine });
  await addHeldCase(t, scene);
  return scene;
}

/** Something given, the same taken back, and a deduction. */
async function postThree(trx: Trx, anchorId: number): Promise<void> {
  const { id: partyId } = await trx
    .selectFrom('party')
    .select('id')
    .where('anchor_id', '=', anchorId)
    .executeTakeFirstOrThrow();
  const entry = (sourceKey: string, amountFen: number, reversesId: number | null = null): NewPayEntry => ({
    ...{ partyId, amountFen, sourceKey, reversesId },
    ...{ month: '2026-06', concernsMonth: '2026-05', kind: 'adjustment', counter: 'agency' },
    explanation: { zh: '补记', en: 'Adjustment' },
    details: {},
  });
  const [given] = await postPayEntries(trx, [entry('test:given', 500)], 'fin');
  await postPayEntries(trx, [entry('test:back', -500, given!.id), entry('test:cost', -300)], 'fin');
}
