import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSeededTestDb, servicesOn } from '../../api/cli/seed/seeded-test-db.ts';
import { buildDocx, paragraph } from '../../api/documents/docx/build-docx.testing.ts';
import type { TestDb } from '../../db/test-db.ts';
import { launchBrowser } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { lookAt, readable } from './look.ts';
import { arrive, goTo, settle, signIn, type Visitor } from './visitor.ts';

/** 北川's contract of the demo, whose terms of June are negotiated anew here. */
const CONTRACT = 6;
const OPENING = [
  '直播带货合作协议',
  '甲方：明播文化有限公司　乙方：北川',
  '第一条 合作',
  '甲方为乙方提供选品与运营服务，双方为平等的商事合作关系。',
  '第二条 分成',
  '平台结算佣金由乙方得63%，甲方得37%。',
];
const ONE_SIDED = ['第三条 违约', '乙方提前解约的，无论何种原因，应一次性向甲方赔偿人民币五百万元。'];
const MUTUAL = ['第三条 违约', '任何一方违约的，赔偿守约方因此受到的实际损失。'];

let testDb: TestDb;
let house: House;
let browser: Browser;
let operator: Visitor;
let compliance: Visitor;
let anchor: Visitor;
let finance: Visitor;

beforeAll(async () => {
  testDb = await createSeededTestDb();
  [house, browser] = await Promise.all([openHouse(servicesOn(testDb), testDb.appUrl), launchBrowser()]);
  operator = await arrive(browser, house);
  compliance = await arrive(browser, house);
  anchor = await arrive(browser, house, { screen: 'phone' });
  finance = await arrive(browser, house);
  await signIn(operator, 'operator');
  await signIn(compliance, 'compliance');
  await signIn(anchor, 'beichuan');
  await signIn(finance, 'finance');
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
  await testDb?.close();
});

const wordsOf = (page: Page): Promise<string> => page.locator('#main-content').evaluate(readable);
const showOf = (versionId: number) => `#/contracts/${CONTRACT}/show?version=${versionId}`;
const pageOf = (versionId: number, part: string) => `#/contracts/${CONTRACT}/versions/${versionId}/${part}`;
const docxOf = (lines: readonly string[]): Buffer =>
  buildDocx({ body: lines.map((line) => paragraph(line)).join('') });

/** The page as it is now: somebody else wrote meanwhile. */
async function openAnew(page: Page, hash: string): Promise<void> {
  await goTo(page, hash);
  await page.reload();
  await settle(page);
}

