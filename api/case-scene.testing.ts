import { sql } from 'kysely';
import { afterAll, beforeAll, expect } from 'vitest';
import { createTestDb, type TestDb } from '../db/test-db.ts';
import { addAnchor, addContract, addLines, type LineSpec, type PartSpec } from '../db/test-scene.ts';
import { SYSTEM } from './domain/identity.ts';
import { createTestApp, type TestApp, type TestUser } from './http/test-client.ts';

export const gu: TestUser = { role: 'compliance', name: '顾合规' };
export const he: TestUser = { role: 'compliance', name: '何复核' };
export const lin: TestUser = { role: 'finance', name: '林会计' };

export interface CaseScene {
  t: TestDb;
  app: TestApp;
  brandId: number;
  productId: number;
  otherProductId: number;
  anchorId: number;
  otherAnchorId: number;
  agentId: number;
}

/**
 * Two anchors who sell the same serum of one brand; an agent has a part beside each. Of a commission of 2,000 fen the
 * platform keeps 200, the anchor gets 800, the agent 101 and the agency the rest, 899.
 */
export function openCaseScene(): CaseScene {
  const scene = {} as CaseScene;
  beforeAll(async () => {
    const t = await createTestDb();
    const { rows } = await sql<{ brand: number; product: number; other: number }>`
      with b as (insert into brand (name) values ('花语') returning id),
      p as (insert into product (brand_id, name, gtin) select id, n, g from b, (values ('焕亮精华 30ml', '6901234567892'), ('洁面乳', null)) v(n, g) returning id, name)
      select b.id as brand, (select id from p where name like '焕亮%') as product, (select id from p where name = '洁面乳') as other from b`.execute(
      t.ownerDb,
    );
    const { brand, product, other } = rows[0]!;
    const agent = await t.ownerDb
      .insertInto('party')
      .values({ kind: 'agent', name: '经纪人老周' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const [anchorId, otherAnchorId] = [
      await addAnchor(t.ownerDb, '阿岚'),
      await addAnchor(t.ownerDb, '小满'),
    ];
    const parts: PartSpec[] = [
      { party: 'platform', rateBps: 1000 },
      { party: 'anchor', rateBps: 4000 },
      { party: agent.id, rateBps: 505 },
      { party: 'agency', rateBps: null },
    ];
    for (const id of [anchorId, otherAnchorId])
      await addContract(t.ownerDb, id, [{ anchorId: id, tiers: [{ fromFen: 0, toFen: null, parts }] }]);
    await sql`insert into order_file (sha256, name, size_bytes) values (repeat('a', 64), 'may.csv', 1)`.execute(
      t.ownerDb,
    );
    await sql`insert into order_import (file_sha256, file_name, profile, platform, status) values (repeat('a', 64), 'may.csv', 'douyin', 'douyin', 'done')`.execute(
      t.ownerDb,
    );
    Object.assign(scene, {
      ...{ t, app: createTestApp(t), anchorId, otherAnchorId, agentId: agent.id },
      ...{ brandId: brand, productId: product, otherProductId: other },
    });
  });
  afterAll(() => scene.t.close());
  return scene;
}

/** A sale of the serum on 10 May that settled on 20 May, unless said otherwise. */
export const sell = (scene: CaseScene, lines: (Partial<LineSpec> & { id: number })[]): Promise<void> =>
  addLines(
    scene.t.ownerDb,
    lines.map((line) => ({
      ...{ anchorId: scene.anchorId, productId: scene.productId, salesFen: 10_000, commissionFen: 2_000 },
      ...line,
    })),
  );

/** Posts as this person and expects the answer 200. */
export async function tell(scene: CaseScene, who: TestUser, path: string, body: unknown = {}) {
  const response = await (await scene.app.as(who)).post(`/api${path}`, body);
  const answer = await response.json();
  expect(response.status, JSON.stringify(answer)).toBe(200);
  return answer;
}

export async function refused(scene: CaseScene, who: TestUser, path: string, body: unknown = {}) {
  const response = await (await scene.app.as(who)).post(`/api${path}`, body);
  return { status: response.status, code: (await response.json()).code as string };
}

export const MAY = {
  paidFrom: '2026-05-01T00:00:00+08:00',
  paidTo: null,
  platform: null,
  streamId: null,
  dealId: null,
  anchorId: null,
};

export const openWith = (scene: CaseScene, hold: unknown = MAY) =>
  tell(scene, gu, '/cases', {
    productId: scene.productId,
    title: '净含量不一致',
    reason: '抽检 15ml，封样 30ml',
    hold,
  });

/** From the evidence to the decision, over a letter that went unanswered on purpose: the answer came the same day. */
export async function decide(scene: CaseScene, id: number, decision: Record<string, unknown>) {
  const shown = await tell(scene, gu, `/cases/${id}/evidence`, {
    ...{ kind: 'note', title: '称重记录', note: '15.2 g', difference: '净含量由 30ml 变为 15ml' },
  });
  await tell(scene, gu, `/cases/${id}/notify`, { answerBy: '2099-01-01' });
  await tell(scene, gu, `/cases/${id}/answer`, { text: '发错批次', answeredOn: '2026-06-01', accepts: true });
  return tell(scene, gu, `/cases/${id}/decide`, {
    ...{ outcome: 'substitution', bearer: 'brand', reason: '实物与封样不符' },
    ...decision,
    ...(decision.bearer === 'anchor' && { anchorFaultEvidenceIds: [shown.evidence.at(-1).id] }),
  });
}

/** What stands on each party's account and on the house's own, in fen. */
export async function balances(scene: CaseScene): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; fen: number }>`
    select coalesce(py.name, a.code) as name, sum(p.amount_fen)::bigint as fen
      from posting p join account a on a.id = p.account_id left join party py on py.id = a.party_id
     where a.code in ('held', 'agency') or py.kind in ('anchor', 'agent') group by 1 having sum(p.amount_fen) <> 0`.execute(
    scene.t.ownerDb,
  );
  return Object.fromEntries(rows.map(({ name, fen }) => [name, fen]));
}

export const FINANCE = { ...SYSTEM, role: 'finance' as const };
