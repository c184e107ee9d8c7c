import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { withServices } from '../api/cli/services.ts';
import { SYSTEM } from '../api/domain/identity.ts';
import type { Month } from '../api/domain/month.ts';
import type { Services } from '../api/http/context.ts';
import { importOrders } from '../api/orders/import-orders.ts';
import { compareWithOracle } from '../api/settlements/oracle.ts';
import { runSettlement } from '../api/settlements/run-settlement.ts';
import { addAnchor, addContract, type PartSpec } from '../db/test-scene.ts';
import { inTransaction } from '../db/transaction.ts';

// node bench/real-orders.ts --file online-retail.csv.gz --data DIR
// A real shop's seven months as if 40 anchors had sold them. The rule that assigns: an article belongs to anchor
// 1 + (sum of the character codes of its StockCode) mod 40.
const ANCHORS = 40;
const MONTHS: Month[] = ['2010-12', '2011-01', '2011-02', '2011-03', '2011-04', '2011-05', '2011-06'];

const { values } = parseArgs({ options: { file: { type: 'string' }, data: { type: 'string' } } });
if (!values.file || !values.data)
  throw new Error('usage: node bench/real-orders.ts --file FILE.csv.gz --data DIR');
const file = values.file;
await withServices({ data: values.data }, async (services) => {
  const rows = readRows(file);
  const timed = clock();
  console.log('independent', independentSums(rows));
  await timed('scene', () => setScene(services, rows));
  const imported = await timed('import', () => importFile(services, file));
  const { gaps, rejects, ...figures } = imported;
  console.log('import', figures, 'gaps', gaps.length, 'rejects', rejects);
  for (const month of MONTHS) {
    const run = await timed(`settle ${month}`, () => runSettlement(services.db, SYSTEM, { month }));
    const oracle = await compareWithOracle(services.db, SYSTEM, month);
    console.log(month, {
      lines: run.lines,
      changes: run.changes,
      baseFen: run.baseFen,
      anchors: run.anchors.length,
      waiting: run.unsettled.refundsWaiting,
      oracle: `${oracle.differing} of ${oracle.lines} differ`,
    });
  }
});

interface Row {
  invoice: string;
  stock: string;
  quantity: bigint;
  /** In thousandths. */
  price: bigint;
}

/** A plain reader of its own, so that the sums below owe nothing to the importer. */
function readRows(name: string): Row[] {
  const lines = gunzipSync(fs.readFileSync(name)).toString('utf8').split('\n').slice(1).filter(Boolean);
  return lines.map((line) => {
    const cells: string[] = [];
    for (const match of line.replace(/\r$/, '').matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g))
      cells.push(match[1]!);
    const [whole, part = ''] = cells[5]!.split('.');
    return {
      invoice: cells[0]!,
      stock: cells[1]!,
      quantity: BigInt(cells[3]!),
      price: BigInt(whole! + part.padEnd(3, '0').slice(0, 3)),
    };
  });
}

function independentSums(rows: readonly Row[]) {
  const total = rows.reduce((sum, row) => sum + row.quantity * row.price, 0n);
  return {
    lines: rows.length,
    cancellations: rows.filter((row) => row.invoice.startsWith('C')).length,
    netThousandths: total.toString(),
    articles: new Set(rows.map((row) => row.stock)).size,
  };
}

function anchorOf(stock: string): number {
  return [...stock].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % ANCHORS;
}

async function setScene(services: Services, rows: readonly Row[]): Promise<void> {
  await inTransaction(
    services.db,
    SYSTEM,
    async (trx) => {
      const split = (anchorBps: number): PartSpec[] => [
        { party: 'platform', rateBps: 1000 },
        { party: 'anchor', rateBps: anchorBps, takesFrom: 'rest' },
        { party: 'agency', rateBps: null },
      ];
      const anchors: number[] = [];
      for (let i = 1; i <= ANCHORS; i += 1) {
        const anchorId = await addAnchor(trx, `主播${String(i).padStart(2, '0')}`);
        anchors.push(anchorId);
        await addContract(
          trx,
          anchorId,
          [
            {
              anchorId,
              from: '2010-01-01',
              tierOnRefund: i % 2 ? 'frozen' : 'trueup',
              tiers: [
                { fromFen: 0, toFen: 500_000, parts: split(4000) },
                { fromFen: 500_000, toFen: 1_500_000, parts: split(4500) },
                { fromFen: 1_500_000, toFen: null, parts: split(5000) },
              ],
            },
          ],
          `RETAIL-${i}`,
        );
      }
      for (const stock of new Set(rows.map((row) => row.stock))) {
        const product = await trx
          .insertInto('product')
          .values({ name: stock })
          .returning('id')
          .executeTakeFirstOrThrow();
        await trx
          .insertInto('product_listing')
          .values({
            product_id: product.id,
            platform: 'other',
            external_id: stock,
            anchor_id: anchors[anchorOf(stock)]!,
          })
          .execute();
      }
    },
    { statementTimeoutMs: 0 },
  );
}

function importFile({ db, dataDir }: Services, name: string) {
  const mapping = JSON.parse(
    fs.readFileSync(new URL('../docs/guide/real-data/online-retail.mapping.json', import.meta.url), 'utf8'),
  );
  return importOrders({
    db,
    identity: SYSTEM,
    dataDir,
    file: { path: name, name: path.basename(name) },
    mapping,
  });
}

function clock() {
  return async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    console.log(`${what}: ${((performance.now() - started) / 1000).toFixed(2)} s`);
    return result;
  };
}
