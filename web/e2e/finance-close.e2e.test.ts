import fs from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSeededTestDb, servicesOn } from '../../api/cli/seed/seeded-test-db.ts';
import { openAsSuperuser } from '../../db/queries/book-checks/books-scene.testing.ts';
import { DEMO_PASSWORD } from '../../db/seed/users.ts';
import type { TestDb } from '../../db/test-db.ts';
import { launchBrowser } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { lookAt, readable } from './look.ts';
import { arrive, goTo, settle, signIn, type Visitor } from './visitor.ts';

const CLOSE = '#/settlements/close?month=2026-06';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let testDb: TestDb;
let house: House;
let browser: Browser;
let finance: Visitor;
let second: Visitor;
let admin: Visitor;
let anchor: Visitor;
let compliance: Visitor;

beforeAll(async () => {
  testDb = await createSeededTestDb();
  await addTerms();
  [house, browser] = await Promise.all([openHouse(servicesOn(testDb), testDb.appUrl), launchBrowser()]);
  [finance, second, admin, compliance, anchor] = await Promise.all([
    arrive(browser, house),
    arrive(browser, house),
    arrive(browser, house),
    arrive(browser, house),
    arrive(browser, house, { screen: 'phone' }),
  ]);
  await signIn(finance, 'finance');
  await signIn(second, 'finance2');
  await signIn(admin, 'admin');
  await signIn(compliance, 'compliance');
  await signIn(anchor, 'linxiaoman');
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
  await testDb?.close();
});

const wordsOf = (page: Page): Promise<string> => page.locator('#main-content').evaluate(readable);
const dialogOf = (page: Page) => page.getByRole('dialog');

