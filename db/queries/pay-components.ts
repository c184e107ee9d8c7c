import { sql } from 'kysely';
import type { ComponentRule, ComponentType, PayComponent } from '../../api/domain/pay/component.ts';
import type { Trx } from '../connect.ts';

/** A component of a confirmed contract version, in force within its version's own days. */
export type OwnComponent = PayComponent & { anchorId: number };

interface ComponentRow {
  anchorId: number;
  id: number;
  contractVersionId: number;
  clause: string;
  type: ComponentType;
  effectiveFrom: string;
  effectiveTo: string | null;
  priority: number;
  platform: string | null;
  brandId: number | null;
  category: string | null;
  productId: number | null;
  streamId: number | null;
  minFen: number | null;
  maxFen: number | null;
  rule: object;
}

/** Every component both sides have accepted, of some anchors or of all; the days end where the version was ended. */
export async function listComponentsInForce(
  trx: Trx,
  anchorIds: readonly number[] | null,
): Promise<OwnComponent[]> {
  const { rows } = await sql<ComponentRow>`
    select c.id, ct.anchor_id as "anchorId", c.contract_version_id as "contractVersionId", ct.no || ' v' || v.version_no || ' ' || k.clause_no as clause,
           c.type, lower(c.effective * v.effective) as "effectiveFrom", upper(c.effective * v.effective) as "effectiveTo", c.priority,
           c.platform, c.brand_id as "brandId", c.category, c.product_id as "productId", c.stream_id as "streamId",
           c.min_fen as "minFen", c.max_fen as "maxFen", c.rule
      from pay_component c join contract_version v on v.id = c.contract_version_id join contract ct on ct.id = v.contract_id
      join contract_clause k on k.id = c.clause_id
     where v.status in ('active', 'ended') and not isempty(c.effective * v.effective)
       and (${anchorIds as number[] | null}::int[] is null or ct.anchor_id = any(${anchorIds as number[] | null}))
     order by c.id`.execute(trx);
  return rows.map(asComponent);
}

/** The row's columns are the head, its JSON what the type needs; `api/contracts` checked both when it was written. */
function asComponent({
  anchorId,
  type,
  rule,
  platform,
  brandId,
  category,
  productId,
  streamId,
  ...head
}: ComponentRow) {
  const scope = { platform, brandId, category, productId, streamId };
  return { ...head, anchorId, scope, ...({ type, ...rule } as ComponentRule) } as OwnComponent;
}
