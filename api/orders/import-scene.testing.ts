import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { addFinanceUser, forgetImports, readOrderLines } from '../../db/test-orders.ts';
import { type Identity, SYSTEM } from '../domain/identity.ts';
import { type ImportRequest, type ImportResult, importOrders } from './import-orders.ts';

/** A database, a folder for files, and short words for what the tests do over and over. */
export interface ImportScene extends TestDb {
  dir: string;
  dataDir: string;
  write(name: string, content: string | Buffer): Promise<string>;
  importFile(file: string, more?: Partial<ImportRequest>): Promise<ImportResult>;
  /** Rows of order_line as the owner sees them, in the order of the file. */
  lines(where?: string): Promise<Record<string, unknown>[]>;
  /** Forgets every import. */
  clear(): Promise<void>;
}

export const fixture = (name: string): string => path.join(import.meta.dirname, 'fixtures', `${name}.csv`);
export const readFixture = (name: string): Promise<string> => readFile(fixture(name), 'utf8');

/** The written mapping of a shop's own export: no order status, prices in their own column, cancellations as lines of their own. */
export const ONLINE_RETAIL = JSON.parse(
  readFileSync(
    path.resolve(import.meta.dirname, '../../docs/guide/real-data/online-retail.mapping.json'),
    'utf8',
  ),
);

export const FINANCE: Identity = {
  userId: 'fin',
  role: 'finance',
  anchorId: null,
  teamId: null,
  scope: 'all',
};

export async function createImportScene(): Promise<ImportScene> {
  const test = await createTestDb();
  await addFinanceUser(test.ownerDb, FINANCE.userId);
  const dir = await mkdtemp(path.join(os.tmpdir(), 'faircast-import-'));
  const dataDir = path.join(dir, 'data');
  return {
    ...test,
    dir,
    dataDir,
    async write(name, content) {
      const file = path.join(dir, name);
      await writeFile(file, content);
      return file;
    },
    importFile: (file, more = {}) =>
      importOrders({
        db: test.db,
        identity: SYSTEM,
        dataDir,
        file: { path: file, name: path.basename(file) },
        ...more,
      }),
    lines: (where = 'true') => readOrderLines(test.ownerDb, where),
    clear: () => forgetImports(test.ownerDb),
    async close() {
      await test.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The columns named, of each row. */
export const pick = (rows: Record<string, unknown>[], ...names: string[]) =>
  rows.map((row) => names.map((name) => row[name]));

export const TMALL_HEADER = '订单编号,总金额,买家实际支付金额,订单创建时间,订单付款时间,退款金额';

/** A small Tmall file: order number and what was paid. */
export const tmallText = (rows: readonly [no: number | string, paid: string][]): string =>
  [
    TMALL_HEADER,
    ...rows.map(([no, paid]) => `${no},${paid},${paid},2020-02-20 23:00:00,2020-02-20 23:01:00,0.0`),
  ].join('\n');

/** Stored, updated, unchanged, rejected. */
export const counts = ({ stored, updated, unchanged, rejected }: ImportResult): number[] => [
  stored,
  updated,
  unchanged,
  rejected,
];