/** Presses a button and confirms what it asks; with a password where it asks for one. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  const dialog = dialogOf(page);
  const confirm = dialog.getByRole('button').last();
  await confirm.waitFor();
  await settle(page);
  const password = dialog.locator('input[type=password]');
  if ((await password.count()) > 0) await password.fill(DEMO_PASSWORD);
  await confirm.click();
  await dialog.waitFor({ state: 'hidden' });
  await settle(page);
}

describe('a month closed in the browser by two people', () => {
  it('is paid from the account of the demo, by columns of the bank’s own that are seen before they are kept', async () => {
    const { page } = admin;
    await goTo(page, '#/payment-settings');
    await page
      .getByText(/尾号 0887/)
      .first()
      .waitFor();
    expect(await page.getByLabel('代扣个人所得税', { exact: true }).isChecked()).toBe(true);
    await page.getByLabel('使用默认列', { exact: true }).uncheck();
    await page.getByLabel('列名').nth(3).fill('');
    await page.getByRole('button', { name: '预览文件' }).click();
    await page.getByText('必填').first().waitFor();
    await page.getByLabel('列名').nth(3).fill('收款人');
    await page.getByRole('button', { name: '预览文件' }).click();
    await page.getByText('序号,业务编号,收款账号,收款人').waitFor();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存').waitFor();
    expect(await lookAt(admin)).toEqual([]);
  });

  it('is settled, and shows whose tax cannot be reckoned with the way to mend it', async () => {
    const { page } = finance;
    await goTo(page, '#/settlements/run?month=2026-06');
    await page.getByRole('button', { name: /^正式结算 \d+ 行$/ }).click();
    await page.getByText(/^已结算 \d+ 行/).waitFor();
    await goTo(page, CLOSE);
    expect(await lookAt(finance)).toEqual([]);
    const mend = page.getByRole('link', { name: '去登记' });
    expect(await mend.count()).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: '出具结算单' }).count()).toBe(0);
    for (let left = await mend.count(); left > 0; left -= 1) {
      await mend.first().click();
      await dialogOf(page).getByLabel('依据').fill('合同约定：无劳动关系，按劳务报酬');
      await dialogOf(page).getByRole('button', { name: '保存' }).click();
      await dialogOf(page).waitFor({ state: 'hidden' });
      await goTo(page, CLOSE);
      // The page shows what it knew before until the preview is there anew.
      await mend.nth(left - 1).waitFor({ state: 'detached' });
    }
    expect(await mend.count()).toBe(0);
  });

  it('is issued and sent from the same page', async () => {
    const { page } = finance;
    await press(page, '出具结算单');
    await press(page, '全部发出');
    expect(await wordsOf(page)).toMatch(/\d+ 张都已发出/);
    expect(await lookAt(finance)).toEqual([]);
  });

  it('lets the anchor dispute a line on the phone with words and a file, and holds that line alone', async () => {
    const { page } = anchor;
    const statement = await statementOf('林小满');
    await goTo(page, `#/statements/${statement.id}/show`);
    await page
      .getByRole('button', { name: /为什么/ })
      .first()
      .click();
    const drawer = page.getByRole('dialog', { name: '为什么是这个数' });
    await drawer.getByRole('button', { name: '提出异议' }).click();
    const dialog = page.getByRole('dialog', { name: /提出异议/ });
    await dialog.getByLabel('哪里不对').fill('这一单我核对是 60%，算成了别的。');
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: '截图.png', mimeType: 'image/png', buffer: PNG });
    await dialog.getByRole('button', { name: '发给机构' }).click();
    await page.getByText('往来').waitFor();
    await settle(page);
    const words = await wordsOf(page);
    expect(words).toContain('待处理');
    expect(words).toContain('截图.png');
    expect(await lookAt(anchor)).toEqual([]);
    await goTo(page, `#/statements/${statement.id}/show`);
    await page.getByText(/因异议暂扣/).waitFor();
    expect(await wordsOf(page)).toMatch(/因异议暂扣 [\d.,]+ 元.*其余 [\d.,]+ 元照常付款/s);
    const confirm = page.getByRole('button', { name: '核对无误，确认' });
    expect(await confirm.getAttribute('aria-disabled')).toBe('true');
  });

  it('is answered, upheld by two people, and then the anchor confirms in one tap', async () => {
    const { page } = finance;
    await page.reload();
    await settle(page);
    await page.getByRole('link', { name: '处理异议' }).click();
    await settle(page);
    await page.locator('#main-content a[href^="#/disputes/"]').first().click();
    await page.getByLabel('答复').fill('查过平台账单，少算了一档。');
    await page.getByRole('button', { name: '发出' }).click();
    await page.getByText('查过平台账单').first().waitFor();
    await page.getByRole('button', { name: '成立，建议调整' }).click();
    await dialogOf(page).getByLabel('补给主播的金额').fill('5.00');
    await dialogOf(page).getByLabel('理由').fill('应按 50% 分成');
    await dialogOf(page).getByRole('button', { name: '成立，建议调整' }).click();
    await dialogOf(page).waitFor({ state: 'hidden' });
    const approve = page.getByRole('button', { name: '批准调整' });
    await approve.waitFor();
    expect(await approve.getAttribute('aria-disabled')).toBe('true');
    await goTo(second.page, new URL(page.url()).hash);
    await press(second.page, '批准调整');
    await second.page.getByText('批准成立').first().waitFor();
    expect(await lookAt(second)).toEqual([]);
    const phone = anchor.page;
    await phone.reload();
    await settle(phone);
    await phone.getByRole('button', { name: '核对无误，确认' }).click();
    await phone.getByText(/^林小满 于 .* 确认/).waitFor();
    expect(await lookAt(anchor)).toEqual([]);
    await page.reload();
    await goTo(page, CLOSE);
    await page.getByText(/林小满 .* 确认/).waitFor();
    expect(await lookAt(finance)).toEqual([]);
  });

  it('waits for the invoice of a studio, which is recorded with its month', async () => {
    const { page } = finance;
    const { anchor_id } = await statementOf('周一禾');
    await goTo(page, `#/tax-inputs?record=${anchor_id}&month=2026-06`);
    const dialog = dialogOf(page);
    await dialog.getByText(/嘉兴一禾传媒有限公司/).waitFor();
    await dialog.getByRole('button', { name: '添加发票' }).click();
    await dialog.getByLabel('发票号码').fill('26332000000602244');
    await dialog.getByLabel('销售方').fill('嘉兴一禾传媒有限公司');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('必填').first().waitFor();
    await dialog.getByLabel('金额').fill('88.98');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(/26332000000602244/).waitFor();
    expect(await lookAt(finance)).toEqual([]);
  });

  it('is paid by a batch that its preparer cannot approve', async () => {
    const { page } = finance;
    await goTo(page, '#/payout-batches/create?month=2026-06');
    expect(await lookAt(finance)).toEqual([]);
    await page.getByRole('button', { name: /^建批次：\d+ 笔/ }).click();
    await page.getByRole('heading', { name: '付款明细' }).waitFor();
    await settle(page);
    await press(page, '提交复核');
    const approve = page.getByRole('button', { name: '复核通过' });
    await approve.waitFor();
    expect(await approve.getAttribute('aria-disabled')).toBe('true');
    const at = new URL(page.url()).hash;
    for (const other of [second, admin]) {
      await goTo(other.page, at);
      const open = other.page.getByRole('button', { name: '复核通过' });
      if ((await open.count()) > 0) await press(other.page, '复核通过');
    }
    expect(await lookAt(second)).toEqual([]);
    expect(await wordsOf(second.page)).toContain('已复核');
  });

  it('goes to the bank as a frozen file and comes back matched after a preview', async () => {
    const { page } = finance;
    await page.reload();
    await settle(page);
    await press(page, '出具银行文件');
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载银行文件' }).click();
    const file = fs.readFileSync(await (await downloading).path(), 'utf8');
    const items = await testDb.ownerDb
      .selectFrom('payout_batch_item as i')
      .innerJoin('payout as p', 'p.id', 'i.payout_id')
      .select(['i.end_to_end_id', 'p.amount_fen'])
      .orderBy('i.id')
      .execute();
    expect(items.length).toBeGreaterThan(1);
    for (const { end_to_end_id } of items) expect(file).toContain(end_to_end_id);
    const rows = items.map(({ end_to_end_id, amount_fen }, at) =>
      at === 0
        ? [end_to_end_id, '失败', '账号错误', null, null, amount_fen / 100]
        : [end_to_end_id, '成功', null, new Date(Date.UTC(2026, 6, 8)), `BR${at}`, amount_fen / 100],
    );
    const header = ['业务编号', '处理结果', '原因', '日期', '流水号', '金额'];
    const book = await writeXlsx({ sheets: [{ name: '回单', rows: [header, ...rows] }] });
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '回单.xlsx', mimeType, buffer: Buffer.from(book) });
    await dialogOf(page).getByText('这是预览，什么都还没有入账。').waitFor();
    expect(await dialogOf(page).evaluate(readable)).toMatch(new RegExp(`已付 ${items.length - 1}`));
    await dialogOf(page).getByRole('button', { name: '确认入账' }).click();
    await dialogOf(page).waitFor({ state: 'hidden' });
    await settle(page);
    expect(await wordsOf(page)).toContain('未付成');
    expect(await lookAt(finance)).toEqual([]);
  });

  it('ends with the certificate of what was withheld', async () => {
    const { page } = finance;
    await goTo(page, '#/tax-withholdings');
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: '2026 年证明 PDF' }).first().click();
    const bytes = fs.readFileSync(await (await downloading).path());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('takes terms of pay into a draft, an advance and a fine with their evidence, each checked at its field', async () => {
    const draft = await draftVersion();
    const { page } = admin;
    await goTo(page, `#/contracts/${draft.contract_id}/versions/${draft.id}/components`);
    await page.getByRole('button', { name: '添加一项' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('必填').first().waitFor();
    expect(await lookAt(admin)).toEqual([]);
    for (const [{ page: payer }, hash, button, amount] of [
      [finance, '#/recoup-items', '登记扣回', '200'],
      [compliance, '#/pay-fines', '提出扣款', '50'],
    ] as const) {
      await goTo(payer, hash);
      await payer.getByRole('button', { name: button }).first().click();
      const dialog = dialogOf(payer);
      await dialog.getByLabel('主播').click();
      await payer.getByRole('option', { name: '小鹿' }).click();
      await dialog.getByLabel('依据的合同条款').click();
      await payer.getByRole('option').first().click();
      await dialog.getByLabel('金额').fill(amount);
      await dialog.getByLabel(hash === '#/pay-fines' ? '事由' : '名称').fill('七月 2 日晚场');
      await dialog.getByRole('button', { name: '保存' }).click();
      await dialog.getByText('必填').first().waitFor();
      await dialog.getByLabel(hash === '#/pay-fines' ? '证据' : '凭证').fill('付款单 QJ20260702');
      await dialog.getByRole('button', { name: '保存' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await payer
        .getByText(/七月 2 日晚场/)
        .first()
        .waitFor();
    }
    expect(await lookAt(compliance)).toEqual([]);
  });

  it('changes where an anchor is paid only by a second person, who proves who it is', async () => {
    const { page } = finance;
    const { anchor_id } = await statementOf('小鹿');
    await goTo(page, `#/payee-changes/create?anchorId=${anchor_id}`);
    await page.getByLabel('户名').fill('鹿鸣');
    await page.getByLabel('开户行').fill('钱江示例银行杭州城西支行');
    await page.getByRole('textbox', { name: '账号' }).fill('6200990000010000771');
    await page.getByLabel('变更原因').fill('原账户已注销');
    await page.getByRole('button', { name: '申请变更收款账户' }).click();
    await page.getByText('待批准').first().waitFor();
    await settle(page);
    expect(await page.getByRole('button', { name: '批准' }).getAttribute('aria-disabled')).toBe('true');
    await goTo(second.page, new URL(page.url()).hash);
    await press(second.page, '批准');
    await second.page.getByText('等待生效').first().waitFor();
    expect(await wordsOf(second.page)).toContain('尾号 0771');
    expect(await lookAt(second)).toEqual([]);
  });

  it('left no complaint of any browser', () => {
    for (const visitor of [finance, second, admin, compliance, anchor])
      expect(visitor.takeComplaints()).toEqual([]);
  });
});

/** What the demo has none of: a contract with terms on advances and fines, and an anchor nobody said the regime of. */
async function addTerms(): Promise<void> {
  const guards = openAsSuperuser(testDb);
  await guards.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    const anchorId = sql`(select id from anchor where name = '小鹿')`;
    await sql`delete from tax_profile where anchor_id = ${anchorId}`.execute(trx);
    await sql`insert into pay_component (contract_version_id, clause_id, position, type, effective, rule)
      select v.id, (select min(id) from contract_clause where contract_version_id = v.id), n, type, daterange('2020-01-01', null), rule::jsonb
        from contract_version v join contract c on c.id = v.contract_id,
             (values (1, 'recoup', '{"of":"advance","shareCeilingBps":null}'), (2, 'fine', '{"capBps":null,"noticeDays":null}')) y(n, type, rule)
       where c.anchor_id = ${anchorId} and v.status = 'active'`.execute(trx);
  });
  await guards.destroy();
}

const draftVersion = (): Promise<{ id: number; contract_id: number }> =>
  testDb.ownerDb
    .selectFrom('contract_version')
    .select(['id', 'contract_id'])
    .where('status', '=', 'draft')
    .where('stage', '=', 'draft')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();

async function statementOf(name: string): Promise<{ id: number; anchor_id: number }> {
  return testDb.ownerDb
    .selectFrom('statement')
    .innerJoin('anchor', 'anchor.id', 'statement.anchor_id')
    .select(['statement.id', 'statement.anchor_id'])
    .where('anchor.name', '=', name)
    .where('month', '=', '2026-06')
    .executeTakeFirstOrThrow();
}
