import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { lin, openPayoutScene, wang } from './payout-scene.testing.ts';

const { state, call, prepared, approved } = openPayoutScene();

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
      sql`update payout set ${change} where id = ${id}`.execute(state.t.ownerDb);
    await expect(write(sql`amount_fen = 1`)).rejects.toThrow('not edited');
    await expect(write(sql`status = 'prepared'`)).rejects.toThrow('does not become prepared');
    await expect(write(sql`status = 'cancelled', pdf_sha256 = null`)).rejects.toThrow('does not become');
    await expect(sql`delete from payout where id = ${id}`.execute(state.t.ownerDb)).rejects.toThrow(
      'not edited',
    );
  });

  it('is seen, listed and downloaded by its own anchor alone', async () => {
    const { id, anchorId } = await approved();
    const own = await state.app.as({ role: 'anchor', anchorId });
    const other = await state.app.as({ role: 'anchor', anchorId: (await approved()).anchorId });
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
    const finance = await state.app.as(lin);
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
