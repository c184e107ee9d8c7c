import { sql } from 'kysely';
import type { ComponentType } from '../../api/domain/pay/component.ts';
import type { Platform } from '../../api/domain/platform.ts';
import type { Trx } from '../connect.ts';

/** A component as a version's editor reads and writes it; days `[effectiveFrom, effectiveTo)`. */
export interface ComponentRecord {
  id: number;
  clauseNo: string;
  type: ComponentType;
  platform: Platform | null;
  brandId: number | null;
  category: string | null;
  productId: number | null;
  streamId: number | null;
  effectiveFrom: string;
  effectiveTo: string | null;
  priority: number;
  minFen: number | null;
  maxFen: number | null;
  /** What the type needs besides: shapes of api/domain/pay/component.ts. */
  rule: Record<string, unknown>;
}

export type NewComponent = Omit<ComponentRecord, 'id'>;

export async function listVersionComponents(trx: Trx, versionId: number): Promise<ComponentRecord[]> {
  const { rows } = await sql<ComponentRecord>`
    select c.id, k.clause_no as "clauseNo", c.type, c.platform, c.brand_id as "brandId", c.category, c.product_id as "productId", c.stream_id as "streamId",
           lower(c.effective) as "effectiveFrom", upper(c.effective) as "effectiveTo", c.priority, c.min_fen as "minFen", c.max_fen as "maxFen", c.rule
      from pay_component c join contract_clause k on k.id = c.clause_id where c.contract_version_id = ${versionId} order by c.position`.execute(
    trx,
  );
  return rows;
}

/** Makes a draft version have exactly these components; every clause named must be the version's. */
export async function replaceComponents(
  trx: Trx,
  versionId: number,
  components: readonly NewComponent[],
): Promise<void> {
  await trx.deleteFrom('pay_component').where('contract_version_id', '=', versionId).execute();
  if (components.length === 0) return;
  await sql`
    insert into pay_component (contract_version_id, clause_id, position, type, platform, brand_id, category, product_id, stream_id, effective, priority, min_fen, max_fen, rule)
    select ${versionId}, k.id, g.position, g.type, g.platform, g."brandId", g.category, g."productId", g."streamId",
           daterange(g."effectiveFrom", g."effectiveTo"), g.priority, g."minFen", g."maxFen", g.rule
      from rows from (jsonb_to_recordset(${JSON.stringify(components)}::jsonb) as ("clauseNo" text, type text, platform text, "brandId" int, category text, "productId" int,
           "streamId" int, "effectiveFrom" date, "effectiveTo" date, priority smallint, "minFen" bigint, "maxFen" bigint, rule jsonb)) with ordinality
           as g("clauseNo", type, platform, "brandId", category, "productId", "streamId", "effectiveFrom", "effectiveTo", priority, "minFen", "maxFen", rule, position)
      join contract_clause k on k.contract_version_id = ${versionId} and k.clause_no = g."clauseNo"`.execute(
    trx,
  );
}

interface TakenOut {
  versionId: number;
  components: ComponentRecord[];
}

/** Before a draft's clauses are written anew. */
export async function takeOutComponents(trx: Trx, versionId: number): Promise<TakenOut> {
  const components = await listVersionComponents(trx, versionId);
  if (components.length > 0)
    await trx.deleteFrom('pay_component').where('contract_version_id', '=', versionId).execute();
  return { versionId, components };
}

/** Afterwards: a component whose clause is gone is gone with it. */
export async function putBackComponents(
  trx: Trx,
  clauseIds: ReadonlyMap<string, number>,
  { versionId, components }: TakenOut,
): Promise<void> {
  const standing = components.filter(({ clauseNo }) => clauseIds.has(clauseNo));
  if (standing.length > 0) await replaceComponents(trx, versionId, standing);
}

/** A new version begins with the components of the one it was copied from, as long as its clauses have them. */
export async function copyComponents(
  trx: Trx,
  from: number,
  to: { versionId: number; effectiveFrom: string },
): Promise<void> {
  const components = await listVersionComponents(trx, from);
  const copied = components.map((one) => ({ ...one, effectiveFrom: to.effectiveFrom, effectiveTo: null }));
  await replaceComponents(trx, to.versionId, copied);
}
