import { readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createTestApp, type TestApp, type TestClient } from '../http/test-client.ts';
import { receiveUpload } from '../http/uploads/receive-upload.ts';
import { fixtureBytes, startWatchedWorker, upload, type WatchedWorker } from './imports.testing.ts';

let testDb: TestDb;
let app: TestApp;
let worker: WatchedWorker;
let finance: TestClient;
beforeAll(async () => {
  testDb = await createTestDb();
  app = createTestApp(testDb);
  worker = await startWatchedWorker(app, testDb);
  finance = await app.as('finance');
});
afterAll(async () => {
  await worker.stop();
  await testDb.close();
});

const SHOP = {
  name: 'given',
  platform: 'other',
  fields: {
    orderNo: { column: 'InvoiceNo' },
    lineNo: { ordinalWithin: ['InvoiceNo', 'StockCode'] },
    productExtId: { column: 'StockCode' },
    quantity: { column: 'Quantity' },
    paidFen: { multiply: ['Quantity', 'UnitPrice'] },
    status: { constant: 'paid' },
    paidAt: { column: 'InvoiceDate' },
    refundWhen: { column: 'InvoiceNo', startsWith: 'C' },
  },
};
const TMALL_HEADER = '订单编号,总金额,买家实际支付金额,订单创建时间,订单付款时间,退款金额';
const tmall = (...rows: [no: string, paid: string][]) =>
  [
    TMALL_HEADER,
    ...rows.map(([no, paid]) => `${no},${paid},${paid},2020-02-20 23:00:00,2020-02-20 23:01:00,0.0`),
  ].join('\n');

interface Shown {
  id: number;
  status: string;
  [key: string]: unknown;
}
const show = async (id: number): Promise<Shown> => (await finance.get(`/api/imports/${id}`)).json();
const preview = async (content: string | Buffer, name = 'orders.csv') =>
  (await upload(finance, content, name)).json();

async function start(content: string | Buffer, more: Record<string, unknown> = {}): Promise<Shown> {
  const { fileToken, fileName } = await preview(content);
  const answer = await finance.post('/api/imports', { fileToken, fileName, ...more });
  expect(answer.status).toBe(200);
  return answer.json();
}

async function importNow(content: string | Buffer, more: Record<string, unknown> = {}): Promise<Shown> {
  const { id } = await start(content, more);
  await worker.ended(id);
  return show(id);
}

