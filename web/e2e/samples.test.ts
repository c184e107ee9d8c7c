import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawLabelPhoto } from '../../api/cli/seed/draw-label.ts';
import { createSeededTestDb, servicesOn } from '../../api/cli/seed/seeded-test-db.ts';
import { TEMPLATES } from '../../api/domain/inspection/templates.ts';
import { gtinOf, PRODUCTS } from '../../db/seed/products.ts';
import { SERUM_KEY, SHIPPED } from '../../db/seed/samples.ts';
import type { TestDb } from '../../db/test-db.ts';
import { launchBrowser } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { lookAt, readable } from './look.ts';
import { arrive, goTo, settle, signIn, type Visitor } from './visitor.ts';

const MASK = PRODUCTS.find(({ key }) => key === 'mianmo')!;
const SERUM = PRODUCTS.find(({ key }) => key === SERUM_KEY)!;
const SEALED: Record<string, string> = {
  name: MASK.name,
  brand: '清屿素',
  netContent: '25ml×10',
  shelfLife: '36个月',
  ingredients: MASK.ingredients!,
  filingNumber: '粤G妆网备字20260000002',
  licenceNumber: '粤妆20260002',
  maker: '广州清屿素示例化妆品有限公司',
  origin: MASK.origin,
  spec: '10片/盒',
};

let testDb: TestDb;
let house: House;
let browser: Browser;
let operator: Visitor;
let compliance: Visitor;

beforeAll(async () => {
  testDb = await createSeededTestDb();
  // The demo's deals are of its own year: an anchor is lent what is offered now.
  await testDb.ownerDb.updateTable('deal').set({ status: 'running', ends_on: null }).execute();
  [house, browser] = await Promise.all([
    openHouse(servicesOn(testDb), testDb.appUrl, { comparesPhotos: true }),
    launchBrowser(),
  ]);
  [operator, compliance] = await Promise.all([
    arrive(browser, house, { screen: 'phone' }),
    arrive(browser, house),
  ]);
  await signIn(operator, 'operator');
  await signIn(compliance, 'compliance');
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
  await testDb?.close();
});

const wordsOf = ({ page }: Visitor): Promise<string> => page.locator('#main-content').evaluate(readable);
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** Presses a verb, fills in what its dialog asks for, and confirms. */
async function take(page: Page, verb: string, fields: Record<string, string> = {}): Promise<void> {
  await press(page, verb);
  const dialog = page.getByRole('dialog');
  for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label).fill(text);
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await settle(page);
}

/** A drawn photo of one side of a pack: of the mask's box where no other label is given. */
function photoOf(side: 'front' | 'back', given: { label?: object; turn?: number } = {}) {
  const label = given.label ?? { ...SEALED, batch: 'MM260501', gtin: gtinOf(MASK) };
  const pose = { turn: given.turn ?? 0.4, x: 2, y: 5, light: 1 };
  const { bytes } = drawLabelPhoto(side, label as Parameters<typeof drawLabelPhoto>[1], pose);
  return { name: `${side}.jpg`, mimeType: 'image/jpeg', buffer: bytes };
}

