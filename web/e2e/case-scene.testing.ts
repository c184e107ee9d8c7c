import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type BookReport, reportOnBooks } from '../../api/books/check-books.ts';
import { createSeededTestDb, servicesOn } from '../../api/cli/seed/seeded-test-db.ts';
import { SYSTEM } from '../../api/domain/identity.ts';
import type { Services } from '../../api/http/context.ts';
import { runPhotoComparison } from '../../api/inspections/run-photo-comparison.ts';
import { createUser, type NewUser } from '../../api/users/create-user.ts';
import type { TestDb } from '../../db/test-db.ts';
import { inTransaction } from '../../db/transaction.ts';
import { launchBrowser } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { readable } from './look.ts';
import { arrive, goTo, settle, signIn, type Visitor } from './visitor.ts';

export interface CaseScene {
  testDb: TestDb;
  services: Services;
  /** Compliance at a desk and, the same person, on a phone; an anchor; another person of compliance on a phone. */
  compliance: Visitor;
  phone: Visitor;
  anchor: Visitor;
  second: Visitor;
  /** Where downloaded files are put. */
  downloads: string;
}

/** The demo with everybody who meets in a case signed in. Call at the head of a test file. */
export function openCaseScene(): CaseScene {
  const scene = {} as CaseScene;
  let house: House;
  let browser: Browser;
  beforeAll(async () => {
    scene.testDb = await createSeededTestDb();
    scene.services = servicesOn(scene.testDb);
    scene.downloads = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-case-'));
    await createUser(scene.services, SYSTEM, SECOND);
    [house, browser] = await Promise.all([openHouse(scene.services, scene.testDb.appUrl), launchBrowser()]);
    scene.compliance = await arrive(browser, house);
    scene.phone = await arrive(browser, house, { screen: 'phone' });
    scene.anchor = await arrive(browser, house, { screen: 'phone' });
    scene.second = await arrive(browser, house, { screen: 'phone' });
    await signIn(scene.compliance, 'compliance');
    await signIn(scene.phone, 'compliance');
    await signIn(scene.anchor, 'linxiaoman');
    await signInAs(scene.second, SECOND);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
    await scene.testDb?.close();
    if (scene.downloads) fs.rmSync(scene.downloads, { recursive: true, force: true });
  });
  return scene;
}

/** Presses a link that hands out a file; answers where it lies. */
export async function download({ downloads }: CaseScene, { page }: Visitor, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  const to = path.join(downloads, file.suggestedFilename());
  await file.saveAs(to);
  return to;
}

export const wordsOf = ({ page }: Visitor): Promise<string> =>
  page.locator('#main-content').evaluate(readable);

/** What the page comes to say, however long it loads. */
export const saying = (visitor: Visitor) =>
  expect.poll(() => wordsOf(visitor), { timeout: 20_000, interval: 100 });

/** What the API says to who is signed in on this page. */
export const ask = <T>({ page }: Visitor, path: string, body?: object): Promise<T> =>
  page.evaluate(
    async ([to, sent]) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const how = sent ? { method: 'POST', headers, body: JSON.stringify(sent) } : {};
      const answer = await fetch(`/api${to}`, how);
      if (!answer.ok) throw new Error(`${to}: ${await answer.text()}`);
      return answer.json();
    },
    [path, body] as const,
  );

export async function openAnew({ page }: Visitor, hash: string): Promise<void> {
  await goTo(page, hash);
  await page.reload();
  await settle(page);
}

/** Presses the first button of this name on the page, fills in its dialog and confirms. */
export async function take(
  page: Page,
  verb: string,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
  confirm = verb,
): Promise<void> {
  await page.locator('#main-content').getByRole('button', { name: verb, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await fill(dialog);
  await dialog.getByRole('button', { name: confirm, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await settle(page);
}

/** The shares of every settled sale of these goods, whoever's may be held, and what stands on the accounts. */
export async function sumsOf(
  { testDb }: Pick<CaseScene, 'testDb'>,
  productId: number,
): Promise<{ affectedFen: number; heldFen: number; accounts: object }> {
  const { rows } = await sql<{ affectedFen: number; heldFen: number; accounts: object }>`
    select (select sum(s.parts_fen[p.position]) from settlement_line s join order_line o on o.id = s.line_id
              left join order_line sale on sale.id = o.refund_of_id join share_part p on p.tier_id = s.tier_id join party y on y.id = p.party_id
             where coalesce(sale.product_id, o.product_id) = ${productId}::int and y.kind not in ('agency', 'platform'))::bigint as "affectedFen",
           coalesce((select sum(p.amount_fen) from posting p join account a on a.id = p.account_id where a.code = 'held'), 0)::bigint as "heldFen",
           (select jsonb_object_agg(t.party_id, t.fen) from (select a.party_id, sum(p.amount_fen) as fen from posting p join account a on a.id = p.account_id
             where a.party_id is not null group by 1) t) as accounts`.execute(testDb.ownerDb);
  return rows[0]!;
}

export const brokenRules = async ({ testDb }: Pick<CaseScene, 'testDb'>): Promise<BookReport['checks']> => {
  const report = await inTransaction(testDb.db, SYSTEM, reportOnBooks, { isolation: 'repeatable read' });
  return report.checks.filter(({ ok }) => !ok);
};

/** As the worker does it, with what a comparison said: what it finds is measured elsewhere. */
export async function compareOnePhoto({ testDb, services }: CaseScene): Promise<void> {
  const { id } = await testDb.ownerDb
    .selectFrom('photo_comparison')
    .select('id')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const place = { x: 40, y: 60, width: 120, height: 40, kind: 'print' };
  const said = { outcome: 'different' as const, boxes: [place], reason: null, score: 0.31, sharpness: 300 };
  const more = { inliers: 80, homography: null, thresholds: { print: 0.4 }, engineVersion: '1', tookMs: 900 };
  await runPhotoComparison(services, id, async () => ({ ...said, ...more }), new AbortController().signal);
}

/** One of the last orders names a barcode that is not the product's, of goods that were settled before. */
export async function nameAnotherBarcode({ testDb }: Pick<CaseScene, 'testDb'>): Promise<void> {
  const { numAffectedRows } = await sql`
    update order_line set remark = '收到的条码是 6901234567892' where id = (
      select o.id from order_line o join product p on p.id = o.product_id
       where o.kind = 0 and o.status <> 0 and o.anchor_id is not null and p.gtin is not null
         and o.paid_at > (select max(paid_at) from order_line) - interval '13 days'
         and exists (select from settlement_line s join order_line x on x.id = s.line_id where x.product_id = o.product_id and x.anchor_id = o.anchor_id)
         and not exists (select from substitution_case c where c.product_id = o.product_id)
       order by o.id limit 1)`.execute(testDb.ownerDb);
  expect(numAffectedRows).toBe(1n);
}

/** The demo has one person in compliance; whoever decides may not take money away, nor hear an appeal. */
const SECOND: NewUser = {
  ...{ name: '韩复', email: 'second@demo.faircast.local', password: 'another-person-2026' },
  ...{ role: 'compliance', scope: 'all', teamId: null, anchorId: null, locale: 'zh', banned: false },
};

async function signInAs({ page }: Visitor, { email, password }: NewUser): Promise<void> {
  await page.goto('/');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.locator('#main-content').waitFor();
  await settle(page);
}
