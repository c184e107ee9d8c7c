import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { addAnchor } from '../../db/test-scene.ts';
import { createTestApp, type TestApp } from '../http/test-client.ts';
import { contentHash, verificationCode } from '../pdf/content-hash.ts';

let t: TestDb;
let app: TestApp;
const document = { no: 'ST202605-00001', month: '2026-05', secret: '阿岚' };
const hash = contentHash(document);
const code = verificationCode(document.no, hash);
beforeAll(async () => {
  t = await createTestDb();
  app = createTestApp(t);
  const anchorId = await addAnchor(t.ownerDb, '阿岚');
  await sql`insert into statement (no, anchor_id, month, opening_fen, earned_fen, closing_fen, payable_fen, document, content_sha256, template_version)
    values (${document.no}, ${anchorId}, '2026-05', 0, 100, 100, 100, ${JSON.stringify(document)}::jsonb, ${hash}, 1)`.execute(
    t.ownerDb,
  );
});
afterAll(() => t.close());
const ask = async (typed: string) =>
  (await app.anonymous.get(`/api/verify/${encodeURIComponent(typed)}`)).json();

describe('the code on a printed statement', () => {
  it('tells that it is unchanged, its number, month and the beginning of its hash, and nothing else', async () => {
    const told = {
      result: 'unchanged',
      statementNo: document.no,
      month: '2026-05',
      hashPrefix: hash.slice(0, 8),
    };
    expect(await ask(code)).toEqual(told);
    expect(await ask(code.replace('-', '').toLowerCase())).toEqual(told);
  });

  it('is unknown when it is none of ours, and for a document that was changed', async () => {
    expect(await ask('ZZZZ-ZZZZ')).toEqual({ result: 'unknown' });
    for (const typed of ['x', "' or 1=1 --"]) expect(await ask(typed)).toMatchObject({ code: 'not_found' });
    await sql`alter table statement disable trigger statement_frozen`.execute(t.ownerDb);
    await sql`update statement set document = document || '{"secret": "x"}'`.execute(t.ownerDb);
    await sql`alter table statement enable trigger statement_frozen`.execute(t.ownerDb);
    expect(await ask(code)).toEqual({ result: 'unknown' });
  });

  it('is asked thirty times a minute from one address', async () => {
    const statuses = [];
    for (let i = 0; i < 31; i += 1) statuses.push((await app.anonymous.get('/api/verify/ZZZZ-ZZZZ')).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
