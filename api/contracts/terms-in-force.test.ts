import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../db/transaction.ts';
import { openVersionScene } from './version-scene.testing.ts';

const { state, terms, addDraft, save, activate, addActive, show } = openVersionScene();
const asApp = (statement: ReturnType<typeof sql>) =>
  inTransaction(state.testDb.db, { ...state.compliance.identity, role: 'admin' }, (trx) =>
    statement.execute(trx),
  );

describe('terms in force', () => {
  it('are not edited or thrown away through the API', async () => {
    const version = await addActive();
    const path = `/api/contracts/${state.contractId}/versions/${version.id}`;
    expect(await (await save(version.id, terms({ rowVersion: version.rowVersion }))).json()).toMatchObject({
      code: 'not_a_draft',
    });
    expect((await state.operator.delete(path)).status).toBe(409);
    expect((await show()).versions).toEqual([version]);
  });

  it('are not edited by SQL either', async () => {
    const version = await addActive();
    const [shareRule] = version.rules;
    const [shareTier] = shareRule.tiers;
    const attempts = [
      sql`update share_rule set base = 'sales' where id = ${shareRule.id}`,
      sql`update share_rule set effective = daterange('2026-02-01', null) where id = ${shareRule.id}`,
      sql`delete from share_rule where id = ${shareRule.id}`,
      sql`update share_tier set to_fen = 5 where id = ${shareTier.id}`,
      sql`delete from share_tier where id = ${shareTier.id}`,
      sql`update share_part set rate_bps = 9999 where tier_id = ${shareTier.id} and position = 1`,
      sql`delete from share_part where tier_id = ${shareTier.id}`,
    ];
    for (const attempt of attempts) await expect(asApp(attempt)).rejects.toMatchObject({ code: '23001' });
    expect((await show()).versions).toEqual([version]);
  });

  it('end with the last day of their contract', async () => {
    await addActive();
    const { id: _, anchorName: _a, versions: _v, ...values } = await show();
    const path = `/api/contracts/${state.contractId}`;
    expect(await (await state.operator.put(path, { ...values, status: 'ended' })).json()).toMatchObject({
      code: 'end_has_no_day',
    });
    expect(
      (await state.operator.put(path, { ...values, status: 'ended', endsOn: '2026-06-30' })).status,
    ).toBe(200);
    const ended = await show();
    expect(ended.versions).toMatchObject([
      { effectiveTo: '2026-07-01', rules: [{ effectiveTo: '2026-07-01', active: true }] },
    ]);
    const again = await state.operator.put(path, {
      ...values,
      status: 'active',
      rowVersion: ended.rowVersion,
    });
    expect(await again.json()).toMatchObject({ code: 'ended_stays' });
    const draft = await addDraft({ effectiveFrom: '2026-08-01' });
    await save(draft.id, terms({ effectiveFrom: '2026-08-01' }));
    expect(await (await activate(draft.id)).json()).toMatchObject({ code: 'contract_ended' });
  });
});

describe('an anchor', () => {
  it('reads the own contract with the own part alone, without notes and drafts', async () => {
    const version = await addActive();
    await addDraft({ effectiveFrom: '2026-09-01', copyFrom: version.id, summary: '压价方案' });
    const own = await state.app.as({ role: 'anchor', anchorId: state.anchorId });
    const shown = await show(own);
    expect(shown).not.toHaveProperty('note');
    expect(shown.versions).toMatchObject([{ id: version.id, clauses: [{ clauseNo: '4.1' }] }]);
    expect(shown.versions[0].rules[0].tiers[0].parts).toEqual([
      {
        position: 2,
        partyId: state.anchorParty,
        partyName: `主播${state.count}`,
        partyKind: 'anchor',
        takesFrom: 'base',
        rateBps: null,
      },
    ]);
    expect(JSON.stringify(shown)).not.toContain('压价');
    const list = await (await own.get('/api/contracts')).json();
    expect(list).toMatchObject([{ id: state.contractId, versionNo: 1 }]);
    expect(list[0]).not.toHaveProperty('note');
  });

  it('neither reads nor writes another anchor’s', async () => {
    const version = await addActive();
    const other = await state.app.as('anchor');
    expect((await other.get(`/api/contracts/${state.contractId}`)).status).toBe(404);
    expect(await (await other.get('/api/contracts')).json()).toEqual([]);
    expect((await activate(version.id, other)).status).toBe(403);
    expect((await save(version.id, terms(), other)).status).toBe(403);
    const draft = { effectiveFrom: '2026-01-01' };
    expect((await other.post(`/api/contracts/${state.contractId}/versions`, draft)).status).toBe(403);
  });
});
