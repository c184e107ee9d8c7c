import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

export interface CaseSources {
  photo: { sha256: string } | null;
  inspection: Record<string, unknown> | null;
  /** Order lines as they are now, without anything of the buyer. */
  lines: Record<string, unknown>[];
}

/** What evidence points at, as it is now; what is not in sight is null or missing. */
export async function readCaseSources(
  trx: Trx,
  of: { photoId: number | null; inspectionId: number | null; lineIds: readonly number[] },
): Promise<CaseSources> {
  const { rows } = await sql<CaseSources>`
    select (select jsonb_build_object('sha256', p.sha256) from photo p where p.id = ${of.photoId}) as photo,
           (select jsonb_build_object('id', i.id, 'kind', i.kind, 'status', i.status, 'verdict', i.verdict, 'contentSha256', i.content_sha256, 'sealedSha256', i.sealed_sha256,
              'sampleId', i.sample_id, 'lotNo', i.lot_no, 'lotSize', i.lot_size, 'orderNo', i.order_no, 'platform', i.platform, 'startedAt', i.started_at,
              'differences', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'unitNo', u.unit_no, 'batch', u.batch, 'origin', d.origin, 'attribute', d.attribute, 'face', d.face,
                  'code', d.code, 'sealed', d.sealed, 'shipped', d.shipped, 'state', d.state, 'criticality', d.decided_criticality) order by d.id), '[]')
                from inspection_difference d join inspection_unit u on u.id = d.unit_id where u.inspection_id = i.id))
              from inspection i where i.id = ${of.inspectionId}) as inspection,
           coalesce((select jsonb_agg(jsonb_build_object('lineId', o.id, 'platform', o.platform, 'orderNo', o.order_no, 'lineNo', o.line_no, 'productName', o.product_name, 'spec', o.spec,
              'quantity', o.quantity, 'paidFen', o.paid_fen, 'refundFen', o.refund_fen, 'paidAt', o.paid_at, 'remark', o.remark) order by o.id)
              from order_line o where o.id = any(${of.lineIds as number[]}::bigint[])), '[]') as lines`.execute(
    trx,
  );
  return rows[0]!;
}
