import type { Page } from 'playwright-core';
import type { Album, Picture } from './album.ts';
import { goTo } from './visitor.ts';

/** Of the demo: the case that was opened by hand; the swapped serum's is opened for the pictures. */
const TEA = '#/cases/1/show';
const SERUM = '#/cases/2/show';

const ask = (page: Page, path: string, body?: object) =>
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

/** Upholds what differs in the mystery order, which opens its case. */
async function openSerum(page: Page): Promise<void> {
  const inspections = (await ask(page, '/inspections')) as { id: number; kind: string }[];
  const { id } = inspections.find(({ kind }) => kind === 'mystery')!;
  const { units } = (await ask(page, `/inspections/${id}`)) as {
    units: { differences: { id: number; attribute: string; state: string }[] }[];
  };
  const swapped = units
    .flatMap(({ differences }) => differences)
    .filter(({ attribute, state }) => state === 'open' && ['netContent', 'ingredients'].includes(attribute));
  if (swapped.length === 0) return;
  for (const one of swapped)
    await ask(page, `/inspection-differences/${one.id}/uphold`, { reason: '与封样不一致' });
}

async function decideSerum(page: Page): Promise<void> {
  const { stage } = (await ask(page, '/cases/2')) as { stage: string };
  if (stage !== 'evidence') return;
  await ask(page, '/cases/2/notify', {
    answerBy: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
    demands: '说明批次 QY260328C 的来源，承担退款。',
  });
  const answeredOn = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await ask(page, '/cases/2/answer', { text: '该批次误用旧瓶灌装，愿意承担。', answeredOn, accepts: true });
  await ask(page, '/cases/2/decide', {
    ...{ outcome: 'substitution', bearer: 'brand' },
    reason: '净含量 30 ml 变为 15 ml，少一种成分，另一批次。',
  });
}

/** The page of a case from this part on. */
const partOf = (name: string, heading: string): Picture => ({
  name,
  hash: SERUM,
  async act(page) {
    await page.getByRole('heading', { name: heading }).evaluate((element) => {
      element.scrollIntoView();
      window.scrollBy(0, -72);
    });
  },
});

/** Of the other case of the demo: what was paid before the month it holds already. */
const HOLD: Picture = {
  name: 'case-hold',
  hash: TEA,
  isDialog: true,
  async act(page) {
    await page.getByRole('button', { name: '冻结款项' }).first().click();
    await page.getByLabel(/付款时间从/).fill('2026-04-01T00:00');
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByRole('status').waitFor();
  },
};

/** Two photos of the swapped serum chosen as evidence. */
const EVIDENCE: Picture = {
  name: 'case-evidence',
  hash: '#/cases',
  isDialog: true,
  async act(page) {
    await openSerum(page);
    await goTo(page, SERUM);
    await page
      .getByRole('button', { name: /^(添加证据|Add evidence)$/ })
      .first()
      .click();
    await page.getByLabel(/^(哪种证据|Kind of evidence)/).click();
    await page.getByRole('option', { name: /^(照片|Photo)$/ }).click();
    for (const name of [/FY-2026-0001 · (正面|Front)/, /(第 1 件|unit 1) · (正面|Front)/])
      await page.getByRole('dialog').getByRole('button', { name }).first().click();
    await page.waitForLoadState('networkidle');
  },
};

export const CASE_ALBUMS: readonly Album[] = [
  {
    userKey: 'compliance',
    pictures: [
      HOLD,
      EVIDENCE,
      {
        name: 'case-desk',
        hash: '#/cases',
        async act(page) {
          await openSerum(page);
          await goTo(page, '#/');
          await goTo(page, '#/cases');
          await page.reload();
        },
      },
    ],
  },
  {
    userKey: 'compliance',
    screen: 'phone',
    locale: 'en',
    pictures: [{ ...EVIDENCE, name: 'phone-evidence.en', isDialog: false }],
  },
  { userKey: 'linxiaoman', screen: 'phone', pictures: [{ name: 'phone-holds', hash: '#/holds' }] },
  {
    userKey: 'linxiaoman',
    screen: 'phone',
    locale: 'en',
    dark: true,
    pictures: [{ name: 'phone-holds.en', hash: '#/holds' }],
  },
  {
    userKey: 'compliance',
    pictures: [
      {
        name: 'case',
        hash: '#/cases',
        async act(page) {
          await decideSerum(page);
          await goTo(page, SERUM);
        },
      },
      partOf('case-claim', '向品牌索赔'),
      { name: 'supplier', hash: '#/supplier-scores/4/show' },
    ],
  },
  { userKey: 'compliance', locale: 'en', dark: true, pictures: [{ name: 'case.en', hash: SERUM }] },
  { userKey: 'compliance', screen: 'phone', pictures: [{ name: 'phone-case', hash: SERUM }] },
];
