import { readToday } from '../../db/queries/anchors.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import {
  type BlacklistRow,
  findBlacklisted,
  insertBlacklistEntry,
  keepAppeal,
  keepAppealDecision,
  lockBlacklistEntry,
  readBlacklistEntry,
} from '../../db/queries/brand-blacklist.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNotAppeal, whyNotDecideAppeal } from '../domain/inspection/blacklist.ts';
import { type Action, whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import type { AppealBody, AppealDecision, BlacklistCreate } from './suppliers.schema.ts';

type Db = Pick<Services, 'db'>;

/** Puts a brand on the blacklist from today to a day; it gets no new offers meanwhile. */
export function blacklistBrand(
  { db }: Db,
  identity: Identity,
  input: BlacklistCreate,
): Promise<BlacklistRow> {
  require(identity, 'suppliers.blacklist');
  return inTransaction(db, identity, async (trx) => {
    const startsOn = await readToday(trx);
    if (input.endsOn <= startsOn)
      throw new DomainError('invalid', 'ends_in_the_past', `the entry ends after ${startsOn}`, {
        errors: { endsOn: `a day after ${startsOn}` },
      });
    const standing = await findBlacklisted(trx, input.brandId);
    if (standing)
      throw new DomainError('conflict', 'already_blacklisted', 'the brand is on the blacklist already', {
        details: { blacklistId: standing.id },
      });
    const id = await insertBlacklistEntry(trx, { ...input, startsOn, listedBy: actorId(identity) });
    await writeAudit(trx, identity, {
      ...{ action: 'suppliers.blacklist', entity: 'brand', entityId: input.brandId },
      after: { blacklistId: id, ...input },
    });
    return (await readBlacklistEntry(trx, id))!;
  });
}

/** Writes down what the brand says against it. */
export function recordAppeal(
  { db }: Db,
  identity: Identity,
  id: number,
  input: AppealBody,
): Promise<BlacklistRow> {
  require(identity, 'suppliers.appeal');
  return inTransaction(db, identity, async (trx) => {
    await lockBlacklistEntry(trx, id);
    const entry = found(await readBlacklistEntry(trx, id), 'blacklist entry', id);
    const refusal = whyNotAppeal(entry);
    if (refusal) throw refuse('conflict', refusal);
    await keepAppeal(trx, id, { ...input, recordedBy: actorId(identity) });
    await writeAudit(trx, identity, {
      ...{ action: 'suppliers.appeal', entity: 'brand', entityId: entry.brandId },
      after: { blacklistId: id, ...input },
    });
    return (await readBlacklistEntry(trx, id))!;
  });
}

/** Decides an appeal: another person than who listed the brand. */
export function decideAppeal(
  { db }: Db,
  identity: Identity,
  id: number,
  input: AppealDecision,
): Promise<BlacklistRow> {
  require(identity, 'suppliers.blacklist');
  return inTransaction(db, identity, async (trx) => {
    await lockBlacklistEntry(trx, id);
    const entry = found(await readBlacklistEntry(trx, id), 'blacklist entry', id);
    const refusal = whyNotDecideAppeal(entry, actorId(identity));
    if (refusal) throw refuse('conflict', refusal);
    await keepAppealDecision(trx, id, { ...input, decidedBy: actorId(identity) });
    await writeAudit(trx, identity, {
      ...{ action: 'suppliers.decide-appeal', entity: 'brand', entityId: entry.brandId },
      after: { blacklistId: id, ...input },
    });
    return (await readBlacklistEntry(trx, id))!;
  });
}

function require(identity: Identity, action: Action): void {
  const reason = whyNot(identity.role, action);
  if (reason) throw refuse('forbidden', reason);
}