describe('a sample on its way to the seal, on a phone', () => {
  it('is asked for by the operator, who reads that it may be', async () => {
    const { page } = operator;
    await goTo(page, '#/samples/create');
    await page.getByLabel('商品').click();
    await page.getByRole('option', { name: MASK.name }).click();
    await page.getByLabel('主播').click();
    await page.getByRole('option', { name: '林小满' }).click();
    await page.getByText(/^可以申请/).waitFor();
    expect(await lookAt(operator)).toEqual([]);
    await press(page, '保存');
    await page.getByText('待批准').waitFor();
    await settle(page);
    expect(await wordsOf(operator)).toContain('提出申请');
  });

  it('is refused a second time within seven days, before it is sent', async () => {
    const { page } = operator;
    const shown = page.url();
    await goTo(page, '#/samples/create');
    await page.getByLabel('商品').click();
    await page.getByRole('option', { name: MASK.name }).click();
    await page.getByLabel('主播').click();
    await page.getByRole('option', { name: '林小满' }).click();
    await page.getByRole('alert').filter({ hasText: '在途或在手 1 件' }).waitFor();
    expect(await wordsOf(operator)).not.toContain('可以申请');
    await goTo(page, new URL(shown).hash);
  });

  it('is approved, sent and received, each step the one main button', async () => {
    const { page } = operator;
    await take(page, '批准');
    await take(page, '寄出', { 快递公司: '顺丰速运', 快递单号: 'SF900' });
    await take(page, '收到');
    const words = await wordsOf(operator);
    expect(words).toContain('顺丰速运 SF900');
    expect(words).toContain('已收到');
    expect(await lookAt(operator)).toEqual([]);
  });

  it('is photographed face by face, with and without a network, its barcode read, its corners marked by keyboard', async () => {
    const { page } = operator;
    await page.getByRole('link', { name: '封样', exact: true }).click();
    for (const [side, name] of [
      ['front', '正面'],
      ['back', '背面'],
    ] as const) {
      const face = page.getByRole('region', { name, exact: true });
      const isOffline = side === 'front';
      if (isOffline) await page.context().setOffline(true);
      await face.locator(`input[data-photo="${name}"]`).setInputFiles(photoOf(side));
      if (isOffline) {
        await face.getByText('网络不通').waitFor();
        await page.context().setOffline(false);
        // The browser's own word that it had no network.
        expect(operator.takeComplaints().join()).toContain('ERR_INTERNET_DISCONNECTED');
      }
      await face.getByRole('button', { name: '标出标签四角' }).click();
    }
    const corner = page.getByRole('button', { name: /^标签第 1 角/ }).first();
    const before = await corner.getAttribute('aria-label');
    await corner.press('Shift+ArrowRight');
    expect(await corner.getAttribute('aria-label')).not.toBe(before);
    await page
      .getByRole('region', { name: '背面', exact: true })
      .getByRole('button', { name: '标出可变区（批号、日期）' })
      .click();
    await settle(page);
    expect(await wordsOf(operator)).toContain(`读自照片：${gtinOf(MASK)}`);
  });

  it('says what is missing until everything is written down, and keeps it through a reload', async () => {
    const { page } = operator;
    await page.getByLabel(/^品类/).click();
    await page.getByRole('option', { name: '化妆品' }).click();
    await page.getByLabel(/^批号/).fill('MM260501');
    await page.getByLabel(/^封条编号/).fill('FY-2026-0101');
    await page.reload();
    await settle(page);
    expect(await wordsOf(operator)).toContain('还不能封样');
    for (const { attribute, comparator, isOptional } of TEMPLATES.cosmetics) {
      if (isOptional || comparator.by === 'gtin') continue;
      await page.locator(`[data-attribute=${attribute}]`).first().fill(SEALED[attribute]!);
    }
    expect(await page.locator('[data-attribute=gtin]').inputValue()).toBe(gtinOf(MASK));
    expect(await lookAt(operator)).toEqual([]);
    await press(page, '提交封样');
    await page.getByText('等待见证').first().waitFor();
  });

  it('cannot be witnessed by its sealer, and is by the second person', async () => {
    const mine = operator.page.getByRole('button', { name: '核对无误，见证封样' });
    await mine.waitFor();
    expect(await mine.getAttribute('aria-disabled')).toBe('true');
    const { page } = compliance;
    await goTo(page, new URL(operator.page.url()).hash);
    await press(page, '核对无误，见证封样');
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await page.getByText('见证，封样完成').waitFor();
    await settle(page);
    expect(await lookAt(compliance)).toEqual([]);
    const { sealed } = await testDb.ownerDb
      .selectFrom('sample_seal')
      .select(({ fn }) => fn.countAll<string>().as('sealed'))
      .where('witnessed_at', 'is not', null)
      .executeTakeFirstOrThrow();
    expect(Number(sealed)).toBe(2);
  });
});

