import { sql } from 'kysely';
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

  it('opens a case that holds every settled sale since its last clean lot', async () => {
    const [{ id }] = await read('/inspections?filter={"kind":"mystery"}');
    const { units, productId } = await read(`/inspections/${id}`);
    const compliance = await app.as('compliance');
    const upheld = await compliance.post(`/api/inspection-differences/${units[0].differences[0].id}/uphold`, {
      reason: '净含量不符',
    });
    const { holds, heldLines } = await read(`/cases/${(await upheld.json()).caseId}`);
    expect(holds[0].scope).toMatchObject({ paidFrom: '2026-04-06T00:00:00+08:00', paidTo: null });
    const settled = await sql<{ sales: number }>`
      select count(distinct o.id) as sales from order_line o join settlement_line s on s.line_id = o.id
       where o.product_id = ${productId}::int and o.kind = 0`.execute(testDb.ownerDb);
    expect(settled.rows[0]!.sales).toBeGreaterThan(0);
    expect(heldLines).toBe(settled.rows[0]!.sales);
  });
});
