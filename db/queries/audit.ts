import type { Identity } from '../../api/domain/identity.ts';
import type { Trx } from '../connect.ts';
import { currentRequestId } from '../request-scope.ts';

export interface AuditEntry {
  /** `settlement.run`, `anchor.edit`: the action of the policy table or a word close to it. */
  action: string;
  entity: string;
  entityId: string | number;
  /** What it looked like; never secrets, never whole bank numbers. */
  before?: unknown;
  after?: unknown;
}

export interface HistoryRow {
  id: number;
  at: string;
  actorName: string | null;
  actorRole: string | null;
  action: string;
  before: unknown;
  after: unknown;
}

/** Writes what was done, in the same transaction as the deed: there is never one without the other. */
export async function writeAudit(trx: Trx, identity: Identity, entry: AuditEntry): Promise<void> {
  await trx
    .insertInto('audit_entry')
    .values({
      actor_id: identity.userId,
      actor_role: identity.role,
      action: entry.action,
      entity: entry.entity,
      entity_id: String(entry.entityId),
      before: toJson(entry.before),
      after: toJson(entry.after),
      request_id: currentRequestId() ?? null,
    })
    .execute();
}

/** What happened to one record, newest first. Anchors see nothing: the table's policy says staff. */
export async function listHistory(
  trx: Trx,
  query: {
    filter: { entity: string; entityId: string };
    sort?: { order: 'asc' | 'desc' };
    offset: number;
    limit: number;
  },
): Promise<{ rows: HistoryRow[]; total: number }> {
  const ofRecord = trx
    .selectFrom('audit_entry')
    .where('entity', '=', query.filter.entity)
    .where('entity_id', '=', query.filter.entityId);
  const { total } = await ofRecord
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await ofRecord
    .leftJoin('app_user', 'app_user.id', 'audit_entry.actor_id')
    .select([
      'audit_entry.id as id',
      'audit_entry.at as at',
      'app_user.name as actorName',
      'actor_role as actorRole',
      'action',
      'before',
      'after',
    ])
    .orderBy('audit_entry.id', query.sort?.order ?? 'desc')
    .offset(query.offset)
    .limit(query.limit)
    .execute();
  return { rows, total };
}

const toJson = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
