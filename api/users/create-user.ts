import { writeAudit } from '../../db/queries/audit.ts';
import { findUser, insertUser, type UserChange, type UserRow } from '../../db/queries/users.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { hashPassword } from '../http/password.ts';
import { findUserProblems } from './user-change.ts';

export type NewUser = UserChange & { email: string; password: string };

/** Makes an account with its first password; 409 when the e-mail address has one. */
export async function createUser(services: Services, identity: Identity, input: NewUser): Promise<UserRow> {
  const refused = whyNot(identity.role, 'users.create');
  if (refused) throw refuse('forbidden', refused);
  const { password, ...user } = input;
  const errors = findUserProblems(user);
  const problems = Object.values(errors);
  if (problems.length > 0) throw new DomainError('invalid', 'invalid_input', problems.join('; '), { errors });
  // Hashing takes its time on purpose: not inside the transaction.
  const passwordHash = await hashPassword(password);
  return inTransaction(services.db, identity, async (trx) => {
    const id = await insertUser(trx, user, passwordHash);
    const record = (await findUser(trx, id))!;
    await writeAudit(trx, identity, {
      action: 'users.create',
      entity: 'users',
      entityId: id,
      after: record,
    });
    return record;
  });
}
