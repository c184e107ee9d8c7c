import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportOnBooks } from '../../api/books/check-books.ts';
import { createSeededTestDb, servicesOn } from '../../api/cli/seed/seeded-test-db.ts';
import { SYSTEM } from '../../api/domain/identity.ts';
import { formatYuan } from '../../api/domain/money.ts';
import { MYSTERY } from '../../db/seed/samples.ts';
import type { TestDb } from '../../db/test-db.ts';
import { inTransaction } from '../../db/transaction.ts';
import { launchBrowser } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { lookAt, readable } from './look.ts';
import { arrive, goTo, settle, signIn, type Visitor } from './visitor.ts';

let testDb: TestDb;
let house: House;
let browser: Browser;
let compliance: Visitor;
let phone: Visitor;
let anchor: Visitor;

beforeAll(async () => {
  testDb = await createSeededTestDb();
  [house, browser] = await Promise.all([openHouse(servicesOn(testDb), testDb.appUrl), launchBrowser()]);
  compliance = await arrive(browser, house);
  phone = await arrive(browser, house, { screen: 'phone' });
  anchor = await arrive(browser, house, { screen: 'phone' });
  await signIn(compliance, 'compliance');
  await signIn(phone, 'compliance');
  await signIn(anchor, 'linxiaoman');
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
  await testDb?.close();
});

const wordsOf = ({ page }: Visitor): Promise<string> => page.locator('#main-content').evaluate(readable);

/** What the API says to who is signed in on this page. */
const ask = <T>({ page }: Visitor, path: string, body?: object): Promise<T> =>
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

async function openAnew({ page }: Visitor, hash: string): Promise<void> {
  await goTo(page, hash);
  await page.reload();
  await settle(page);
}

