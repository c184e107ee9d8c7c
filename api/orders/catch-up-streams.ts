import type { Db } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import {
  lockStreams,
  readStreamWindows,
  reattributeLines,
  type StreamSpan,
} from '../../db/queries/order-streams.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import { changedWindows, type StreamWindow } from '../domain/stream-window.ts';

/** Seconds of a stream's times count from here. */
const EPOCH_MS = Date.UTC(2000, 0, 1);

/**
 * Whoever saved a stream while an import ran could not see its lines, and the import had read the streams before. Once its
 * lines are in, those of streams that changed since (`seen`) are given the stream they belong to; answers how many were.
 */
export async function catchUpStreams(
  db: Db,
  identity: Identity,
  { importId, platform, seen }: { importId: number; platform: string; seen: readonly StreamWindow[] },
): Promise<number> {
  const reason = whyNot(identity.role, 'imports.create');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(
    db,
    identity,
    async (trx) => {
      await lockStreams(trx, platform);
      const changed = changedWindows(seen, await readStreamWindows(trx, platform));
      if (changed.length === 0) return 0;
      const lines = await reattributeLines(
        trx,
        changed.map((window) => spanOf(window, platform)),
      );
      if (lines > 0)
        await writeAudit(trx, identity, {
          action: 'imports.attribute',
          entity: 'order_import',
          entityId: importId,
          after: { lines },
        });
      return lines;
    },
    { statementTimeoutMs: 0 },
  );
}

const spanOf = ({ anchorId, roomExtId, startSeconds, endSeconds }: StreamWindow, platform: string) =>
  ({
    anchorId,
    platform,
    roomExtId,
    startsAt: instantAt(startSeconds),
    endsAt: instantAt(endSeconds),
  }) satisfies StreamSpan;

const instantAt = (seconds: number): string => new Date(EPOCH_MS + seconds * 1000).toISOString();
