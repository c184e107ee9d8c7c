import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSeededTestDb, servicesOn } from '../../api/cli/seed/seeded-test-db.ts';
import type { TestDb } from '../../db/test-db.ts';
import { launchBrowser } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { lookAt, readable } from './look.ts';
import { arrive, goTo, settle, signIn, type Visitor } from './visitor.ts';

let testDb: TestDb;
let house: House;
let browser: Browser;
let compliance: Visitor;
let contractId: number;
let versionId: number;

beforeAll(async () => {
  testDb = await createSeededTestDb();
  [house, browser] = await Promise.all([openHouse(servicesOn(testDb), testDb.appUrl), launchBrowser()]);
  compliance = await arrive(browser, house);
  await signIn(compliance, 'compliance');
  const waiting = await testDb.ownerDb
    .selectFrom('contract_version')
    .select(['id', 'contract_id'])
    .where('stage', '=', 'review')
    .executeTakeFirstOrThrow();
  [contractId, versionId] = [waiting.contract_id, waiting.id];
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
  await testDb?.close();
});

const reviewHash = () => `#/contracts/${contractId}/versions/${versionId}/review`;

interface Shown {
  id: number;
  quote: string;
}

const findingsOf = ({ page }: Visitor): Promise<Shown[]> =>
  page.evaluate(
    async (place) => (await (await fetch(`/api${place}/review`)).json()).findings,
    `/contracts/${contractId}/versions/${versionId}`,
  );

const markedText = ({ page }: Visitor, id: number): Promise<string> =>
  page
    .locator(`mark[data-ids~="${id}"]`)
    .evaluateAll((marks) => marks.map(({ textContent }) => textContent).join(''));

describe('the review of a contract', () => {
  it('highlights each finding to the character', async () => {
    await goTo(compliance.page, reviewHash());
    await compliance.page.locator('mark').first().waitFor();
    const findings = await findingsOf(compliance);
    expect(findings.length).toBeGreaterThan(1);
    for (const { id, quote } of findings) expect(await markedText(compliance, id)).toBe(quote);
    expect(await lookAt(compliance)).toEqual([]);
  });

  it('leads from the text to the finding and back', async () => {
    const { page } = compliance;
    const [first, second] = await findingsOf(compliance);
    await page.locator(`mark[data-ids~="${second!.id}"]`).first().click();
    const card = (id: number, isOpen: boolean) =>
      page.locator(`#finding-card-${id}[aria-expanded=${isOpen}]`);
    await card(second!.id, true).waitFor();
    await page.locator(`#finding-card-${first!.id}`).click();
    await card(first!.id, true).waitFor();
    await card(second!.id, false).waitFor();
    const selected = page.locator('mark[data-selected=true]').first();
    expect(await selected.textContent()).toBe(first!.quote);
    await page.keyboard.press('j');
    await card(second!.id, true).waitFor();
    await page.keyboard.press('ArrowUp');
    await card(first!.id, true).waitFor();
  });

  it('shows only what the filter asks for', async () => {
    const { page } = compliance;
    const all = await page.locator('[id^=finding-card-]').count();
    await page.getByRole('button', { name: /^必须修改 \d/ }).click();
    const blocking = await page.locator('[id^=finding-card-]').count();
    expect(blocking).toBeGreaterThan(0);
    expect(blocking).toBeLessThan(all);
    await page.getByRole('button', { name: /^必须修改 \d/ }).click();
  });

  it('takes a finding by hand from exactly the marked words', async () => {
    const { page } = compliance;
    const words = '甲方为乙方提供美食类目的选品与直播运营服务。';
    await page.evaluate((wanted) => {
      const run = [...document.querySelectorAll('[data-at]')].find(({ textContent }) =>
        textContent.includes(wanted),
      )!;
      const text = [...run.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE)!;
      const at = text.textContent!.indexOf(wanted);
      getSelection()!.setBaseAndExtent(text, at, text, at + wanted.length);
    }, words);
    await page.getByRole('button', { name: '把所选文字加为提示' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/为什么建议关注/).fill('没有写明选品数量。');
    await dialog.getByLabel(/建议的写法/).fill('甲方每月提供不少于二十款选品。');
    await dialog.getByRole('button', { name: '把所选文字加为提示' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await settle(page);
    const added = (await findingsOf(compliance)).find(({ quote }) => quote === words);
    expect(added).toBeDefined();
    expect(await markedText(compliance, added!.id)).toBe(words);
  });

  it('is whole on a phone: each clause with its findings, nothing wider than the screen', async () => {
    const phone = await arrive(browser, house, { screen: 'phone', dark: true });
    try {
      await signIn(phone, 'compliance');
      await goTo(phone.page, reviewHash());
      await phone.page.locator('mark').first().waitFor();
      await phone.page.locator('[id^=finding-card-]').first().click();
      expect(await lookAt(phone)).toEqual([]);
    } finally {
      await phone.close();
    }
  });

  it('says why a file is refused and what to do, and keeps the reason with the file', async () => {
    const operator = await arrive(browser, house);
    try {
      const { page } = operator;
      await signIn(operator, 'operator');
      await goTo(page, '#/contracts/7/show');
      const buffer = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: '合同.pdf', mimeType: 'application/pdf', buffer });
      await page.getByText('这是图片。请把各页合成一个 PDF，或粘贴文字。').first().waitFor();
      await page.reload();
      await settle(page);
      expect(await page.locator('#main-content').evaluate(readable)).toContain('没能读取：这是图片');
    } finally {
      await operator.close();
    }
  });
});
