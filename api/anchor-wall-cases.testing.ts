import { sql } from 'kysely';
import { type Ids, SECRET_WORD } from '../db/anchor-wall-canaries.ts';
import type { TestDb } from '../db/test-db.ts';
import type { TestApp } from './http/test-client.ts';

/** A case that holds shares of the anchor and of others, with words of the office all over it. */
export async function plantCase(
  app: TestApp,
  { ownerDb }: TestDb,
  lines: { own: number; others: number },
): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    insert into product (name, brand_id) select '被核查的商品', min(id) from brand returning id`.execute(
    ownerDb,
  );
  const productId = rows[0]!.id;
  await sql`update order_line set product_id = ${productId} where id in (${lines.own}, ${lines.others})`.execute(
    ownerDb,
  );
  const compliance = await app.as('compliance');
  const word = (what: string) => `${SECRET_WORD}-case-${what}`;
  const opened = await compliance.post('/api/cases', {
    ...{ productId, title: word('title'), reason: word('reason'), batch: word('batch') },
    hold: { paidFrom: '2026-06-01T00:00:00+08:00' },
    evidence: [{ kind: 'note', title: word('evidence'), note: word('note') }],
  });
  const shown = await opened.json();
  if (shown.heldFen === undefined || shown.heldFen === 0)
    throw new Error(`the scene holds nothing: ${JSON.stringify(shown)}`);
  const listed = await compliance.post('/api/brand-blacklist', {
    ...{ brandId: shown.brandId, reason: word('blacklist'), endsOn: '2099-01-01', caseId: shown.id },
  });
  if (listed.status !== 200) throw new Error(`the scene lists nobody: ${await listed.text()}`);
}

/** The office's cases and entries, and the holds that have a part of the anchor's. */
export async function addCaseIds(ids: Ids, { ownerDb }: TestDb, anchorId: number): Promise<void> {
  const { rows } = await sql<{ cases: string[]; entries: string[]; own: string[] }>`
    select (select array_agg(id::text) from substitution_case) as cases, (select array_agg(id::text) from brand_blacklist) as entries,
           (select array_agg(distinct hold_id::text) from case_hold_posting where anchor_id = ${anchorId}) as own`.execute(
    ownerDb,
  );
  const { cases, entries, own } = rows[0]!;
  Object.assign(ids.own, { cases: [], 'brand-blacklist': [], 'supplier-scores': [], me: own });
  Object.assign(ids.others, {
    ...{ cases, 'brand-blacklist': entries, 'supplier-scores': ['1'], me: ['2147482999'] },
    ...{ paperId: ['1'], evidenceId: ['1'], holdId: ['1'], remedyId: ['1'] },
  });
}
