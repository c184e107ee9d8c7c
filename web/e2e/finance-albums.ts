import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../db/seed/users.ts';
import type { Album, Picture } from './album.ts';
import { goTo, settle } from './visitor.ts';

const MONTH = '2026-06';
const CLOSE = `#/settlements/close?month=${MONTH}`;

type Answer = Record<string, never> & { id: number; items: { endToEndId: string; amountFen: number }[] };

/** A step of the story behind the pictures, by the API as the user of the album. */
const call = (page: Page, method: string, path: string, body?: object): Promise<Answer> =>
  page.evaluate(
    async ([how, to, sent]) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const answer = await fetch(`/api${to}`, { method: how, headers, body: sent && JSON.stringify(sent) });
      if (!answer.ok) throw new Error(`${to}: ${await answer.text()}`);
      return answer.json();
    },
    [method, path, body] as const,
  );

async function again(page: Page, hash: string): Promise<void> {
  await page.reload();
  await settle(page);
  await goTo(page, hash);
}

const editColumns = async (page: Page): Promise<void> => {
  await page.locator('input[name=isHouseTemplate]').uncheck();
  await page.getByRole('button', { name: /^(预览文件|Preview the file)$/ }).click();
  await page.getByText('PO000001A1').first().waitFor();
  await page.locator('input[name=isHouseTemplate]').scrollIntoViewIfNeeded();
  await page.locator('input[name=isHouseTemplate]').evaluate((input) => input.scrollIntoView());
  await page.mouse.wheel(0, -120);
};

const tryAnswer = async (page: Page): Promise<void> => {
  await page.locator('input[name=isHouseMapping]').uncheck();
  const text =
    '业务编号,处理结果,原因,日期,流水号,金额\nPO000001A1,成功,,2026-07-08,BR1,1234.50\nPO000002A1,挂账,,,,88.00\n';
  const file = { name: '回单.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: /^(试读|Try it)$/ }).click();
  await page.getByRole('table').waitFor();
  await page.locator('input[name=isHouseMapping]').evaluate((input) => input.scrollIntoView());
  await page.mouse.wheel(0, -120);
};

const recordSilence = async (page: Page): Promise<void> => {
  const contract = (await call(page, 'GET', '/contracts/5')) as unknown as {
    versions: { id: number; clauses: { clauseNo: string; body: string }[] }[];
  };
  const [version] = contract.versions;
  const { clauseNo } = version!.clauses.find(({ body }) => /结算/.test(body))!;
  await call(page, 'POST', '/silence-terms', { versionId: version!.id, clauseNo, days: 7 });
  await again(page, '#/silence-terms');
};

const openSilence = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(登记沉默条款|Record a silence clause)$/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').first().click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('combobox').nth(1).click();
  await page.getByRole('option').first().click();
  await dialog.locator('blockquote').waitFor();
};

async function settleMonth(page: Page): Promise<void> {
  await call(page, 'POST', '/settlements', { month: MONTH });
  await again(page, CLOSE);
}

const openInput = async (page: Page): Promise<void> => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /填入已登记的|Fill in/ }).click();
  await dialog.getByRole('group').first().waitFor();
};

async function issueMonth(page: Page): Promise<void> {
  await call(page, 'POST', '/statements/issue', { month: MONTH });
  await call(page, 'POST', '/statements/send', { month: MONTH });
  await again(page, CLOSE);
}

async function raise(page: Page): Promise<void> {
  const [statement] = (await call(page, 'GET', '/statements?sort=["month","DESC"]')) as unknown as {
    id: number;
  }[];
  const [line] = (await call(page, 'GET', `/statements/${statement!.id}/lines`)) as unknown as {
    lineId: number;
    seq: number;
  }[];
  const { id } = await call(page, 'POST', `/statements/${statement!.id}/disputes`, {
    lineId: line!.lineId,
    seq: line!.seq,
    body: '这一单买家没有退货，我这边还能看到签收，请核对。',
  });
  await again(page, `#/disputes/${id}/show`);
}

const openLatest = async (page: Page) => {
  const [statement] = (await call(page, 'GET', '/statements?sort=["month","DESC"]')) as unknown as {
    id: number;
  }[];
  await goTo(page, `#/statements/${statement!.id}/show`);
};

const answer = async (page: Page) => {
  const [dispute] = (await call(page, 'GET', '/disputes')) as unknown as { id: number }[];
  await call(page, 'POST', `/disputes/${dispute!.id}/answers`, {
    body: '已向平台核实：退款成功在 6 月 28 日，凭证附后。',
  });
  await goTo(page, `#/disputes/${dispute!.id}/show`);
};

const batchAsDraft = async (page: Page) => {
  const { id } = await call(page, 'POST', '/payout-batches', { month: MONTH, executeOn: '2026-07-08' });
  await call(page, 'POST', `/payout-batches/${id}/submit`);
  await again(page, `#/payout-batches/${id}/show`);
};

const askPassword = async (page: Page) => {
  await goTo(page, '#/payout-batches/1/show');
  await page.getByRole('button', { name: /复核通过|Approve/ }).click();
  await page.getByRole('dialog').locator('input[type=password]').waitFor();
};

