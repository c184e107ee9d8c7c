import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { Album, Picture } from './album.ts';
import { launchBrowser } from './browser.ts';
import { CASE_ALBUMS } from './case-albums.ts';
import { CONTRACT_ALBUMS } from './contract-albums.ts';
import { openDemoHouse } from './demo-house.ts';
import { FINANCE_ALBUMS } from './finance-albums.ts';
import type { House } from './house.ts';
import { SAMPLE_ALBUMS } from './sample-albums.ts';
import { arrive, goTo, settle, signIn } from './visitor.ts';

const FOLDER = fileURLToPath(new URL('../../docs/guide/pictures/', import.meta.url));
const OPTIONS = { animations: 'disabled', caret: 'hide' } as const;
const MAX_BYTES = 200 * 1024;

const openWhy = async (page: Page) => {
  await page
    .getByRole('button', { name: /为什么|\bwhy\b/i })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('heading', { level: 3 }).first().waitFor();
};
const checkBooks = async (page: Page) => {
  await page.getByRole('button', { name: /^(现在检查|Check now)$/ }).click();
  await page.getByRole('listitem').filter({ hasText: 'journal_balances' }).waitFor();
};
const wholeWord = (page: Page, name: string) => page.getByText(name, { exact: true }).first();

const DESK: readonly Picture[] = [
  { name: 'home', hash: '#/' },
  { name: 'anchors', hash: '#/anchors' },
  { name: 'anchor', hash: '#/anchors/1/show' },
  { name: 'contracts', hash: '#/contracts' },
  { name: 'contract', hash: '#/contracts/2/show' },
  { name: 'product', hash: '#/products/1/show' },
  { name: 'deal', hash: '#/deals/1/show' },
  { name: 'streams', hash: '#/streams' },
  { name: 'orders', hash: '#/orders' },
  { name: 'gaps', hash: '#/orders/gaps' },
  { name: 'imports', hash: '#/imports' },
  { name: 'import', hash: '#/imports/4/show' },
  { name: 'import-preview', hash: '#/imports/create', act: chooseFile },
  { name: 'settlements', hash: '#/settlements' },
  { name: 'dry-run', hash: '#/settlements/run?month=2026-06' },
  { name: 'statements', hash: '#/statements' },
  { name: 'statement', hash: '#/statements/11/show' },
  { name: 'why', hash: '#/statements/8/show', act: openWhy, isDialog: true },
  { name: 'payout', hash: '#/payouts/3/show' },
  { name: 'books', hash: '#/books', act: checkBooks },
];

const ALBUMS: readonly Album[] = [
  { pictures: [{ name: 'login', hash: '' }] },
  { userKey: 'finance', pictures: DESK },
  {
    userKey: 'finance',
    locale: 'en',
    pictures: DESK.filter(({ name }) =>
      ['home', 'orders', 'dry-run', 'statement', 'why', 'contract'].includes(name),
    ).map((picture) => ({ ...picture, name: `${picture.name}.en` })),
  },
  {
    userKey: 'finance',
    dark: true,
    pictures: DESK.filter(({ name }) => ['statement', 'dry-run'].includes(name)).map((picture) => ({
      ...picture,
      name: `${picture.name}.dark`,
    })),
  },
  {
    userKey: 'linxiaoman',
    screen: 'phone',
    pictures: [
      { name: 'phone-home', hash: '#/' },
      { name: 'phone-statements', hash: '#/statements' },
      { name: 'phone-statement', hash: '#/statements/7/show' },
      { name: 'phone-why', hash: '#/statements/7/show', act: openWhy },
      { name: 'phone-contract', hash: '#/contracts/1/show' },
      { name: 'phone-streams', hash: '#/streams' },
    ],
  },
  ...CONTRACT_ALBUMS,
  ...CASE_ALBUMS,
  ...SAMPLE_ALBUMS,
  ...FINANCE_ALBUMS,
];

await takeAll(process.argv.slice(2));

/** Takes every picture, or those whose names are given. Throws for one that is too heavy for a page of documentation. */
async function takeAll(only: readonly string[]): Promise<void> {
  fs.mkdirSync(FOLDER, { recursive: true });
  const house = await openDemoHouse();
  const browser = await launchBrowser();
  try {
    for (const album of ALBUMS) {
      const pictures = album.pictures.filter(({ name }) => only.length === 0 || only.includes(name));
      if (pictures.length > 0) await takeAlbum(browser, house, { ...album, pictures });
    }
  } finally {
    await browser.close();
    await house.close();
  }
}

async function takeAlbum(
  browser: Browser,
  house: House,
  { pictures, userKey, ...options }: Album,
): Promise<void> {
  const visitor = await arrive(browser, house, options);
  const { page } = visitor;
  if (userKey === undefined) await page.goto('/');
  else {
    await signIn(visitor, userKey);
    await speak(page, options.locale ?? 'zh');
  }
  for (const { name, hash, act, isDialog } of pictures) {
    if (hash) await goTo(page, hash);
    await act?.(page);
    await settle(page);
    const bytes = isDialog ? await page.getByRole('dialog').screenshot(OPTIONS) : await take(page);
    if (bytes.length > MAX_BYTES) throw new Error(`${name} weighs ${bytes.length} bytes`);
    fs.writeFileSync(path.join(FOLDER, `${name}.png`), bytes);
    console.log(`${name}.png  ${Math.round(bytes.length / 1024)} KB`);
  }
  for (const complaint of visitor.takeComplaints()) console.log(`  ${complaint}`);
  await visitor.close();
}

/** What is in sight; of a page that weighs too much, its upper part. */
async function take(page: Page): Promise<Buffer> {
  const { width, height } = page.viewportSize()!;
  let bytes = await page.screenshot(OPTIONS);
  for (const part of [0.75, 0.6]) {
    if (bytes.length <= MAX_BYTES) break;
    bytes = await page.screenshot({ ...OPTIONS, clip: { x: 0, y: 0, width, height: height * part } });
  }
  return bytes;
}

/** The language of the user's own profile, which the desk takes up when it is opened. */
async function speak(page: Page, locale: string): Promise<void> {
  await page.evaluate(async (chosen) => {
    const { name } = await (await fetch('/api/me')).json();
    await fetch('/api/me', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, locale: chosen }),
    });
  }, locale);
  await page.reload();
  await settle(page);
}

async function chooseFile(page: Page): Promise<void> {
  const lines = [
    '订单编号,总金额,买家实际支付金额,收货地址 ,订单创建时间,订单付款时间 ,退款金额',
    'T9001,178.80,0.00,上海,2026-06-21 00:00:00,,0.00',
    'T9002,21.00,21.00,浙江省,2026-06-20 23:59:54,2026-06-21 00:00:02,0.00',
    'T9003,37.00,0.00,广东省,2026-06-20 23:59:35,2026-06-20 23:59:59,37.00',
  ];
  const file = { name: '店铺订单.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
  await page.locator('input[type=file]').setInputFiles(file);
  await wholeWord(page, '开始导入').waitFor();
}
