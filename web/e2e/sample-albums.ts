import type { Page } from 'playwright-core';
import { drawLabelPhoto } from '../../api/cli/seed/draw-label.ts';
import { gtinOf, PRODUCTS } from '../../db/seed/products.ts';
import { SEALED, SERUM_KEY } from '../../db/seed/samples.ts';
import type { Album, Picture } from './album.ts';
import { goTo, settle } from './visitor.ts';

/** Of the demo: the sealed serum, and the order in which something else came. */
const SEAL = '#/samples/1/show';
const serum = PRODUCTS.find(({ key }) => key === SERUM_KEY)!;

interface Found {
  inspectionId: number;
  productId: number;
  unitIds: number[];
}

/** The mystery order of the demo: its number depends on what was told before it. */
const findOrder = (page: Page): Promise<Found> =>
  page.evaluate(async () => {
    const filter = encodeURIComponent(JSON.stringify({ kind: 'mystery' }));
    const [{ id, productId }] = await (await fetch(`/api/inspections?filter=${filter}`)).json();
    const { units } = await (await fetch(`/api/inspections/${id}`)).json();
    return { inspectionId: id, productId, unitIds: units.map((unit: { id: number }) => unit.id) };
  });

const ofOrder = (name: string, placeOf: (found: Found) => string, more?: Picture['act']): Picture => ({
  name,
  hash: '#/inspections',
  async act(page) {
    await goTo(page, placeOf(await findOrder(page)));
    await more?.(page);
  },
});

/** Until the worker has compared the photos; where nobody compares, the picture says that they wait. */
const compared = async (page: Page) => {
  const waiting = page.getByText(/正在比对|being compared/i).first();
  await waiting.waitFor({ state: 'hidden', timeout: 30_000 }).catch(() => undefined);
};

const UNIT = ofOrder(
  'unit',
  ({ inspectionId, unitIds }) => `#/inspections/${inspectionId}/units/${unitIds[0]}`,
  compared,
);

/** A sample in hand, of goods nobody sealed yet, up to the marks on its first photo. */
const SEALING: Picture = {
  name: 'phone-sealing',
  hash: '#/samples',
  async act(page) {
    const id = await page.evaluate(async () => {
      const post = async (path: string, body: object) => {
        const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
        const answer = await fetch(`/api/samples${path}`, {
          method: 'POST',
          headers,
          body: JSON.stringify(body),
        });
        if (!answer.ok) throw new Error(await answer.text());
        return answer.json();
      };
      const product = { productId: 14, anchorId: null, pieces: 1, isLoan: false };
      const sample = await post('', product);
      await post(`/${sample.id}/approve`, {});
      await post(`/${sample.id}/send`, { carrier: '顺丰速运', trackingNo: 'SF1390000000002' });
      await post(`/${sample.id}/receive`, {});
      return sample.id;
    });
    await goTo(page, `#/samples/${id}/seal`);
    const label = { ...SEALED.attributes, batch: SEALED.batch, gtin: gtinOf(serum) };
    const { bytes } = drawLabelPhoto('back', label, { turn: 1.1, x: 6, y: -4, light: 1.01 });
    const face = page.getByRole('region', { name: /^(正面|Front)$/ });
    const file = { name: 'face.jpg', mimeType: 'image/jpeg', buffer: bytes };
    await face.locator('input[type=file]').last().setInputFiles(file);
    await face.getByRole('button', { name: /标出标签四角|Mark the label/ }).click();
    await face.getByRole('button', { name: /标出可变区|changing place/ }).click();
    await settle(page);
  },
};

const slide = async (page: Page) => {
  await page
    .getByRole('button', { name: /滑动对比|Slider/ })
    .first()
    .click();
};

/** The pictures of samples and inspections: an inspector's phone, and the desk. */
export const SAMPLE_ALBUMS: readonly Album[] = [
  {
    userKey: 'compliance',
    pictures: [
      { name: 'samples', hash: '#/samples' },
      { name: 'sample', hash: SEAL },
      ofOrder('inspection', ({ inspectionId }) => `#/inspections/${inspectionId}/show`),
      UNIT,
      ofOrder(
        'inspection-history',
        ({ productId }) => `#/inspections/history/${productId}`,
        (page) => page.locator('.recharts-bar-rectangle').first().waitFor(),
      ),
    ],
  },
  { userKey: 'compliance', locale: 'en', pictures: [{ ...UNIT, name: 'unit.en' }] },
  {
    userKey: 'operator',
    screen: 'phone',
    pictures: [
      SEALING,
      { ...UNIT, name: 'phone-unit' },
      ofOrder(
        'phone-slider',
        ({ inspectionId, unitIds }) => `#/inspections/${inspectionId}/units/${unitIds[0]}`,
        slide,
      ),
    ],
  },
];
