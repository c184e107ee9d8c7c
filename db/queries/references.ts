import { sql } from 'kysely';
import { DomainError } from '../../api/domain/error.ts';
import type { Trx } from '../connect.ts';

/** A field of the input that names another record. */
export interface Reference {
  /** `listings.2.anchorId` */
  path: string;
  id: number;
}

/**
 * Refuses fields that name an anchor out of this identity's sight. A foreign key alone would not: it looks past
 * row-level security. DomainError 422 with every such field.
 */
export async function requireAnchorsInSight(trx: Trx, references: readonly Reference[]): Promise<void> {
  if (references.length === 0) return;
  const ids = references.map(({ id }) => id);
  const seen = await trx
    .selectFrom('anchor')
    .select('id')
    .where(sql<boolean>`id = any(${ids}::int[])`)
    .execute();
  refuseUnknown(references.filter(({ id }) => !seen.some((anchor) => anchor.id === id)));
}

/** DomainError 422 that names each of these fields; nothing happens when there are none. */
export function refuseUnknown(references: readonly { path: string }[], complaint = 'no such record'): void {
  if (references.length === 0) return;
  const errors = Object.fromEntries(references.map(({ path }) => [path, complaint]));
  const message = references.map(({ path }) => `${path}: ${complaint}`).join('; ');
  throw new DomainError('invalid', 'unknown_reference', message, { errors });
}