/** Presses the first button of this name on the page, fills in its dialog and confirms. */
async function take(
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

interface Seen {
  id: number;
  no: string;
  stage: string;
  heldFen: number;
  releasedFen: number;
}

const yuan = (amountFen: number): string => formatYuan(amountFen);

/** The shares of every settled sale of these goods, whoever's may be held, and what stands on the accounts. */
async function sumsOf(
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

const brokenRules = async () => {
  const report = await inTransaction(testDb.db, SYSTEM, reportOnBooks, { isolation: 'repeatable read' });
  return report.checks.filter(({ ok }) => !ok);
};

describe('the swapped serum, from its inspection to the claim against the brand', () => {
  let id: number;
  let hash: string;
  let heldFen: number;
  let before: Awaited<ReturnType<typeof sumsOf>>;
  let productId: number;
  const seen = () => ask<Seen>(compliance, `/cases/${id}`);

  it('opens a case when a critical difference is upheld, and the inspection leads to it', async () => {
    const { page } = compliance;
    const inspections = await ask<{ id: number; orderNo: string; productId: number }[]>(
      compliance,
      '/inspections',
    );
    const mystery = inspections.find(({ orderNo }) => orderNo === MYSTERY.orderNo);
    productId = mystery!.productId;
    before = await sumsOf(productId);
    const { units } = await ask<{ units: { differences: { id: number; attribute: string }[] }[] }>(
      compliance,
      `/inspections/${mystery!.id}`,
    );
    const swapped = units[0]!.differences.filter(({ attribute }) =>
      ['netContent', 'ingredients'].includes(attribute),
    );
    for (const one of swapped)
      await ask(compliance, `/inspection-differences/${one.id}/uphold`, { reason: '与封样不一致' });
    await openAnew(compliance, `#/inspections/${mystery!.id}/show`);
    await page.getByRole('link', { name: '看案件' }).click();
    await page.waitForURL(/cases\/\d+\/show/);
    await settle(page);
    id = Number(/cases\/(\d+)/.exec(page.url())![1]);
    hash = `#/cases/${id}/show`;
    expect((await seen()).stage).toBe('evidence');
    expect(await wordsOf(compliance)).toContain('QY260328C');
    expect(await lookAt(compliance)).toEqual([]);
  });

  it('is opened once, however often the inspection asks for it', async () => {
    const { page } = compliance;
    const { inspectionId } = await ask<{ inspectionId: number }>(compliance, `/cases/${id}`);
    await goTo(page, `#/cases/create?inspectionId=${inspectionId}`);
    expect(await wordsOf(compliance)).toContain('积雪草舒缓精华液');
    expect(await lookAt(compliance)).toEqual([]);
    await page.locator('#main-content').getByRole('button', { name: '立案' }).click();
    await page.waitForURL(/cases\/\d+\/show/);
    expect(Number(/cases\/(\d+)/.exec(page.url())![1])).toBe(id);
    await settle(page);
  });

  it('says on both screens why the other steps cannot be taken', async () => {
    await openAnew(phone, hash);
    await phone.page.getByText('现在还不能做的，为什么').click();
    const words = await wordsOf(phone);
    expect(words).toContain('2 / 7');
    expect(words).not.toContain('undefined');
    expect(await lookAt(phone)).toEqual([]);
  });

  it('holds the shares of every sale since the last clean lot to the fen, and nothing else', async () => {
    ({ heldFen } = await seen());
    const during = await sumsOf(productId);
    expect(heldFen).toBeGreaterThan(0);
    expect([heldFen, during.heldFen]).toEqual([before.affectedFen, before.heldFen + before.affectedFen]);
    const lines = await ask<{ heldFen: number }[]>(compliance, `/cases/${id}/lines?range=[0,99]`);
    expect(lines.reduce((sum, line) => sum + line.heldFen, 0)).toBe(heldFen);
    const said = await wordsOf(compliance);
    for (const words of [yuan(heldFen), '林小满', '2026年4月', '作为应收']) expect(said).toContain(words);
    expect(await brokenRules()).toEqual([]);
  });

  it('takes nothing a second time by hand', async () => {
    const { page } = compliance;
    await page.locator('#main-content').getByRole('button', { name: '冻结款项' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('为什么冻结').fill('同一批次 4 月已经发出');
    await dialog.getByLabel(/付款时间从/).fill('2026-04-01T00:00');
    await dialog.getByRole('button', { name: '预览' }).click();
    await dialog.getByText(`其中已由其他冻结拿住 ${yuan(heldFen)} 元`).waitFor();
    expect(await lookAt(compliance)).toEqual([]);
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('is seen by the anchor: how much, why, and each order', async () => {
    await openAnew(anchor, '#/');
    await anchor.page.getByRole('link', { name: /为什么，到什么时候/ }).click();
    await anchor.page.waitForURL(/holds/);
    await anchor.page.getByText('可能与封样不一致').first().waitFor();
    await settle(anchor.page);
    const words = await wordsOf(anchor);
    expect(words).toContain(yuan(heldFen));
    expect(words).toContain('可能与封样不一致');
    expect(words).not.toContain('抽检 #');
    await anchor.page.getByRole('button', { name: /看每一笔/ }).click();
    await settle(anchor.page);
    expect(await wordsOf(anchor)).toContain('69260');
    expect(await lookAt(anchor)).toEqual([]);
  });

  it('asks the brand with a deadline, and writes down what it says', async () => {
    const { page } = compliance;
    await take(
      page,
      '函告品牌',
      (dialog) => dialog.getByLabel(/要求/).fill('说明批次 QY260328C 的来源，承担退款。'),
      '冻结并函告',
    );
    expect((await seen()).stage).toBe('brand_notified');
    await take(page, '登记答复', (dialog) =>
      dialog.getByLabel(/品牌说了什么/).fill('该批次误用旧瓶灌装，愿意承担。'),
    );
    expect((await seen()).stage).toBe('answered');
    expect(await lookAt(compliance)).toEqual([]);
  });

  it('is decided on a phone: a substitution, borne by the brand', async () => {
    await openAnew(phone, hash);
    await take(phone.page, '作出决定', (dialog) =>
      dialog.getByLabel(/理由/).fill('净含量 30 ml 变为 15 ml，少一种成分，另一批次。'),
    );
    expect(await wordsOf(phone)).toContain('认定货不对板');
    expect(await lookAt(phone)).toEqual([]);
  });

  it('releases the anchor, who does not bear it, and claims from the brand', async () => {
    const { page } = compliance;
    await openAnew(compliance, hash);
    await take(page, '出具索赔书', async () => {}, '确定');
    expect(await wordsOf(compliance)).toContain('退一赔三');
    await take(page, '放行', (dialog) => dialog.getByLabel(/理由/).fill('由品牌承担，主播不承担。'));
    expect(await seen()).toMatchObject({ heldFen: 0, releasedFen: heldFen });
    expect(await sumsOf(productId)).toEqual(before);
    expect(await lookAt(compliance)).toEqual([]);
    await openAnew(anchor, '#/holds');
    expect(await wordsOf(anchor)).toContain('已解冻');
    expect(await lookAt(anchor)).toEqual([]);
  });

  it('closes after its remedies, and the books are clean', async () => {
    const { page } = compliance;
    await take(page, '安排补救', (dialog) => dialog.getByLabel(/怎么做/).fill('按名单逐单退款'));
    await take(page, '开始补救', async () => {});
    await take(page, '完成', (dialog) => dialog.getByLabel(/结果/).fill('21 单已退'));
    await take(page, '结案', async () => {});
    expect((await seen()).stage).toBe('closed');
    expect(await wordsOf(compliance)).toContain('档案保存至');
    expect(await lookAt(compliance)).toEqual([]);
    await goTo(page, '#/cases');
    expect(await lookAt(compliance)).toEqual([]);
    await openAnew(phone, '#/cases');
    expect(await lookAt(phone)).toEqual([]);
    expect(await brokenRules()).toEqual([]);
  });
});
