import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { addAnchor } from '../../db/test-scene.ts';
import { createTestApp, type TestApp, type TestRole, type TestUser } from '../http/test-client.ts';
import { readPages, readRows } from '../pdf/read-pdf.testing.ts';

let t: TestDb;
let app: TestApp;
const lin: TestUser = { role: 'finance', name: '林会计' };
const wang: TestUser = { role: 'finance', name: '王主管' };

beforeAll(async () => {
  t = await createTestDb();
  app = createTestApp(t);
});
afterAll(() => t.close());

/** An anchor with a payee, an account in the books, and a statement with this much to pay: where a payout starts. */
async function addStatement(payableFen = 123_456, hasPayee = true) {
  const anchorId = await addAnchor(t.ownerDb, '阿岚');
  if (hasPayee) await setPayee(anchorId, 'v1:one');
  const { rows } = await sql<{ id: number }>`
    insert into statement (no, anchor_id, month, opening_fen, earned_fen, closing_fen, payable_fen, document, content_sha256, template_version)
    values (${`ST202605-${anchorId}`}, ${anchorId}, '2026-05', 0, ${payableFen}::bigint, ${payableFen}::bigint, greatest(0, ${payableFen}::bigint), '{}', repeat('a', 64), 1)
    returning id`.execute(t.ownerDb);
  await sql`insert into account (code, kind, party_id) select 'party:' || id, 'party', id from party where anchor_id = ${anchorId}`.execute(
    t.ownerDb,
  );
  return { anchorId, statementId: rows[0]!.id };
}

const setPayee = (anchorId: number, sealed: string) =>
  sql`insert into anchor_payee (anchor_id, account_name, bank_name, bank_account_sealed, bank_account_tail)
    values (${anchorId}, '岚岚', '招商银行杭州分行', ${sealed}, '6789')
    on conflict (anchor_id) do update set bank_account_sealed = excluded.bank_account_sealed`.execute(
    t.ownerDb,
  );

async function call(who: TestRole | TestUser, path: string, body?: unknown) {
  const response = await (await app.as(who)).post(`/api/payouts${path}`, body);
  return { status: response.status, body: await response.json() };
}
async function prepared(payableFen?: number) {
  const scene = await addStatement(payableFen);
  const { status, body } = await call(lin, '', { statementId: scene.statementId });
  expect(status).toBe(200);
  return { ...scene, id: body.id as number, record: body };
}
async function approved(payableFen?: number) {
  const payout = await prepared(payableFen);
  expect(await call(wang, `/${payout.id}/approve`)).toMatchObject({ status: 200 });
  return payout;
}
const history = (id: number) =>
  t.ownerDb
    .selectFrom('audit_entry')
    .select('action')
    .where('entity', '=', 'payout')
    .where('entity_id', '=', String(id))
    .orderBy('id')
    .execute()
    .then((rows) => rows.map((row) => row.action));

