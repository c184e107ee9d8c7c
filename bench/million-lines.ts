import path from 'node:path';
import { parseArgs } from 'node:util';
import { withServices } from '../api/cli/services.ts';
import { SYSTEM } from '../api/domain/identity.ts';
import type { Month } from '../api/domain/month.ts';
import type { Services } from '../api/http/context.ts';
import { importOrders } from '../api/orders/import-orders.ts';
import { compareWithOracle } from '../api/settlements/oracle.ts';
import { runSettlement } from '../api/settlements/run-settlement.ts';
import { addAnchor, addContract, type PartSpec } from '../db/test-scene.ts';
import { inTransaction } from '../db/transaction.ts';
import { syntheticAnchors, writeSyntheticOrders } from './synthetic-orders.ts';

// node bench/million-lines.ts --data DIR [--lines 1000000]: 200 anchors' Douyin lines from the file to the settlement of
// every month, held against the line-by-line twin; `faircast statements` then writes the PDFs.
const { values } = parseArgs({
  options: { data: { type: 'string' }, lines: { type: 'string', default: '1000000' } },
});
if (!values.data) throw new Error('usage: node bench/million-lines.ts --data DIR [--lines N]');
const lines = Number(values.lines);
const MONTHS: Month[] = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];

await withServices({ data: values.data }, async (services) => {
  const file = path.join(services.dataDir, 'orders.csv');
  await timed('write the file', () => writeSyntheticOrders(file, { lines }));
  await timed('scene', () => setScene(services));
  const { db, dataDir } = services;
  const {
    gaps,
    rejects: _,
    ...imported
  } = await timed('import', () =>
    importOrders({ db, identity: SYSTEM, dataDir, file: { path: file, name: 'orders.csv' } }),
  );
  console.log(imported, `${gaps.length} gaps`);
  for (const month of MONTHS) {
    const run = await timed(`settle ${month}`, () => runSettlement(db, SYSTEM, { month }));
    const verdict = await compareWithOracle(db, SYSTEM, month);
    console.log(
      month,
      { lines: run.lines, baseFen: run.baseFen },
      `${verdict.differing} of ${verdict.lines} differ`,
    );
  }
  console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
});

async function setScene({ db }: Services): Promise<void> {
  const split = (anchorBps: number): PartSpec[] => [
    { party: 'platform', rateBps: 1000 },
    { party: 'anchor', rateBps: anchorBps },
    { party: 'agency', rateBps: null },
  ];
  await inTransaction(db, SYSTEM, async (trx) => {
    for (const { externalId, nickname } of syntheticAnchors()) {
      const anchorId = await addAnchor(trx, nickname);
      await trx
        .insertInto('anchor_account')
        .values({ anchor_id: anchorId, platform: 'douyin', external_id: externalId, nickname })
        .execute();
      await addContract(trx, anchorId, [
        {
          anchorId,
          tiers: [
            { fromFen: 0, toFen: 10_000_000, parts: split(4000) },
            { fromFen: 10_000_000, toFen: 30_000_000, parts: split(4500) },
            { fromFen: 30_000_000, toFen: null, parts: split(5000) },
          ],
        },
      ]);
    }
  });
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  console.log(`${what}: ${((performance.now() - started) / 1000).toFixed(2)} s`);
  return result;
}