/** A new draft whose text is an uploaded Word file; its id. */
async function uploadVersion(
  page: Page,
  fileName: string,
  lines: readonly string[],
  isBlank: boolean,
): Promise<number> {
  await goTo(page, `#/contracts/${CONTRACT}/show`);
  await page.getByRole('button', { name: '新建版本' }).first().click();
  const dialog = page.getByRole('dialog');
  if (isBlank) {
    await dialog.getByRole('combobox').click();
    await page.getByRole('option', { name: '空白' }).click();
  }
  await dialog.getByLabel('生效日期').fill('2026-06-01');
  await dialog.getByRole('button', { name: '新建' }).click();
  await page.waitForURL(/versions\/\d+$/);
  const versionId = Number(/versions\/(\d+)$/.exec(page.url())![1]);
  await goTo(page, showOf(versionId));
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const file = { name: fileName, mimeType, buffer: docxOf(lines) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText(`已读取 ${fileName}`).waitFor();
  await settle(page);
  return versionId;
}

/** Presses a button that asks first, and says yes. */
async function doIt(page: Page, name: string): Promise<void> {
  await page.locator('#main-content').getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '确定' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await settle(page);
}

describe('the way of a contract in a browser', () => {
  let first: number;
  let second: number;

  it('begins with a Word file: its clauses are read, its share becomes a rule by one press', async () => {
    const { page } = operator;
    first = await uploadVersion(page, '第一稿.docx', [...OPENING, ...ONE_SIDED], true);
    expect(await wordsOf(page)).toContain('乙方提前解约的');
    await goTo(page, `#/contracts/${CONTRACT}/versions/${first}`);
    await page.getByRole('button', { name: '带入 1 条分成规则' }).click();
    await page.getByText('得 630.00').or(page.getByText('630.00')).first().waitFor();
    expect(await lookAt(operator)).toEqual([]);
    await page.getByRole('button', { name: '保存' }).click();
    await page.waitForURL(/show/);
    await goTo(page, showOf(first));
    expect(await wordsOf(page)).toContain('63.00%');
    await doIt(page, '提交合规');
    expect(await wordsOf(page)).toContain('合规审查');
  });

  it('is not sent by compliance as long as a high finding is open', async () => {
    const { page } = compliance;
    await goTo(page, showOf(first));
    const send = page.getByRole('button', { name: '发给主播' });
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    expect(await wordsOf(page)).toContain('高风险的发现要由合规写明理由豁免');
    expect(await lookAt(compliance)).toEqual([]);
  });

  it('is waived with a reason, found by the keyboard in the text and beside it', async () => {
    const { page } = compliance;
    await goTo(page, pageOf(first, 'review'));
    await page.keyboard.press('j');
    await settle(page);
    const marked = page.locator('mark[data-selected=true]').first();
    expect(await marked.textContent()).toContain('五百万元');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))).toBe('true');
    expect(await lookAt(compliance)).toEqual([]);
    await page.getByRole('button', { name: '豁免', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/理由/).fill('主播已有律师，愿意保留，另付签约金。');
    await dialog.getByRole('button', { name: '豁免' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await goTo(page, showOf(first));
    await doIt(page, '发给主播');
    expect(await wordsOf(page)).toContain('主播阅读');
  });

  it('reaches the anchor’s phone with the reason of the waiver, and gets a change asked for', async () => {
    const { page } = anchor;
    await page.reload();
    await settle(page);
    await page.getByRole('alert').filter({ hasText: '第 2 版' }).getByRole('link', { name: '去看' }).click();
    await page.getByText('主播已有律师，愿意保留，另付签约金。').waitFor();
    expect(await lookAt(anchor)).toEqual([]);
    const clause = page.getByRole('article').filter({ hasText: '五百万元' });
    await clause.getByRole('button', { name: '请求修改' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('五百万元太高，请改成赔偿实际损失。');
    await dialog.getByRole('button', { name: '发给机构' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await settle(page);
    expect(await wordsOf(page)).toContain('等待答复');
    await goTo(page, pageOf(first, 'accept'));
    expect(await wordsOf(page)).toContain('主播还有修改请求没有答复');
  });

  it('is answered, and version 2 resolves it', async () => {
    const { page } = operator;
    await openAnew(page, showOf(first));
    await page.getByRole('button', { name: '答复', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '同意修改' }).check();
    await dialog.getByRole('textbox').fill('改成双方对等，赔偿实际损失。');
    await dialog.getByRole('button', { name: '答复' }).click();
    await dialog.waitFor({ state: 'hidden' });
    second = await uploadVersion(page, '第二稿.docx', [...OPENING, ...MUTUAL], false);
    expect(await wordsOf(page)).toContain('63.00%');
    await goTo(page, pageOf(second, `diff/${first}`));
    const words = await wordsOf(page);
    expect(words).toMatch(/解决 [1-9] 项/);
    expect(words).toContain('新增 0 项');
    expect(words).toContain('1 条改写');
    expect(await lookAt(operator)).toEqual([]);
    await goTo(page, showOf(second));
    await doIt(page, '提交合规');
    await openAnew(compliance.page, showOf(second));
    await doIt(compliance.page, '发给主播');
  });

  it('is accepted by the anchor: the exact words, the name typed, the hash kept', async () => {
    const { page } = anchor;
    await goTo(page, pageOf(second, 'read'));
    expect(await wordsOf(page)).toMatch(/解决 [1-9] 项/);
    await page.getByRole('link', { name: '去接受' }).click();
    await page.getByRole('checkbox').check();
    await page.getByLabel(/签名/).fill('北川');
    expect(await lookAt(anchor)).toEqual([]);
    await page.getByRole('button', { name: '接受这一版' }).click();
    await page.getByText('你已接受这一版。').waitFor();
    await settle(page);
    const { text_sha256: hash } = await acceptanceOf(second);
    await page.getByText('确认的原话与校验值').click();
    expect((await wordsOf(page)).replaceAll(' ', '')).toContain(hash);
  });

  it('is agreed to by the agency and put in force', async () => {
    const { page } = operator;
    await openAnew(page, showOf(second));
    await page.getByRole('button', { name: '机构确认' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: '机构确认' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await openAnew(compliance.page, showOf(second));
    await doIt(compliance.page, '确认生效');
    expect(await wordsOf(compliance.page)).toContain('双方确认');
  });

  it('settles the month by its terms', async () => {
    const { page } = finance;
    await goTo(page, '#/settlements/run?month=2026-06');
    await page.getByRole('button', { name: /^正式结算 \d+ 行$/ }).click();
    await page.getByText(/^已结算 \d+ 行，调整 \d+ 行/).waitFor();
    const rates = await ratesOfJune();
    expect(rates.length).toBeGreaterThan(0);
    expect(new Set(rates)).toEqual(new Set([6300]));
  });

  it('left no complaint in any console', () => {
    for (const visitor of [operator, compliance, anchor, finance])
      expect(visitor.takeComplaints()).toEqual([]);
  });
});

function acceptanceOf(versionId: number): Promise<{ text_sha256: string }> {
  return testDb.ownerDb
    .selectFrom('contract_acceptance')
    .select('text_sha256')
    .where('contract_version_id', '=', versionId)
    .where('side', '=', 'anchor')
    .executeTakeFirstOrThrow();
}

/** The anchor's rate on every order line first settled in June. */
async function ratesOfJune(): Promise<number[]> {
  const rows = await testDb.ownerDb
    .selectFrom('settlement_part as part')
    .innerJoin('settlement_run as run', 'run.id', 'part.run_id')
    .innerJoin('party', 'party.id', 'part.party_id')
    .innerJoin('contract', 'contract.anchor_id', 'party.anchor_id')
    .select('part.rate_bps')
    .where('run.month', '=', '2026-06')
    .where('part.seq', '=', 0)
    .where('contract.id', '=', CONTRACT)
    .execute();
  return rows.map(({ rate_bps }) => rate_bps!);
}
