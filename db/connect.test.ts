import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createPool, parseInt8, toIsoText } from './connect.ts';
import { createTestDb, type TestDb } from './test-db.ts';

let testDb: TestDb;
beforeAll(async () => {
  testDb = await createTestDb();
});
afterAll(() => testDb.close());

async function select(expression: string): Promise<unknown> {
  const pool = createPool(testDb.appUrl, { max: 1 });
  const { rows } = await pool.query(`select ${expression} as value`).finally(() => pool.end());
  return rows[0].value;
}

test.each([
  ['9007199254740991::int8', 9007199254740991],
  ['-9007199254740991::int8', -9007199254740991],
  ['array[1, null, 2]::int8[]', [1, null, 2]],
  ['count(*)', 1],
  ["'2026-05-01'::date", '2026-05-01'],
  ["array['2026-05-01'::date]", ['2026-05-01']],
  ["'2026-05-01 00:30:00.123456+08'::timestamptz", '2026-05-01T00:30:00.123456+08:00'],
  ["array['2026-05-01T00:00:00Z'::timestamptz]", ['2026-05-01T08:00:00+08:00']],
  ["'2026-05-01 10:00'::timestamp", '2026-05-01T10:00:00'],
  ['0.10::numeric', '0.10'],
  ['\'{"at": 1}\'::jsonb', { at: 1 }],
])('%s arrives exactly', async (expression, value) => {
  expect(await select(expression)).toEqual(value);
});

test.each(['9007199254740992', '-9007199254740992', '9223372036854775807'])(
  'the bigint %s is refused, for a number could not hold it',
  async (text) => {
    await expect(select(`'${text}'::int8`)).rejects.toThrow(RangeError);
    expect(() => parseInt8(text)).toThrow(RangeError);
  },
);

test('the text of a moment is the one PostgreSQL puts into JSON', async () => {
  const fromJson = (await select("to_json('2026-05-01 00:30:00.5+08'::timestamptz)")) as string;
  expect(await select("'2026-05-01 00:30:00.5+08'::timestamptz")).toBe(fromJson);
  expect(toIsoText('2026-05-01 00:30:00+05:30')).toBe('2026-05-01T00:30:00+05:30');
});

test('the parsers of other pools in the process stay as they are', async () => {
  const { Pool } = await import('pg');
  const other = new Pool({ connectionString: testDb.appUrl, max: 1 });
  const { rows } = await other
    .query("select 1::int8 as n, '2026-05-01'::date as d")
    .finally(() => other.end());
  expect(rows[0].n).toBe('1');
  expect(rows[0].d).toBeInstanceOf(Date);
});

test('a pool outlives its connections: terminated idle, and terminated while in use', async () => {
  const losses: string[] = [];
  let lost: () => void = () => {};
  const pool = createPool(testDb.appUrl, {
    max: 3,
    onError(error) {
      losses.push(error.message);
      lost();
    },
  });
  const nextLoss = () =>
    new Promise<void>((resolve) => {
      lost = resolve;
    });
  const admin = createPool(inject('testServer').superuserUrl, { max: 1 });
  const terminate = (pid: number) => admin.query('select pg_terminate_backend($1)', [pid]);

  const idle = (await pool.query('select pg_backend_pid() as pid')).rows[0].pid;
  const idleLoss = nextLoss();
  await terminate(idle);
  await idleLoss;

  const client = await pool.connect();
  await client.query('begin');
  const used = (await client.query('select pg_backend_pid() as pid')).rows[0].pid;
  const usedLoss = nextLoss();
  await terminate(used);
  await usedLoss;
  await expect(client.query('select 1')).rejects.toThrow();
  client.release(true);

  expect(losses.length).toBeGreaterThanOrEqual(2);
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
  await admin.end();
});
