import { afterAll, beforeAll } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { createTestApp, type TestApp, type TestClient } from '../http/test-client.ts';

export interface SampleScene {
  testDb: TestDb;
  app: TestApp;
  operator: TestClient;
  compliance: TestClient;
  admin: TestClient;
  brandId: number;
}

/** A house with a brand whose deal is running; `addProduct` puts goods on offer. Call at the head of a test file. */
export function openSampleScene() {
  const scene = {} as SampleScene;
  let count = 0;
  beforeAll(async () => {
    scene.testDb = await createTestDb();
    scene.app = createTestApp(scene.testDb);
    scene.operator = await scene.app.as('operator');
    scene.compliance = await scene.app.as('compliance');
    scene.admin = await scene.app.as('admin');
    scene.brandId = (
      await (await scene.operator.post('/api/brands', { name: '晨露', status: 'active' })).json()
    ).id;
  });
  afterAll(() => scene.testDb.close());
  const addProduct = async ({ isOffered = true } = {}): Promise<number> => {
    count += 1;
    const { ownerDb } = scene.testDb;
    const { id } = await ownerDb
      .insertInto('product')
      .values({ name: `精华液 ${count}`, brand_id: scene.brandId })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (isOffered) {
      const deal = await ownerDb
        .insertInto('deal')
        .values({ brand_id: scene.brandId, title: `合作 ${count}`, status: 'running' })
        .returning('id')
        .executeTakeFirstOrThrow();
      await ownerDb
        .insertInto('deal_line')
        .values({ deal_id: deal.id, product_id: id, live_price_fen: 9_900, commission_rate_bps: 2_000 })
        .execute();
    }
    return id;
  };
  const addAnchor = async (name = `主播${Math.random()}`): Promise<number> =>
    (await (await scene.operator.post('/api/anchors', { name })).json()).id;
  return { scene, addProduct, addAnchor };
}
