import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSeededTestDb, servicesOn } from '../../api/cli/seed/seeded-test-db.ts';
import { DEMO_PASSWORD } from '../../db/seed/users.ts';
import type { TestDb } from '../../db/test-db.ts';
import { launchBrowser } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { readable } from './look.ts';
import { arrive, goTo, settle, signIn, type Visitor } from './visitor.ts';

const REAL_FILE = fileURLToPath(new URL('../../../shared/data/orders/tmall-orders.csv', import.meta.url));

let testDb: TestDb;
let house: House;
let browser: Browser;
let finance: Visitor;
let second: Visitor;

beforeAll(async () => {
  testDb = await createSeededTestDb();
  [house, browser] = await Promise.all([openHouse(servicesOn(testDb), testDb.appUrl), launchBrowser()]);
  [finance, second] = await Promise.all([arrive(browser, house), arrive(browser, house)]);
  await signIn(finance, 'finance');
  await signIn(second, 'finance2');
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
  await testDb?.close();
});

/** Chooses a file in the wizard, looks at what it was taken for, and follows the import to its end. */
async function importFile(
  page: Page,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await goTo(page, '#/imports');
  await page.locator('#main-content').getByRole('link', { name: '新建' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('识别为：天猫 · 店铺订单').waitFor();
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.getByText(/^文件共 [\d,]+ 行，每一行都有着落/).waitFor({ timeout: 90_000 });
  await settle(page);
}

const wordsOf = (page: Page): Promise<string> => page.locator('#main-content').evaluate(readable);

describe('the main job in a browser', () => {
  it('imports a shop’s orders, which say nothing of settlement, and shows why none settles', async () => {
    const { page } = finance;
    const lines = [
      '订单编号,总金额,买家实际支付金额,收货地址 ,订单创建时间,订单付款时间 ,退款金额',
      'T9001,178.80,0.00,上海,2026-06-21 00:00:00,,0.00',
      'T9002,21.00,21.00,浙江省,2026-06-20 23:59:54,2026-06-21 00:00:02,0.00',
      'T9003,37.00,0.00,广东省,2026-06-20 23:59:35,2026-06-20 23:59:59,37.00',
      'T9004,thirty,0.00,广东省,2026-06-20 23:59:35,2026-06-20 23:59:59,37.00',
    ];
    await importFile(page, { name: 'shop.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
    const words = await wordsOf(page);
    expect(words).toContain('文件共 4 行');
    expect(words).toContain('文件里没有结算凭证');
    expect(words).toMatch(/第 4 行|第 5 行/);
    expect(words).toContain('不是金额');
  });

  it.skipIf(!fs.existsSync(REAL_FILE))(
    'imports the real file of a shop: 14,000 lines, every one accounted for',
    async () => {
      const { page } = finance;
      await importFile(page, {
        name: 'tmall-orders.csv',
        mimeType: 'text/csv',
        buffer: fs.readFileSync(REAL_FILE),
      });
      expect(await wordsOf(page)).toContain('文件共 14,000 行');
      const { rows } = await countOrders();
      expect(rows).toBe(14_000);
    },
  );
  if (!fs.existsSync(REAL_FILE)) console.log(`the real shop file is not imported: there is no ${REAL_FILE}`);

  it('settles June after a dry run that kept nothing', async () => {
    const { page } = finance;
    await goTo(page, '#/settlements');
    const june = page.getByRole('listitem').filter({ hasText: '2026年6月' });
    await june.getByRole('link', { name: '结算', exact: true }).click();
    await page.getByText('这是试算，什么都还没有保存').waitFor();
    expect(await countRuns('2026-06')).toBe(0);
    await page.getByRole('button', { name: /^正式结算 \d+ 行$/ }).click();
    await page.getByText(/^已结算 \d+ 行，调整 \d+ 行/).waitFor();
    expect(await countRuns('2026-06')).toBe(1);
  });

  it('issues the statements of June, one for each anchor', async () => {
    const { page } = finance;
    await page.getByRole('link', { name: '回到月份' }).click();
    const june = page.getByRole('listitem').filter({ hasText: '2026年6月' });
    await june.getByRole('button', { name: '出具结算单' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await page
      .getByRole('link', { name: /^ST202606-/ })
      .first()
      .waitFor();
    await settle(page);
    expect(await page.getByRole('link', { name: /^ST202606-/ }).count()).toBe(6);
  });

  it('prepares a payout, and will not let the preparer approve it', async () => {
    const { page } = finance;
    await page.getByRole('link', { name: 'ST202606-00001' }).first().click();
    await page.getByRole('button', { name: '发起付款' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    const approve = page.getByRole('button', { name: '复核通过' });
    await approve.waitFor();
    expect(await approve.getAttribute('aria-disabled')).toBe('true');
    await approve.hover();
    await page.getByText('发起人不能复核自己发起的付款').waitFor();
    await approve.dispatchEvent('click');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('is approved by the second person, whose PDF is the one that was frozen', async () => {
    const { page } = second;
    await goTo(page, '#/payouts');
    await page
      .getByRole('link', { name: /ST202606-00001|林小满/ })
      .first()
      .click();
    await page.getByRole('button', { name: '复核通过' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/登录密码/).fill(DEMO_PASSWORD);
    await dialog.getByRole('button', { name: '复核通过' }).click();
    const link = page.getByRole('link', { name: '下载 PDF' });
    await link.waitFor();
    const downloading = page.waitForEvent('download');
    await link.click();
    const bytes = fs.readFileSync(await (await downloading).path());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const { sha256 } = await newestPayout();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(await wordsOf(page)).toContain(sha256.slice(0, 8));
  });

  it('is paid by the first person with the bank’s reference', async () => {
    const { page } = finance;
    await page.reload();
    await page.getByRole('button', { name: '登记已付款' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/银行流水号/).fill('QJ20260702000088');
    await dialog.getByLabel(/登录密码/).fill(DEMO_PASSWORD);
    await dialog.getByRole('button', { name: '登记已付款' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await newestPayout()).toMatchObject({ status: 'paid', reference: 'QJ20260702000088' });
  });

  it('left no complaint in the console and no refusal of the content security policy', () => {
    expect(finance.takeComplaints()).toEqual([]);
    expect(second.takeComplaints()).toEqual([]);
  });
});

async function countRuns(month: string): Promise<number> {
  const runs = await testDb.ownerDb
    .selectFrom('settlement_run')
    .select('id')
    .where('month', '=', month)
    .execute();
  return runs.length;
}

async function countOrders(): Promise<{ rows: number }> {
  const { lines } = await testDb.ownerDb
    .selectFrom('order_import')
    .select('lines')
    .where('file_name', '=', 'tmall-orders.csv')
    .executeTakeFirstOrThrow();
  return { rows: lines };
}

async function newestPayout(): Promise<{ sha256: string; status: string; reference: string | null }> {
  const { pdf_sha256, status, bank_reference } = await testDb.ownerDb
    .selectFrom('payout')
    .selectAll()
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return { sha256: pdf_sha256!, status, reference: bank_reference };
}
