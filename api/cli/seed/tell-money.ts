import fs from 'node:fs/promises';
import path from 'node:path';
import { type DemoFile, tellOrderFiles } from '../../../db/seed/order-files.ts';
import { PAYOUTS } from '../../../db/seed/payouts.ts';
import { readTold } from '../../../db/seed/told.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { SYSTEM } from '../../domain/identity.ts';
import type { Month } from '../../domain/month.ts';
import { importOrders } from '../../orders/import-orders.ts';
import { approvePayout } from '../../payouts/approve-payout.ts';
import { toldOnTheMachine } from '../../payouts/fresh-sign-in.ts';
import { payPayout } from '../../payouts/pay-payout.ts';
import { preparePayout } from '../../payouts/prepare-payout.ts';
import { runSettlement } from '../../settlements/run-settlement.ts';
import { issueStatements } from '../../statements/issue-statements.ts';
import { actAs, anchorIdOf, type Teller } from './teller.ts';

/** Two months from the files to the statements, the payouts of the first, and a third month left for the visitor. */
export async function tellMoney(teller: Teller): Promise<void> {
  const files = tellOrderFiles();
  for (const month of ['2026-04', '2026-05'] as const) {
    await tellFiles(teller, files, month);
    await tellMonth(teller, month);
  }
  await tellFiles(teller, files, '2026-06');
  await tellPayouts(teller);
}

/** The files stay in the data folder, where a visitor finds them to import once more. */
async function tellFiles(teller: Teller, files: readonly DemoFile[], month: Month): Promise<void> {
  const { services, told } = teller;
  const folder = path.join(services.dataDir, 'demo');
  await fs.mkdir(folder, { recursive: true });
  for (const { name, text } of files.filter((file) => file.month === month)) {
    const place = path.join(folder, name);
    await fs.writeFile(place, text);
    if (told.imports.has(name)) continue;
    await importOrders({
      db: services.db,
      identity: actAs(teller, 'finance'),
      dataDir: services.dataDir,
      file: { path: place, name },
    });
  }
}

async function tellMonth(teller: Teller, month: Month): Promise<void> {
  const { services, told } = teller;
  const finance = actAs(teller, 'finance');
  if (told.closedMonths.has(month)) return;
  if (!told.settledMonths.has(month)) await runSettlement(services.db, finance, { month });
  await issueStatements(services.db, finance, month);
}

/** Prepared and paid by one person, approved by the other. */
async function tellPayouts(teller: Teller): Promise<void> {
  const { db } = teller.services;
  const [finance, second] = [actAs(teller, 'finance'), actAs(teller, 'finance2')];
  const { statements } = await inTransaction(db, SYSTEM, readTold);
  for (const { anchorKey, month, status, bankReference } of PAYOUTS) {
    const {
      statementId,
      payoutId,
      status: reached,
    } = statements.get(`${anchorIdOf(teller, anchorKey)} ${month}`)!;
    const id = payoutId ?? (await preparePayout(db, finance, statementId)).id;
    if (status === 'prepared' || reached === 'paid') continue;
    if (reached !== 'approved') await approvePayout(db, second, id, toldOnTheMachine);
    if (status === 'paid') {
      const paid = { bankReference: bankReference!, prove: toldOnTheMachine };
      await payPayout(db, finance, id, paid);
    }
  }
}
