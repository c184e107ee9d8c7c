import { describe, expect, it } from 'vitest';
import { activateVersion } from './activate-version.ts';
import { openVersionScene } from './version-scene.testing.ts';

const { state, tier, rule, terms, addDraft, save, agree, activate, addActive, show } = openVersionScene();

describe('activating a version', () => {
  it('brings the contract and the rules into force, and names who confirmed', async () => {
    const version = await addActive();
    expect(version).toMatchObject({
      status: 'active',
      confirmedByName: expect.stringContaining('compliance'),
      rules: [{ active: true }],
    });
    expect(version.confirmedAt).toMatch(/^\d{4}-\d\d-\d\dT.*[+Z]/);
    expect(await show()).toMatchObject({ status: 'active' });
    const response = await state.compliance.get(
      `/api/contracts?filter=${encodeURIComponent(JSON.stringify({ id: [state.contractId] }))}`,
    );
    expect(await response.json()).toMatchObject([{ versionNo: 1, ruleCount: 1, status: 'active' }]);
    const audit = await state.testDb.ownerDb
      .selectFrom('audit_entry')
      .select('after')
      .where('action', '=', 'contracts.activate')
      .where('entity_id', '=', String(state.contractId))
      .execute();
    expect(audit).toMatchObject([
      { after: { status: 'active', versions: [{ versionNo: 1, status: 'active' }] } },
    ]);
  });

  it('is refused with the place of what is missing', async () => {
    const draft = await addDraft();
    const rules = [
      rule(),
      rule({ platform: 'douyin', tiers: [tier(0, 100), tier(100, 200), tier(300, null)] }),
    ];
    await save(draft.id, terms({ rules }));
    const response = await activate(draft.id);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: 'tiers_not_contiguous',
      message: 'rule 2, tier 3: the tier does not start where the one before it ends',
      errors: { 'rules.1.tiers.2': expect.any(String) },
    });
    expect(await show()).toMatchObject({ status: 'draft', versions: [{ status: 'draft' }] });
  });

  it('is for compliance and admins', async () => {
    const draft = await addDraft();
    await save(draft.id, terms());
    await agree(draft.id);
    for (const role of ['operator', 'finance', 'anchor'] as const) {
      expect((await activate(draft.id, await state.app.as(role))).status).toBe(403);
    }
    expect((await activate(draft.id, await state.app.as('admin'))).status).toBe(200);
    expect((await save(draft.id, terms({ rowVersion: 6 }), state.compliance)).status).toBe(403);
  });

  it('ends the version before it the day before, rules and all', async () => {
    const first = await addActive('2026-01-01', [
      rule(),
      rule({ platform: 'douyin', effectiveFrom: '2026-09-01' }),
    ]);
    const second = await addActive('2026-06-01');
    const { versions } = await show();
    expect(
      versions.map(({ id, effectiveFrom, effectiveTo }: Record<string, unknown>) => ({
        id,
        effectiveFrom,
        effectiveTo,
      })),
    ).toEqual([
      { id: second.id, effectiveFrom: '2026-06-01', effectiveTo: null },
      { id: first.id, effectiveFrom: '2026-01-01', effectiveTo: '2026-06-01' },
    ]);
    expect(versions[1]).toMatchObject({
      status: 'ended',
      rules: [
        { effectiveTo: '2026-06-01', active: true },
        { platform: 'douyin', active: false },
      ],
    });
  });

  it('does not start before the version in force, and does not happen twice', async () => {
    const first = await addActive('2026-03-01');
    expect((await activate(first.id)).status).toBe(409);
    const draft = await addDraft({ effectiveFrom: '2026-03-01' });
    await save(draft.id, terms({ effectiveFrom: '2026-03-01' }));
    expect(await (await activate(draft.id)).json()).toMatchObject({
      code: 'starts_before_version_in_force',
      errors: { effectiveFrom: expect.any(String) },
    });
    const early = await addDraft({ effectiveFrom: '2025-12-31' });
    await save(early.id, terms({ effectiveFrom: '2025-12-31' }));
    expect(await (await activate(early.id)).json()).toMatchObject({ code: 'before_contract' });
  });

  it('fills days before a later version without touching it', async () => {
    const later = await addActive('2026-06-01');
    const draft = await addDraft();
    await save(draft.id, terms({ effectiveTo: '2026-06-01' }));
    await agree(draft.id);
    expect((await activate(draft.id)).status).toBe(200);
    const { versions } = await show();
    expect(versions.find(({ id }: { id: number }) => id === later.id)).toMatchObject({
      effectiveTo: null,
      rules: [{ active: true, effectiveTo: null }],
    });
  });

  it('is refused while another contract of the anchor shares the same on these days', async () => {
    await addActive();
    const second = await (
      await state.operator.post('/api/contracts', {
        no: `C-${state.count}-B`,
        anchorId: state.anchorId,
        title: '第二份',
        startsOn: '2026-01-01',
      })
    ).json();
    state.contractId = second.id;
    const draft = await addDraft();
    await save(draft.id, terms());
    await agree(draft.id);
    expect(await (await activate(draft.id)).json()).toMatchObject({ code: 'rule_overlaps' });
    expect(await show()).toMatchObject({ status: 'draft' });
  });

  it('happens once when six ask for it at once', async () => {
    const draft = await addDraft();
    await save(draft.id, terms());
    await agree(draft.id);
    const place = { contractId: state.contractId, versionId: draft.id };
    const attempts = Array.from({ length: 6 }, () =>
      activateVersion(state.app.services, state.compliance.identity, place),
    );
    const answers = await Promise.allSettled(attempts);
    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(refusals).toHaveLength(5);
    for (const refusal of refusals) expect(refusal).toMatchObject({ kind: 'conflict', code: 'not_a_draft' });
    expect((await show()).versions).toMatchObject([{ status: 'active', rowVersion: 6 }]);
  });
});