describe('a preview', () => {
  it('says what a known file is, shows its first rows and keeps it', async () => {
    const answer = await upload(finance, await fixtureBytes('douyin-commission'), '../五月 订单.csv');
    expect(answer.status).toBe(200);
    const shown = await answer.json();
    expect(shown).toMatchObject({
      fileName: '五月 订单.csv',
      recognised: 'douyin-commission',
      platform: 'douyin',
      encoding: 'utf-8',
      delimiter: ',',
      suggestedMapping: null,
    });
    expect(shown.fileToken).toMatch(/^[0-9a-f]{64}$/);
    expect(shown.headers[0]).toBe('订单id');
    expect(shown.sampleRows[0].slice(0, 2)).toEqual(['6953547102608758621', '3612000000000000001']);
    expect(readdirSync(path.join(app.services.dataDir, 'uploads'))).toEqual([]);
  });

  it('suggests a mapping for a file nobody knows, and is refused as an import without one', async () => {
    const shown = await preview(await fixtureBytes('shop-export'));
    expect(shown).toMatchObject({ recognised: null, platform: null });
    expect(shown.suggestedMapping.fields).toMatchObject({ orderNo: { column: 'InvoiceNo' } });
    const { fileToken } = shown;
    const answer = await finance.post('/api/imports', { fileToken, fileName: 'shop.csv' });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: 'file_unknown',
      details: { headers: expect.arrayContaining(['InvoiceNo']) },
    });
  });

  it('refuses files that cannot be order files with 422 and the reason, and keeps nothing of them', async () => {
    const bomb = gzipSync(Buffer.alloc(40 << 20, 'a'));
    for (const [content, code] of [
      ['', 'file_empty'],
      ['%PDF-1.7', 'file_wrong_kind'],
      ['only one column\n1', 'file_no_table'],
      [gzipSync('a,b\n1,2').subarray(0, 12), 'file_truncated'],
      [bomb, 'file_no_table'],
    ] as const) {
      const answer = await upload(finance, content as string, 'orders.csv');
      expect([answer.status, (await answer.json()).code]).toEqual([422, code]);
    }
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from order_file where size_bytes = ${bomb.length}`.execute(testDb.ownerDb);
    expect(rows[0]!.n).toBe(0);
  });

  it('refuses 413 what is announced or turns out to be too large, 400 what is no upload', async () => {
    const announced = await finance.request('/api/imports/preview', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '2000000000' },
      body: '--x--',
    });
    expect([announced.status, (await announced.json()).code]).toEqual([413, 'too_large']);
    const form = new FormData();
    form.append('file', new Blob(['x'.repeat(5000)]), 'orders.csv');
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const received = receiveUpload(request, app.services.dataDir, 4000, async () => 'received');
    await expect(received).rejects.toMatchObject({ status: 413 });
    const cut = await finance.request('/api/imports/preview', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b',
    });
    expect([cut.status, (await cut.json()).code]).toEqual([400, 'malformed_request']);
    expect(readdirSync(path.join(app.services.dataDir, 'uploads'))).toEqual([]);
  });
});

describe('an import', () => {
  it('is queued, done by a worker as the person who asked, and shown with its figures', async () => {
    const queued = await start(await fixtureBytes('douyin-commission'));
    expect(queued).toMatchObject({ profile: 'douyin-commission', undoReason: { code: 'import_not_done' } });
    await worker.ended(queued.id);
    const done = await show(queued.id);
    expect(done).toMatchObject({
      status: 'done',
      lines: 5,
      stored: 4,
      rejected: 1,
      failure: null,
      settledLines: 0,
      undoReason: null,
    });
    const { rows } = await sql<{ actor_id: string }>`
      select actor_id from audit_entry where action = 'imports.create' and entity_id = ${String(queued.id)}`.execute(
      testDb.ownerDb,
    );
    expect(rows).toEqual([{ actor_id: finance.identity.userId }]);
    const page = await finance.get(`/api/imports?filter={"id":[${queued.id}]}&range=[0,9]`);
    expect(page.headers.get('content-range')).toBe('imports 0-0/1');
    expect(await page.json()).toMatchObject([{ id: queued.id, status: 'done', settledLines: null }]);
  });

  it('lists refused lines with line, column and reason, a page at a time', async () => {
    const { id, rejected } = await importNow(tmall(['R1', '1.00'], ['R2', 'x'], ['R3', 'y'], ['R4', 'z']));
    expect(rejected).toBe(3);
    const page = await finance.get(`/api/imports/${id}/rejects?range=[1,1]`);
    expect(page.headers.get('content-range')).toBe('rejects 1-1/3');
    expect(await page.json()).toMatchObject([
      { line: 4, columnName: '总金额', reason: expect.any(String), raw: expect.stringContaining('R3') },
    ]);
    expect((await finance.get('/api/imports/999999/rejects')).status).toBe(404);
  });

  it('reads an unknown file by a mapping, saves it, and knows the next such file', async () => {
    const content = await fixtureBytes('shop-export');
    const done = await importNow(content, { mapping: SHOP, saveMappingAs: '店铺导出' });
    expect(done).toMatchObject({ status: 'done', profile: 'mapping', platform: 'other', rejected: 0 });
    expect(await preview(content)).toMatchObject({
      recognised: 'mapping',
      title: '店铺导出',
      suggestedMapping: { platform: 'other' },
    });
    const again = await importNow(content);
    expect(again).toMatchObject({ status: 'done', stored: 0, unchanged: done.lines });
    const [mapping] = await (await finance.get('/api/import-mappings')).json();
    expect(mapping).toMatchObject({ name: '店铺导出', mapping: { fields: SHOP.fields } });
    expect((await finance.delete(`/api/import-mappings/${mapping.id}`)).status).toBe(200);
    expect((await finance.delete(`/api/import-mappings/${mapping.id}`)).status).toBe(404);
    expect((await preview(content)).recognised).toBeNull();
  });

  it('refuses an unknown token with 404 and wrong fields with 422', async () => {
    const ask = async (body: unknown) => {
      const answer = await finance.post('/api/imports', body);
      return [answer.status, (await answer.json()).code];
    };
    expect(await ask({ fileToken: 'ab'.repeat(32), fileName: 'a.csv' })).toEqual([404, 'file_unknown_token']);
    const { fileToken } = await preview(tmall(['W1', '1.00']));
    const request = { fileToken, fileName: 'a.csv' };
    expect(await ask({ ...request, fileToken: '../../etc/passwd' })).toEqual([422, 'invalid_input']);
    expect(await ask({ ...request, extra: 1 })).toEqual([422, 'invalid_input']);
    expect(await ask({ ...request, saveMappingAs: 'x' })).toEqual([422, 'invalid_input']);
    expect(await ask({ ...request, mapping: { ...SHOP, fields: {} } })).toEqual([422, 'invalid_input']);
  });

  it('of a file that explodes behind its header fails with the reason, and nothing of it is in', async () => {
    const rows = `${tmall(['X1', '1.00'])}\n${'X2,2.00'.padEnd(40 << 20, ',')}`;
    const done = await importNow(gzipSync(rows));
    expect(done).toMatchObject({
      status: 'failed',
      failure: expect.stringContaining('file_bomb: '),
      lines: 0,
    });
    const { rows: lines } = await sql`select id from order_line where order_no = 'X1'`.execute(
      testDb.ownerDb,
    );
    expect(lines).toEqual([]);
  });

  it('is queued once for one Idempotency-Key', async () => {
    const { fileToken, fileName } = await preview(tmall(['I1', '1.00']));
    const headers = { 'idempotency-key': 'the-same-import' };
    const first = await (await finance.post('/api/imports', { fileToken, fileName }, headers)).json();
    const second = await (await finance.post('/api/imports', { fileToken, fileName }, headers)).json();
    expect(second.id).toBe(first.id);
  });
});

describe('undo', () => {
  it('takes an import back, and is refused with the reason the record shows', async () => {
    const first = await importNow(tmall(['U1', '1.00'], ['U2', '2.00']));
    const later = await importNow(tmall(['U1', '1.50'], ['U2', '2.00']));
    expect(later).toMatchObject({ updated: 1, unchanged: 1 });
    const shown = await show(first.id);
    expect(shown.undoReason).toEqual({
      code: 'import_changed_later',
      message: expect.stringContaining(String(later.id)),
    });
    const refused = await finance.post(`/api/imports/${first.id}/undo`);
    expect([refused.status, (await refused.json()).code]).toEqual([409, 'import_changed_later']);
    for (const { id } of [later, first]) {
      const undone = await finance.post(`/api/imports/${id}/undo`);
      expect(await undone.json()).toMatchObject({
        id,
        status: 'undone',
        undoReason: { code: 'import_not_done' },
      });
    }
    const { rows } = await sql`select id from order_line where order_no in ('U1', 'U2')`.execute(
      testDb.ownerDb,
    );
    expect(rows).toEqual([]);
  });
});

describe('who may', () => {
  it('import: finance and admin; look: compliance too; anchors and operators nothing', async () => {
    const { fileToken, fileName } = await preview(tmall(['P1', '1.00']));
    for (const [role, look, act] of [
      ['anchor', 403, 403],
      ['operator', 403, 403],
      ['compliance', 200, 403],
    ] as const) {
      const person = await app.as(role);
      expect((await person.get('/api/imports')).status).toBe(look);
      expect((await person.get('/api/import-mappings')).status).toBe(look);
      expect((await upload(person, 'a,b\n1,2', 'a.csv')).status).toBe(act);
      expect((await person.post('/api/imports', { fileToken, fileName })).status).toBe(act);
      expect((await person.post('/api/imports/1/cancel')).status).toBe(act);
      expect((await person.post('/api/imports/1/undo')).status).toBe(act);
      expect((await person.delete('/api/import-mappings/1')).status).toBe(act);
    }
    expect((await upload(app.anonymous, 'a,b\n1,2', 'a.csv')).status).toBe(401);
  });
});
