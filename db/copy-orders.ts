import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CompiledQuery, sql } from 'kysely';
import { from as copyFrom } from 'pg-copy-streams';
import type { Trx } from './connect.ts';

/** One row of order_line in binary COPY form, a chunk at a time. */
export type CopyBytes = AsyncIterable<Buffer>;

/**
 * Streams binary COPY data into a platform's partition (the app may insert into it, never read it; COPY is refused on
 * the table above, which has row-level security) and answers the number of rows. undefined: a key is known already or
 * stands twice in the file; the transaction then is where it was before.
 */
export async function copyIntoPartition(
  trx: Trx,
  platform: string,
  columns: readonly string[],
  bytes: CopyBytes,
): Promise<number | undefined> {
  await sql`savepoint order_copy`.execute(trx);
  try {
    const rows = await copyInto(trx, `order_line_${platform}`, columns, bytes);
    await sql`release savepoint order_copy`.execute(trx);
    return rows;
  } catch (error) {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    await sql`rollback to savepoint order_copy`.execute(trx);
    return undefined;
  }
}

const UNIQUE_VIOLATION = '23505';

/** A table of the transaction alone for lines that may be known already; it is gone when the transaction ends. */
export async function createStaging(trx: Trx): Promise<void> {
  await sql`create temp table order_staging (like order_line including defaults) on commit drop`.execute(trx);
}

export async function copyIntoStaging(
  trx: Trx,
  columns: readonly string[],
  bytes: CopyBytes,
): Promise<number> {
  const rows = await copyInto(trx, 'order_staging', columns, bytes);
  // without it the planner takes the new table for a small one and joins it line by line
  await sql`analyze order_staging (order_no, line_no)`.execute(trx);
  return rows;
}

async function copyInto(
  trx: Trx,
  table: string,
  columns: readonly string[],
  bytes: CopyBytes,
): Promise<number> {
  const names = columns.map((name) => `"${name}"`).join(', ');
  const copy = copyFrom(`copy ${table} (${names}) from stdin with (format binary)`);
  await trx.getExecutor().provideConnection(async (connection) => {
    // pg takes a stream wherever it takes a statement; handing it over like this keeps the COPY on the
    // transaction's own connection, which the query builder does not let out
    const submitted = { ...CompiledQuery.raw(''), sql: copy as unknown as string };
    await connection.executeQuery(submitted);
    const source = rememberFailure(bytes);
    try {
      await pipeline(Readable.from(source.bytes, { objectMode: true, highWaterMark: 2 }), copy);
    } catch (error) {
      // when reading fails PostgreSQL only says that the COPY failed: the reader's own reason is the one that counts
      throw source.failure() ?? error;
    }
  });
  return copy.rowCount;
}

function rememberFailure(bytes: CopyBytes): { bytes: CopyBytes; failure(): unknown } {
  let failure: unknown;
  async function* watched(): AsyncGenerator<Buffer> {
    try {
      yield* bytes;
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  return { bytes: watched(), failure: () => failure };
}
