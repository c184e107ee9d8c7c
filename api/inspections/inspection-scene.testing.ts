import { afterAll, beforeAll } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createTestApp, type TestApp, type TestClient } from '../http/test-client.ts';
import { addPhoto, SERUM, sealProduct } from '../photo-scene.testing.ts';

export interface InspectionScene {
  testDb: TestDb;
  app: TestApp;
  operator: TestClient;
  compliance: TestClient;
  brandId: number;
}

let seed = 1;
export const nextSeed = () => seed++;

/** A house whose products have a sealed sample with one face. Call at the head of a test file. */
export function openInspectionScene() {
  const scene = {} as InspectionScene;
  beforeAll(async () => {
    scene.testDb = await createTestDb();
    scene.app = createTestApp(scene.testDb);
    scene.operator = await scene.app.as('operator');
    scene.compliance = await scene.app.as('compliance');
    scene.brandId = (
      await (await scene.operator.post('/api/brands', { name: '晨露', status: 'active' })).json()
    ).id;
  });
  afterAll(() => scene.testDb.close());
  const addProduct = async (): Promise<number> => {
    const { ownerDb } = scene.testDb;
    const { id } = await ownerDb
      .insertInto('product')
      .values({ name: `精华液 ${nextSeed()}`, brand_id: scene.brandId })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  };
  const addSealed = async (): Promise<number> => {
    const productId = await addProduct();
    const photoIds = [await addPhoto(scene.operator, nextSeed())];
    await sealProduct([scene.operator, scene.compliance], productId, {
      sealNumber: `FY-${productId}`,
      photoIds,
    });
    return productId;
  };
  const mystery = (productId: number, more: object = {}) =>
    scene.operator.post('/api/inspections', {
      ...{ kind: 'mystery', productId, orderNo: 'D-1', platform: 'douyin', boughtBy: '李青' },
      ...{ boughtAt: '2026-05-01T10:00:00+08:00', ...more },
    });
  const lot = (productId: number, more: object = {}) =>
    scene.operator.post('/api/inspections', {
      ...{ kind: 'lot', productId, lotSize: 8, level: 'II', aqlMajor: '1.0', aqlMinor: '4.0', ...more },
    });
  return { scene, addProduct, addSealed, mystery, lot };
}

/** Days of a unit that leave no question about its shelf life, whenever the test runs. */
export const freshDays = () => {
  const made = new Date(Date.now() - 30 * 86_400_000);
  const ends = new Date(made);
  ends.setUTCMonth(ends.getUTCMonth() + 36);
  return { producedOn: made.toISOString().slice(0, 10), expiresOn: ends.toISOString().slice(0, 10) };
};

export const likeSealed = () => ({ ...SERUM, ...freshDays() });