describe('preparing a payout', () => {
  it('takes the whole payable amount and freezes the payee without its number', async () => {
    const { record, anchorId, statementId } = await prepared(5000);
    expect(record).toMatchObject({
      statementId,
      anchorId,
      month: '2026-05',
      amountFen: 5000,
      status: 'prepared',
      payee: { kind: 'personal', accountName: '岚岚', bankName: '招商银行杭州分行', tail: '6789' },
      payeeState: 'unchanged',
      preparedByName: '林会计',
      rowVersion: 1,
    });
    expect(JSON.stringify(record)).not.toContain('v1:one');
    expect(await history(record.id)).toEqual(['payouts.prepare']);
  });

  it.each([
    ['nothing_payable', 0, true],
    ['nothing_payable', -100, true],
    ['no_payee', 100, false],
  ] as const)('is refused as %s for %i fen, payee: %s', async (code, payableFen, hasPayee) => {
    const { statementId } = await addStatement(payableFen, hasPayee);
    expect(await call(lin, '', { statementId })).toMatchObject({ status: 409, body: { code } });
  });

  it('is refused beside a live payout, which it shows, and allowed again after that one is cancelled', async () => {
    const { id, statementId } = await prepared();
    expect(await call(wang, '', { statementId })).toMatchObject({
      status: 409,
      body: { code: 'payout_exists', details: { current: { id } } },
    });
    expect(await call(wang, `/${id}/cancel`)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(await call(wang, '', { statementId })).toMatchObject({ status: 200 });
  });

  it('by ten people at once makes one payout', async () => {
    const { statementId } = await addStatement();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => call({ role: 'finance' }, '', { statementId })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
  });

  it('knows no such statement: 404; no such field: 422', async () => {
    expect(await call(lin, '', { statementId: 999_999 })).toMatchObject({ status: 404 });
    expect(await call(lin, '', { statementId: 1, amountFen: 5 })).toMatchObject({ status: 422 });
  });
});

describe('approving a payout', () => {
  it('freezes a payment advice whose bytes have the hash the record names', async () => {
    const { id } = await approved(140_950);
    const finance = await app.as(wang);
    const record = await (await finance.get(`/api/payouts/${id}`)).json();
    expect(record).toMatchObject({ status: 'approved', approvedByName: '王主管', rowVersion: 2 });
    const response = await finance.get(`/api/payouts/${id}/pdf`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(record.pdfSha256);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      etag: `"${record.pdfSha256}"`,
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="payout-${id}.pdf"`,
      'x-content-type-options': 'nosniff',
    });
    const again = await finance.request(`/api/payouts/${id}/pdf`, {
      headers: { 'if-none-match': `"${record.pdfSha256}"` },
    });
    expect(again.status).toBe(304);
    const text = readRows(readPages(bytes)[0]!).join('\n');
    for (const said of ['付款通知单', '¥ 1,409.50', '人民币壹仟肆佰零玖元伍角整', '岚岚', '尾号 6789'])
      expect(text).toContain(said);
    for (const said of [record.statementNo, '林会计', '王主管', '第 1 页 / 共 1 页', '阿岚'])
      expect(text).toContain(said);
    expect(await history(id)).toEqual(['payouts.prepare', 'payouts.approve']);
  });

  it('is never the preparer’s own', async () => {
    const { id } = await prepared();
    expect(await call(lin, `/${id}/approve`)).toMatchObject({
      status: 403,
      body: { code: 'four_eyes', details: { current: { status: 'prepared' } } },
    });
  });

  it('is refused by the database itself when the rule above it is taken away', async () => {
    const { id, record } = await prepared();
    await expect(
      sql`with frozen as (insert into frozen_pdf (sha256, bytes) values (repeat('0', 64), 'x') returning sha256)
        update payout set status = 'approved', approved_by = ${record.preparedBy}, pdf_sha256 = (select sha256 from frozen) where id = ${id}`.execute(
        t.ownerDb,
      ),
    ).rejects.toThrow('approver_is_another_person');
  });

  it('is refused when the payee was changed or taken away since', async () => {
    const { id, anchorId } = await prepared();
    await setPayee(anchorId, 'v1:two');
    expect(await call(wang, `/${id}/approve`)).toMatchObject({
      status: 409,
      body: { code: 'payee_changed' },
    });
    await sql`delete from anchor_payee where anchor_id = ${anchorId}`.execute(t.ownerDb);
    expect(await call(wang, `/${id}/approve`)).toMatchObject({ status: 409, body: { code: 'no_payee' } });
  });

  it('by twenty approvers and the preparer at once happens once', async () => {
    const { id } = await prepared();
    const approvers: TestUser[] = Array.from({ length: 20 }, () => ({ role: 'finance' }));
    for (const approver of approvers) await app.as(approver);
    const answers = await Promise.all([lin, ...approvers].map((who) => call(who, `/${id}/approve`)));
    expect([403, 409]).toContain(answers[0]!.status);
    const others = answers.slice(1);
    expect(others.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { body } of others.filter(({ status }) => status !== 200))
      expect(body).toMatchObject({
        code: 'payout_not_prepared',
        details: { current: { status: 'approved' } },
      });
    expect(await history(id)).toEqual(['payouts.prepare', 'payouts.approve']);
  });

  it('has no PDF before it', async () => {
    const { id } = await prepared();
    expect((await (await app.as(wang)).get(`/api/payouts/${id}/pdf`)).status).toBe(404);
  });

  it('happens once for a repeated Idempotency-Key, with the same answer', async () => {
    const { id } = await prepared();
    const key = { 'idempotency-key': 'approve-once-1' };
    const finance = await app.as(wang);
    const first = await finance.post(`/api/payouts/${id}/approve`, undefined, key);
    const second = await finance.post(`/api/payouts/${id}/approve`, undefined, key);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await second.json()).toEqual(await first.json());
  });
});

describe('paying a payout', () => {
  const postings = (id: number) =>
    sql<{ kind: string; anchorId: number | null; amountFen: number }>`
      select a.kind, p.anchor_id as "anchorId", x.amount_fen as "amountFen" from journal j join posting x on x.journal_id = j.id
        join account a on a.id = x.account_id left join party p on p.id = a.party_id
       where j.source_type = 'payout' and j.source_id = ${String(id)} order by x.seq`
      .execute(t.ownerDb)
      .then(({ rows }) => rows);

  it('keeps the bank’s reference and uses up the anchor’s credit in a balanced journal', async () => {
    const { id, anchorId } = await approved(5000);
    expect(await call(lin, `/${id}/pay`, { bankReference: 'CMB-20260605-1' })).toMatchObject({
      status: 200,
      body: { status: 'paid', bankReference: 'CMB-20260605-1', paidByName: '林会计' },
    });
    expect(await postings(id)).toEqual([
      { kind: 'party', anchorId, amountFen: -5000 },
      { kind: 'bank', anchorId: null, amountFen: 5000 },
    ]);
    expect(await history(id)).toEqual(['payouts.prepare', 'payouts.approve', 'payouts.pay']);
  });

  it('twice is refused, and twice at once pays once', async () => {
    const { id } = await approved();
    const answers = await Promise.all(
      [lin, wang, lin].map((who, i) => call(who, `/${id}/pay`, { bankReference: `R${i}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await postings(id)).toHaveLength(2);
  });

  it('posts one journal even where the status lets a second through', async () => {
    const { id } = await approved();
    await sql`with j as (insert into journal (source_type, source_id, month) values ('payout', ${String(id)}, '2026-05') returning id)
      insert into posting select j.id, n, (select id from account where code = c), a from j, (values (1, 'bank', 5), (2, 'clearing', -5)) v(n, c, a)`.execute(
      t.ownerDb,
    );
    expect(await call(lin, `/${id}/pay`, { bankReference: 'R' })).toMatchObject({
      status: 409,
      body: { code: 'already_posted' },
    });
    expect(await (await (await app.as(lin)).get(`/api/payouts/${id}`)).json()).toMatchObject({
      status: 'approved',
    });
  });

  it('is refused before approval, after a change of payee, and without the bank’s reference', async () => {
    const early = await prepared();
    const pay = { bankReference: 'R1' };
    expect(await call(lin, `/${early.id}/pay`, pay)).toMatchObject({
      status: 409,
      body: { code: 'payout_not_approved' },
    });
    const { id, anchorId } = await approved();
    await setPayee(anchorId, 'v1:two');
    expect(await call(lin, `/${id}/pay`, pay)).toMatchObject({
      status: 409,
      body: { code: 'payee_changed' },
    });
    expect(await call(lin, `/${id}/pay`, { bankReference: ' ' })).toMatchObject({ status: 422 });
    expect(await call(lin, `/${id}/pay`)).toMatchObject({ status: expect.toBeOneOf([400, 415, 422]) });
  });
});

describe('a payout', () => {
  it('that is paid or cancelled is not cancelled', async () => {
    const { id } = await approved();
    await call(lin, `/${id}/pay`, { bankReference: 'R' });
    expect(await call(wang, `/${id}/cancel`)).toMatchObject({ status: 409, body: { code: 'payout_paid' } });
    const other = await approved();
    expect(await call(wang, `/${other.id}/cancel`)).toMatchObject({ status: 200 });
    expect(await call(wang, `/${other.id}/cancel`)).toMatchObject({
      status: 409,
      body: { code: 'payout_cancelled' },
    });
    expect(await call(wang, `/${other.id}/pay`, { bankReference: 'R' })).toMatchObject({ status: 409 });
  });

  it('only goes forward, whoever writes', async () => {
    const { id } = await approved();
    const write = (change: ReturnType<typeof sql>) =>
      sql`update payout set ${change} where id = ${id}`.execute(t.ownerDb);
    await expect(write(sql`amount_fen = 1`)).rejects.toThrow('not edited');
    await expect(write(sql`status = 'prepared'`)).rejects.toThrow('does not become prepared');
    await expect(write(sql`status = 'cancelled', pdf_sha256 = null`)).rejects.toThrow('does not become');
    await expect(sql`delete from payout where id = ${id}`.execute(t.ownerDb)).rejects.toThrow('not edited');
  });

  it('is seen, listed and downloaded by its own anchor alone', async () => {
    const { id, anchorId } = await approved();
    const own = await app.as({ role: 'anchor', anchorId });
    const other = await app.as({ role: 'anchor', anchorId: (await approved()).anchorId });
    expect((await own.get(`/api/payouts/${id}`)).status).toBe(200);
    expect((await own.get(`/api/payouts/${id}/pdf`)).status).toBe(200);
    const listed = await own.get('/api/payouts');
    expect(((await listed.json()) as { id: number }[]).map((row) => row.id)).toEqual([id]);
    expect(listed.headers.get('content-range')).toBe('payouts 0-0/1');
    expect((await other.get(`/api/payouts/${id}`)).status).toBe(404);
    expect((await other.get(`/api/payouts/${id}/pdf`)).status).toBe(404);
  });

  it('is found by number, anchor, statement, status and month', async () => {
    const { id, anchorId, statementId, record } = await prepared();
    const finance = await app.as(lin);
    const idsOf = async (filter: object) => {
      const query = `range=[0,199]&filter=${encodeURIComponent(JSON.stringify(filter))}`;
      const rows = await (await finance.get(`/api/payouts?${query}`)).json();
      return (rows as { id: number }[]).map((row) => row.id);
    };
    for (const filter of [{ q: record.statementNo }, { anchorId }, { statementId }, { id: [id] }])
      expect(await idsOf(filter)).toEqual([id]);
    expect(await idsOf({ status: 'prepared', month: '2026-05' })).toContain(id);
    expect(await idsOf({ status: 'paid' })).not.toContain(id);
    expect(await idsOf({ month: '2026-04' })).toEqual([]);
  });

  it.each([
    ['operator', '/1/approve'],
    ['compliance', '/1/approve'],
    ['anchor', '/1/approve'],
    ['admin', '/1/pay'],
    ['compliance', '/1/pay'],
    ['compliance', '/1/cancel'],
    ['anchor', '/1/cancel'],
    ['admin', ''],
    ['operator', ''],
  ] as const)('is not for %s to POST %s', async (role, path) => {
    const body = path === '' ? { statementId: 1 } : path === '/1/pay' ? { bankReference: 'R' } : undefined;
    expect(await call(role, path, body)).toMatchObject({ status: 403, body: { code: 'not_your_role' } });
  });
});
