import { createHash } from 'node:crypto';
import type { Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { listDifferences } from '../../db/queries/inspection-differences.ts';
import { lockHistory } from '../../db/queries/inspection-history.ts';
import { listUnits } from '../../db/queries/inspection-units.ts';
import {
  type ClosedVerdict,
  endInspection,
  type InspectionRow,
  listCustody,
  readInspection,
} from '../../db/queries/inspections.ts';
import { lockRow, raiseRowVersion } from '../../db/queries/row-version.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import {
  type InspectionVerdict,
  judge,
  whyNotClose,
  whyNotWithdraw,
} from '../domain/inspection/inspection-life.ts';
import { orderedJson } from '../domain/ordered-json.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { factsOf, type InspectionRecord, showInspection } from './show-inspection.ts';

/** Closes an inspection with its verdict, the hash of all that was found, and, for a lot, its place in the history. */
export async function closeInspection(
  { db }: Services,
  identity: Identity,
  id: number,
  input: { note?: string; rowVersion: number },
): Promise<InspectionRecord> {
  refuseUnlessCloser(identity);
  return inTransaction(db, identity, async (trx) => {
    const row = await hold(trx, id);
    const facts = factsOf(row);
    const refusal = whyNotClose(facts);
    if (refusal) throw refuse('conflict', refusal);
    await raiseRowVersion(
      trx,
      'inspection',
      { id, rowVersion: input.rowVersion },
      await showInspection(trx, id, identity),
    );
    const verdict = judge(facts);
    const content = orderedJson(await gatherContent(trx, row, verdict));
    const contentSha256 = createHash('sha256').update(content).digest('hex');
    await endInspection(trx, id, {
      closedBy: actorId(identity),
      closingNote: input.note ?? null,
      result: {
        verdict: verdict.verdict as ClosedVerdict,
        code: verdict.code,
        nonconformingMajor: verdict.kind === 'lot' ? verdict.classes.major.nonconforming : null,
        content,
        contentSha256,
      },
    });
    await writeAudit(trx, identity, {
      ...{ action: 'inspections.close', entity: 'inspection', entityId: id },
      after: { verdict: verdict.verdict, code: verdict.code, contentSha256, note: input.note ?? null },
    });
    return showInspection(trx, id, identity);
  });
}

/** Takes back an inspection that was started by mistake. */
export async function withdrawInspection(
  { db }: Services,
  identity: Identity,
  id: number,
  { reason: why }: { reason: string },
): Promise<InspectionRecord> {
  refuseUnlessCloser(identity);
  return inTransaction(db, identity, async (trx) => {
    const refusal = whyNotWithdraw(factsOf(await hold(trx, id)));
    if (refusal) throw refuse('conflict', refusal);
    await endInspection(trx, id, { closedBy: actorId(identity), closingNote: why, result: null });
    await writeAudit(trx, identity, {
      ...{ action: 'inspections.withdraw', entity: 'inspection', entityId: id, after: { reason: why } },
    });
    return showInspection(trx, id, identity);
  });
}

async function hold(trx: Trx, id: number): Promise<InspectionRow> {
  const { brandId, productId } = found(await readInspection(trx, id), 'inspection', id);
  if (brandId !== null) await lockHistory(trx, { brandId, productId });
  await lockRow(trx, 'inspection', id);
  return (await readInspection(trx, id))!;
}

/** Everything the verdict rests on; photos by the hash of their original. */
async function gatherContent(trx: Trx, row: InspectionRow, verdict: InspectionVerdict): Promise<unknown> {
  const { tallies: _t, comparing: _c, rowVersion: _v, status: _s, ...inspection } = row;
  return {
    inspection,
    verdict,
    units: await listUnits(trx, row.id),
    differences: await listDifferences(trx, { inspectionId: row.id }),
    custody: await listCustody(trx, row.id),
  };
}

function refuseUnlessCloser({ role }: Identity): void {
  const reason = whyNot(role, 'inspections.close');
  if (reason) throw refuse('forbidden', reason);
}
