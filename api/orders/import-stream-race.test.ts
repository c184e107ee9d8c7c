import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reattributeLines } from '../../db/queries/order-streams.ts';
import { insertStream } from '../../db/queries/streams.ts';
import { addAnchor } from '../../db/test-scene.ts';
import { inTransaction } from '../../db/transaction.ts';
import { createTestApp, type TestApp } from '../http/test-client.ts';
import { createImportScene, type ImportScene, TMALL_HEADER } from './import-scene.testing.ts';

let scene: ImportScene;
let app: TestApp;
let anchorId: number;
/** Of each test its own: the streams of the tests before are still there. */
let roomExtId: string;
beforeAll(async () => {
  scene = await createImportScene();
  app = createTestApp(scene);
});
beforeEach(async () => {
  await scene.clear();
  anchorId = await addAnchor(scene.ownerDb, '小禾');
  roomExtId = `R${anchorId}`;
});
afterAll(() => scene.close());

const onAir = {
  platform: 'tmall' as const,
  title: '晚间专场',
  startsAt: '2026-05-01T20:00:00+08:00',
  endsAt: '2026-05-01T23:00:00+08:00',
};
const mapping = {
  name: 'Rooms',
  platform: 'tmall',
  fields: {
    orderNo: { column: '订单编号' },
    paidFen: { column: '买家实际支付金额' },
    orderedAt: { column: '订单创建时间' },
    paidAt: { column: '订单付款时间' },
    roomExtId: { column: '退款金额' },
    status: { constant: 'paid' },
  },
};
const line = (no: number, day: string, paid = '1') =>
  `${no},1,${paid},${day} 20:59:00,${day} 21:00:00,${roomExtId}`;
const write = (name: string, rows: readonly string[]) =>
  scene.write(`${name}.csv`, [TMALL_HEADER, ...rows].join('\n'));
const importRows = async (name: string, rows: readonly string[]) =>
  scene.importFile(await write(name, rows), { mapping });
const streamOf = async (orderNo: number) =>
  (await scene.lines()).find((one) => one.order_no === String(orderNo))!.stream_id;
const addStream = async () => {
  const response = await (await app.as('operator')).post('/api/streams', { anchorId, roomExtId, ...onAir });
  expect(response.status).toBe(200);
  return (await response.json()).id as number;
};

/** Until somebody of this database waits for a lock of this kind. */
const untilWaiting = async (kind: 'transactionid' | 'advisory') => {
  const count = sql<{ n: number }>`
    select count(*) as n from pg_locks l join pg_stat_activity a using (pid)
     where not l.granted and a.datname = current_database() and l.locktype = ${kind}`;
  while ((await count.execute(scene.ownerDb)).rows[0]!.n === 0);
};

/** Keeps rows of a table locked while `work` is done, then lets them go. */
const whileHeld = (which: ReturnType<typeof sql>, work: () => Promise<void>): Promise<void> =>
  scene.ownerDb.transaction().execute(async (trx) => {
    await sql`${which} for update`.execute(trx);
    await work();
  });

describe('a stream that is saved while an import of its platform runs', () => {
  it('gets the lines that were staged before it and merged after it', async () => {
    await importRows('known', [line(1, '2026-05-20')]);
    let id: number | undefined;
    let importing: Promise<unknown> | undefined;
    await whileHeld(sql`select from order_line where order_no = '1'`, async () => {
      importing = importRows('more', [line(1, '2026-05-20', '2'), line(2, '2026-05-01')]);
      await untilWaiting('transactionid');
      id = await addStream();
    });
    expect(await importing).toMatchObject({ stored: 1, updated: 1 });
    expect(await streamOf(2)).toBe(id);
    expect(await streamOf(1)).toBeNull();
    const audit = await scene.ownerDb
      .selectFrom('audit_entry')
      .select('after')
      .where('action', '=', 'imports.attribute')
      .execute();
    expect(audit).toEqual([{ after: { lines: 1 } }]);
  });

  it('gets them too where saving it is not finished before the import is', async () => {
    const operator = (await app.as('operator')).identity;
    const imported = Promise.withResolvers<void>();
    const saved = Promise.withResolvers<number>();
    const saving = inTransaction(scene.db, operator, async (trx) => {
      const id = await insertStream(trx, {
        anchorId,
        roomExtId,
        status: 'planned',
        note: null,
        liveMinutes: null,
        ...onAir,
      });
      // it sees none: the import has not begun
      expect(await reattributeLines(trx, [{ anchorId, roomExtId, ...onAir }])).toBe(0);
      saved.resolve(id);
      await imported.promise;
    });
    const id = await Promise.race([saved.promise, saving as never as Promise<number>]);
    const importing = importRows('fresh', [line(3, '2026-05-01')]);
    try {
      // the lines are in and the import asks who wrote streams meanwhile: that one is not over yet
      await Promise.race([untilWaiting('advisory'), importing]);
      expect(await streamOf(3)).toBeNull();
    } finally {
      imported.resolve();
    }
    await Promise.all([saving, importing]);
    expect(await streamOf(3)).toBe(id);
  });

  it('is left alone where no line of the import is in its time, and nothing is said of it', async () => {
    const before = await scene.ownerDb
      .selectFrom('audit_entry')
      .select('id')
      .where('action', '=', 'imports.attribute')
      .execute();
    await addStream();
    await importRows('elsewhere', [line(4, '2026-05-20')]);
    expect(await streamOf(4)).toBeNull();
    const after = await scene.ownerDb
      .selectFrom('audit_entry')
      .select('id')
      .where('action', '=', 'imports.attribute')
      .execute();
    expect(after).toEqual(before);
  });
});
