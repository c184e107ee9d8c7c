import { sql } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { addAnchor, type PartSpec } from '../../db/test-scene.ts';
import { type Identity, SYSTEM } from '../domain/identity.ts';

export const half: PartSpec[] = [
  { party: 'agency', rateBps: null },
  { party: 'anchor', rateBps: 5000 },
];
export const asFinance: Identity = { ...SYSTEM, role: 'finance', userId: 'fin' };

/** Call once in a `describe`: a database of its own with a clerk of finance and the anchor 阿岚, there inside of tests. */
export function openSettlementScene() {
  const scene = {} as { t: TestDb; anchor: number };
  beforeAll(async () => {
    scene.t = await createTestDb();
    await sql`insert into app_user (id, name, email, role) values ('fin', '财务', 'fin@example.com', 'finance')`.execute(
      scene.t.ownerDb,
    );
    scene.anchor = await addAnchor(scene.t.ownerDb, '阿岚');
  });
  afterAll(() => scene.t.close());
  return scene;
}

/** What the settlement says of one order line, in the order it was said. */
export const settlementLinesOf = ({ ownerDb }: TestDb, lineId: number) =>
  sql<{
    seq: number;
    kind: number;
    amendsLineId: number | null;
    amendsSeq: number | null;
    baseFen: number;
    parts: number[];
  }>`
    select seq, kind, amends_line_id as "amendsLineId", amends_seq as "amendsSeq", base_fen as "baseFen", parts_fen as parts
      from settlement_line where line_id = ${lineId} order by seq`
    .execute(ownerDb)
    .then((r) => r.rows);