const approve = async (page: Page) => {
  await call(page, 'POST', '/me/step-up', { password: DEMO_PASSWORD });
  await call(page, 'POST', '/payout-batches/1/approve');
  await again(page, '#/payout-batches/1/show');
};

const showReturn = async (page: Page) => {
  await call(page, 'POST', '/me/step-up', { password: DEMO_PASSWORD });
  const batch = await call(page, 'POST', '/payout-batches/1/file', { format: 'csv' });
  await again(page, '#/payout-batches/1/show');
  const rows = batch.items.map(({ endToEndId, amountFen }, at) =>
    at === 1
      ? `${endToEndId},失败,账号错误,,,${amountFen / 100}`
      : `${endToEndId},成功,,2026-07-08,BR202607080${at},${amountFen / 100}`,
  );
  const text = [
    '业务编号,处理结果,原因,日期,流水号,金额',
    ...rows,
    'PO999999X1,成功,,2026-07-08,BR9,88.00',
  ].join('\n');
  const file = { name: '回单-20260708.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('dialog').getByRole('table').first().waitFor();
};

const takeReturn = async (page: Page) => {
  await page.getByRole('dialog').getByRole('button').last().click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
};

const inEnglish = (pictures: readonly Picture[]): Picture[] =>
  pictures.map((picture) => ({ ...picture, name: `${picture.name}.en` }));
const onPhone = (pictures: readonly Picture[]): Picture[] =>
  pictures.map((picture) => ({ ...picture, name: `phone-${picture.name}` }));

const LOOKS: readonly Picture[] = [
  { name: 'close', hash: CLOSE },
  { name: 'batch', hash: '#/payout-batches/1/show' },
  { name: 'tax', hash: '#/tax' },
  { name: 'certificates', hash: '#/tax-withholdings' },
];

/** The close of June as two people and an anchor do it: each album goes on where the one before stopped. */
export const FINANCE_ALBUMS: readonly Album[] = [
  {
    userKey: 'admin',
    pictures: [
      { name: 'payment-settings', hash: '#/payment-settings' },
      { name: 'bank-file', hash: '#/payment-settings', act: editColumns },
    ],
  },
  { userKey: 'admin', pictures: [{ name: 'bank-return', hash: '#/payment-settings', act: tryAnswer }] },
  {
    userKey: 'admin',
    screen: 'phone',
    locale: 'en',
    pictures: [{ name: 'phone-bank-file.en', hash: '#/payment-settings', act: editColumns }],
  },
  {
    userKey: 'compliance',
    pictures: [
      { name: 'silence-terms', hash: '#/', act: recordSilence },
      { name: 'silence-term', hash: '#/silence-terms', act: openSilence, isDialog: true },
    ],
  },
  {
    userKey: 'compliance',
    screen: 'phone',
    pictures: [{ name: 'phone-silence-terms', hash: '#/silence-terms' }],
  },
  {
    userKey: 'finance',
    pictures: [
      { name: 'close-preview', hash: CLOSE, act: settleMonth },
      { name: 'tax-input', hash: `#/tax-inputs?record=1&month=${MONTH}`, act: openInput, isDialog: true },
      { name: 'close-sent', hash: CLOSE, act: issueMonth },
    ],
  },
  {
    userKey: 'linxiaoman',
    screen: 'phone',
    pictures: [
      { name: 'phone-confirm', hash: '#/', act: openLatest },
      { name: 'phone-dispute', hash: '#/', act: raise },
      { name: 'phone-held', hash: '#/', act: openLatest },
      { name: 'phone-mine', hash: '#/portal' },
      { name: 'phone-payee-change', hash: '#/payee-changes/create' },
      { name: 'phone-notices', hash: '#/notices' },
    ],
  },
  {
    userKey: 'finance',
    pictures: [
      { name: 'dispute', hash: '#/disputes', act: answer },
      { name: 'batch-propose', hash: `#/payout-batches/create?month=${MONTH}` },
      { name: 'batch-submitted', hash: '#/payout-batches', act: batchAsDraft },
    ],
  },
  {
    userKey: 'finance2',
    pictures: [
      { name: 'batch-step-up', hash: '#/payout-batches', act: askPassword, isDialog: true },
      { name: 'batch-approved', hash: '#/payout-batches', act: approve },
    ],
  },
  {
    userKey: 'finance',
    pictures: [
      { name: 'return-preview', hash: '#/payout-batches', act: showReturn },
      { name: 'batch-returned', hash: '', act: takeReturn },
      ...LOOKS,
      { name: 'recoup-items', hash: '#/recoup-items' },
      { name: 'tax-profiles', hash: '#/tax-profiles' },
      { name: 'tax-inputs', hash: '#/tax-inputs' },
    ],
  },
  { userKey: 'finance', locale: 'en', pictures: inEnglish(LOOKS) },
  { userKey: 'finance', dark: true, pictures: [{ name: 'close.dark', hash: CLOSE }] },
  {
    userKey: 'finance2',
    screen: 'phone',
    pictures: onPhone([
      ...LOOKS,
      { name: 'tax-inputs', hash: '#/tax-inputs' },
      { name: 'tax-profiles', hash: '#/tax-profiles' },
    ]),
  },
  {
    userKey: 'finance2',
    screen: 'phone',
    locale: 'en',
    pictures: [{ name: 'phone-batch.en', hash: '#/payout-batches/1/show' }],
  },
];
