import { describe, expect, it } from 'vitest';
import { openVersionScene } from './version-scene.testing.ts';

const { state, tier, rule, terms, addDraft, save, addActive, show } = openVersionScene();

describe('a draft version', () => {
  it('may be incomplete, and is written whole', async () => {
    const draft = await addDraft({ summary: '首版' });
    expect(draft).toMatchObject({
      versionNo: 1,
      status: 'draft',
      summary: '首版',
      clauses: [],
      rules: [],
      rowVersion: 1,
    });
    const half = await save(draft.id, terms({ rules: [rule({ tiers: [] })] }));
    expect(await half.json()).toMatchObject({
      rowVersion: 2,
      rules: [{ clauseNo: '4.1', tiers: [], active: false }],
    });
    const whole = await (
      await save(
        draft.id,
        terms({
          rowVersion: 2,
          rules: [rule({ tiers: [tier(0, 1_000_000), tier(1_000_000, null, 3_000)] })],
        }),
      )
    ).json();
    expect(whole.rules[0]).toMatchObject({
      effectiveFrom: '2026-01-01',
      effectiveTo: null,
      tiers: [
        { fromFen: 0, toFen: 1_000_000 },
        {
          parts: [
            { position: 1, partyKind: 'agency', rateBps: 3_000 },
            { position: 2, partyId: state.anchorParty, rateBps: null },
          ],
        },
      ],
    });
    expect((await show()).versions).toEqual([whole]);
  });

  it('can be sent back as it was read', async () => {
    const draft = await addDraft();
    const saved = await (await save(draft.id, terms())).json();
    const { effectiveFrom, effectiveTo, summary, clauses, rowVersion } = saved;
    const rules = saved.rules.map(
      ({
        clauseId: _c,
        brandName: _b,
        productName: _p,
        streamTitle: _s,
        active: _a,
        ...rest
      }: Record<string, unknown>) => ({
        ...rest,
        tiers: (rest.tiers as { parts: object[] }[]).map((one) => ({
          ...one,
          parts: (one.parts as Record<string, unknown>[]).map(
            ({ partyName: _n, partyKind: _k, ...part }) => part,
          ),
        })),
      }),
    );
    const again = await save(draft.id, { effectiveFrom, effectiveTo, summary, clauses, rules, rowVersion });
    expect(again.status).toBe(200);
  });

  it('is refused where it has no meaning, by name of the field', async () => {
    const draft = await addDraft();
    const errors = async (values: object) => (await (await save(draft.id, terms(values))).json()).errors;
    expect(await errors({ rules: [rule({ clauseNo: '9.9' })] })).toEqual({
      'rules.0.clauseNo': 'rule 1: there is no clause 9.9',
    });
    expect(await errors({ rules: [rule({ tiers: [{ ...tier(0, null), margin: 1 }] })] })).toEqual({
      'rules.0.tiers.0.margin': 'unknown field',
    });
    expect(Object.keys(await errors({ effectiveTo: '2026-01-01' }))).toEqual(['effectiveTo']);
    const other = (await (await state.operator.post('/api/anchors', { name: '别家' })).json()).id;
    const times = { startsAt: '2026-05-01T20:00:00+08:00', endsAt: '2026-05-01T23:00:00+08:00' };
    const stream = await (
      await state.operator.post('/api/streams', {
        anchorId: other,
        platform: 'douyin',
        title: '别家的',
        ...times,
      })
    ).json();
    expect(await errors({ rules: [rule({ streamId: stream.id })] })).toEqual({
      'rules.0.streamId': "no stream of the contract's anchor",
    });
    expect((await save(draft.id, terms({ rules: [rule({ brandId: 99_999 })] }))).status).toBe(422);
  });

  it('is not written over what somebody else wrote meanwhile', async () => {
    const draft = await addDraft();
    expect((await save(draft.id, terms())).status).toBe(200);
    const late = await save(draft.id, terms({ summary: '晚了' }));
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      code: 'changed_meanwhile',
      details: { current: { rowVersion: 2, rules: [{}] } },
    });
  });

  it('copies the clauses and rules of another version of its contract', async () => {
    const first = await addActive();
    const copy = await addDraft({ effectiveFrom: '2026-06-01', copyFrom: first.id });
    expect(copy).toMatchObject({
      versionNo: 2,
      status: 'draft',
      clauses: [{ clauseNo: '4.1' }],
      rules: [{ effectiveFrom: '2026-06-01', active: false, tiers: [{ parts: [{}, {}] }] }],
    });
    const unknown = await state.operator.post(`/api/contracts/${state.contractId}/versions`, {
      effectiveFrom: '2026-06-01',
      copyFrom: 99_999,
    });
    expect(unknown.status).toBe(404);
  });

  it('can be thrown away, once', async () => {
    const draft = await addDraft();
    await save(draft.id, terms());
    const path = `/api/contracts/${state.contractId}/versions/${draft.id}`;
    expect((await state.operator.delete(path)).status).toBe(200);
    expect((await show()).versions).toEqual([]);
    expect((await state.operator.delete(path)).status).toBe(404);
  });
});
