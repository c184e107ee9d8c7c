import { writeAudit } from '../../../db/queries/audit.ts';
import { countUsers } from '../../../db/queries/users.ts';
import { FINISHED, readTold } from '../../../db/seed/told.ts';
import { DEMO_PASSWORD, USERS } from '../../../db/seed/users.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { SYSTEM } from '../../domain/identity.ts';
import type { Services } from '../../http/context.ts';
import { tellCases } from './tell-cases.ts';
import { tellContracts } from './tell-contracts.ts';
import { tellGoods } from './tell-goods.ts';
import { tellMoney } from './tell-money.ts';
import { tellNegotiations } from './tell-negotiations.ts';
import { tellPeople } from './tell-people.ts';
import { tellSamples } from './tell-samples.ts';
import { tellTax } from './tell-tax.ts';

/** Everybody the demo signs in as, with the one password of the demo. */
export const demoUsers: readonly { role: string; email: string; password: string }[] = USERS.map(
  ({ role, email }) => ({ role, email, password: DEMO_PASSWORD }),
);

/**
 * Tells the demo agency, through the commands everybody uses. `told` now; `kept` when it had been told before (nothing
 * is touched: by then it is the visitor's); `foreign` when the database has users who are not the demo's.
 */
export async function seedDemo(
  services: Services,
  onBegin: () => void = () => {},
): Promise<'told' | 'kept' | 'foreign'> {
  const { told, userCount } = await inTransaction(services.db, SYSTEM, async (trx) => ({
    told: await readTold(trx),
    userCount: await countUsers(trx),
  }));
  if (told.isFinished) return 'kept';
  if (userCount > 0 && !USERS.some(({ email }) => told.users.has(email))) return 'foreign';
  onBegin();
  const teller = { services, told };
  await tellPeople(teller);
  await tellGoods(teller);
  await tellSamples(teller);
  await tellContracts(teller);
  await tellNegotiations(teller);
  await tellMoney(teller);
  await tellTax(teller);
  await tellCases(teller);
  await inTransaction(services.db, SYSTEM, (trx) =>
    writeAudit(trx, SYSTEM, { action: FINISHED, entity: 'agency', entityId: 1 }),
  );
  return 'told';
}
