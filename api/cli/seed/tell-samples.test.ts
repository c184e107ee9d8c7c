import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDb } from '../../../db/test-db.ts';
import { createTestApp, type TestApp } from '../../http/test-client.ts';
import { createSeededTestDb, SEEDED_SEAL_KEY } from './seeded-test-db.ts';

let testDb: TestDb;
let app: TestApp;
beforeAll(async () => {
  testDb = await createSeededTestDb();
  app = createTestApp(testDb, { services: { sealKey: SEEDED_SEAL_KEY } });
});
afterAll(() => testDb.close());

const read = async (path: string) => (await (await app.as('compliance')).get(`/api${path}`)).json();

describe('the serum of the demo', () => {
  it('was sealed by two people, its barcode read from a photo', async () => {
    const [sample] = await read('/samples?filter={"sealState":"sealed"}');
    const seal = await read(`/products/${sample.productId}/sealed-sample`);
    expect(seal.readGtin).toBe(seal.attributes.gtin);
    expect(seal.sealedById).not.toBe(seal.witnessedById);
    expect(seal.faces.map((one: { face: string }) => one.face)).toEqual(['front', 'back']);
  });

  it('has lots in its history, one of them refused', async () => {
    const [{ productId }] = await read('/inspections?filter={"kind":"lot"}');
    const { events, now } = await read(`/inspection-histories?filter={"productId":${productId}}`);
    expect(events.map((one: { isAccepted: boolean }) => one.isAccepted)).toEqual([true, false, true]);
    expect(now.stage).toBe('normal');
  });

  it('came as something else in a mystery order, and waits for somebody to decide', async () => {
    const [{ id }] = await read('/inspections?filter={"kind":"mystery"}');
    const { units, custody, openRows } = await read(`/inspections/${id}`);
    expect([units.length, custody.length]).toEqual([3, 3]);
    for (const unit of units) {
      expect(unit.barcodeSource).toBe('photo');
      expect(unit.differences.map((one: { attribute: string }) => one.attribute)).toEqual([
        'netContent',
        'ingredients',
        'spec',
      ]);
    }
    expect(openRows).toBe(9);
  });
});