describe('an anchor with a phone', () => {
  it('asks for a sample of one’s own, and reads why it was declined', async () => {
    const anchor = await arrive(browser, house, { screen: 'phone' });
    try {
      await signIn(anchor, 'beichuan');
      await goTo(anchor.page, '#/samples/create');
      await anchor.page.getByLabel('商品').click();
      await anchor.page.getByRole('option', { name: MASK.name }).click();
      await anchor.page.getByText(/^可以申请/).waitFor();
      expect(await lookAt(anchor)).toEqual([]);
      await press(anchor.page, '保存');
      await anchor.page.getByText('待批准').waitFor();
      await goTo(operator.page, new URL(anchor.page.url()).hash);
      await take(operator.page, '拒绝', { 说明: '本月面膜样品已用完' });
      await anchor.page.reload();
      await anchor.page.getByText('本月面膜样品已用完').waitFor();
      expect(await lookAt(anchor)).toEqual([]);
      expect(await wordsOf(anchor)).not.toMatch(/封条|林小满/);
    } finally {
      await anchor.close();
    }
  });
});

describe('the serum that is not as it was sealed', () => {
  const bottle = photoOf('back', {
    label: { ...SHIPPED.attributes, batch: SHIPPED.batch, gtin: gtinOf(SERUM) },
    turn: -2.2,
  });
  let hash: string;
  const unitHash = (no: number) => `#/inspections/${inspectionId}/units/${units[no - 1]}`;
  let inspectionId: number;
  let units: number[];

  beforeAll(async () => {
    const inspection = await testDb.ownerDb
      .selectFrom('inspection')
      .select('id')
      .where('kind', '=', 'mystery')
      .executeTakeFirstOrThrow();
    inspectionId = inspection.id;
    hash = `#/inspections/${inspectionId}/show`;
    const rows = await testDb.ownerDb
      .selectFrom('inspection_unit')
      .select('id')
      .where('inspection_id', '=', inspectionId)
      .orderBy('unit_no')
      .execute();
    units = rows.map(({ id }) => id);
  });

  it('is shown to the inspector on a phone, differences first, the sealed photo beside', async () => {
    await goTo(operator.page, unitHash(1));
    await operator.page.getByText('标注净含量由 30 ml 变为 15 ml').waitFor();
    expect(await lookAt(operator)).toEqual([]);
    const words = await wordsOf(operator);
    expect(words.indexOf('标注净含量由 30 ml 变为 15 ml')).toBeGreaterThan(-1);
    expect(words).toContain('减少 烟酰胺');
    expect(words).not.toMatch(/完全相同|正品|一模一样/);
    const uphold = operator.page.getByRole('button', { name: '认定差异' }).first();
    expect(await uphold.getAttribute('aria-disabled')).toBe('true');
  });

  it('has one more bottle: scanned, photographed and written down in the hand', async () => {
    const { page } = operator;
    await goTo(page, `#/inspections/${inspectionId}/units/new`);
    // The page before has photo inputs of the same names.
    await page.getByRole('button', { name: '登记并比对' }).waitFor();
    await page.locator('input[data-photo="背面"]').setInputFiles(bottle);
    await page.getByText(`读自照片：${gtinOf(SERUM)}，与封样条码一致。`).waitFor();
    for (const name of ['品名', '品牌', '生产企业', '产地'])
      await press(page, new RegExp(`^${name}: 与封样一致`));
    await page.locator('[data-attribute=netContent]').fill('15ml');
    await press(page, '备案或注册编号: 上面没有');
    expect(await lookAt(operator)).toEqual([]);
    await press(page, '登记并比对');
    await page.getByText('封样上有，抽检件上没有').waitFor();
    await settle(page);
    const words = await wordsOf(operator);
    expect(words.indexOf('标注净含量由')).toBeLessThan(words.indexOf('本件未记录，无法比对'));
    expect(await lookAt(operator)).toEqual([]);
  });

  it('cannot lend its photo to another bottle', async () => {
    const { page } = operator;
    await goTo(page, `#/inspections/${inspectionId}/units/new`);
    // The page before has photo inputs of the same names.
    await page.getByRole('button', { name: '登记并比对' }).waitFor();
    await page.locator('input[data-photo="背面"]').setInputFiles(bottle);
    await page.getByText('这张照片已用于第 4 件，请重拍这一件。').waitFor();
  });

  it('is decided by compliance, with a word, at a desk', async () => {
    const { page } = compliance;
    await goTo(page, unitHash(1));
    await page.getByText('标注净含量由 30 ml 变为 15 ml').waitFor();
    expect(await lookAt(compliance)).toEqual([]);
    const net = page.locator('[data-difference]').filter({ hasText: '标注净含量' });
    await net.getByRole('button', { name: '认定差异' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('判断的理由').fill('三瓶均标 15ml，与封样 30ml 不符');
    await dialog.getByRole('button', { name: '认定差异' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await net.getByText('已认定').first().waitFor();
    await page.getByRole('link', { name: '看案件' }).waitFor();
    expect(await wordsOf(compliance)).toMatch(/已立案 SC-\d{4}-\d+/);
  });

  it('is boxed on the sealed photo in both places, and laid over it in the slider', async () => {
    await untilCompared();
    const { page } = operator;
    await goTo(page, unitHash(1));
    const back = page.getByRole('region', { name: '背面', exact: true });
    // its content, and the ingredient that is gone
    await back.getByText('2 处与封样不一致，请逐处判断').waitFor();
    const places = back.getByRole('button', { name: /^第 \d+ 处$/ });
    expect(await places.count()).toBe(2);
    await back.getByRole('button', { name: '滑动对比' }).click();
    const shipped = back.getByRole('img', { name: '本件' });
    const transformOf = () => shipped.evaluate((image) => getComputedStyle(image).transform);
    await back.getByRole('button', { name: '对齐' }).waitFor();
    expect(await transformOf()).toMatch(/^matrix/);
    expect(await lookAt(operator)).toEqual([]);
    await back.getByRole('button', { name: '原样' }).click();
    await back.getByText(/两张照片未对齐/).waitFor();
    expect(await transformOf()).toBe('none');
  });

  it('waits for every row, then is closed for good with its hash', async () => {
    const { page } = compliance;
    await goTo(page, hash);
    const close = page.getByRole('button', { name: '结束抽检' });
    expect(await close.getAttribute('aria-disabled')).toBe('true');
    await untilCompared();
    await decideRest(page);
    await page.reload();
    await settle(page);
    await page.getByRole('button', { name: '结束抽检' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '结束抽检' }).click();
    await page.getByText('内容已冻结').waitFor();
    await settle(page);
    const words = await wordsOf(compliance);
    expect(words).toContain('发现差异');
    expect(words).toMatch(/抽查 4 件，4 件不符/);
    const { content_sha256 } = await testDb.ownerDb
      .selectFrom('inspection')
      .select('content_sha256')
      .where('id', '=', inspectionId)
      .executeTakeFirstOrThrow();
    expect(words).toContain(content_sha256!.slice(0, 8));
    expect(await lookAt(compliance)).toEqual([]);
  });

  it('stands in the history of its lots, chart and table', async () => {
    const { product_id } = await testDb.ownerDb
      .selectFrom('inspection')
      .select('product_id')
      .where('id', '=', inspectionId)
      .executeTakeFirstOrThrow();
    await goTo(compliance.page, `#/inspections/history/${product_id}`);
    await compliance.page.getByRole('link', { name: 'QY-0325' }).waitFor();
    expect(await lookAt(compliance)).toEqual([]);
    expect(await wordsOf(compliance)).toContain('QY-0325');
  });

  /** Until no photo waits for the worker. */
  async function untilCompared(): Promise<void> {
    const waiting = async () => {
      const { waiting } = await testDb.ownerDb
        .selectFrom('photo_comparison')
        .select(({ fn }) => fn.countAll<string>().as('waiting'))
        .where('state', 'in', ['queued', 'running'])
        .executeTakeFirstOrThrow();
      return Number(waiting);
    };
    await expect.poll(waiting, { timeout: 100_000, interval: 500 }).toBe(0);
  }

  async function decideRest(page: Page): Promise<void> {
    await page.evaluate(async (id) => {
      const { units } = await (await fetch(`/api/inspections/${id}`)).json();
      for (const unit of units)
        for (const { id: differenceId, state } of unit.differences) {
          if (state !== 'open') continue;
          const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
          const body = JSON.stringify({ reason: '与第 1 件相同的情况', criticality: 'major' });
          const answer = await fetch(`/api/inspection-differences/${differenceId}/uphold`, {
            method: 'POST',
            headers,
            body,
          });
          if (!answer.ok) throw new Error(await answer.text());
        }
    }, inspectionId);
  }
});
