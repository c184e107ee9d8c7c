import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

export interface CaseSources {
  photo: { sha256: string } | null;
  inspection: Record<string, unknown> | null;
  /** A comparison that is done, with both photos by their hash and what people made of each place. */
  comparison: Record<string, unknown> | null;
  /** Order lines as they are now, without anything of the buyer. */
  lines: Record<string, unknown>[];
}

/** What evidence points at, as it is now; what is not in sight is null or missing. */
export async function readCaseSources(
  trx: Trx,
  of: {
    photoId: number | null;
    inspectionId: number | null;
    photoComparisonId: number | null;
    lineIds: readonly number[];
  },
): Promise<CaseSources> {
  const { rows } = await sql<CaseSources>`
    select (select jsonb_build_object('sha256', p.sha256) from photo p where p.id = ${of.photoId}) as photo,
           (select jsonb_build_object('id', i.id, 'kind', i.kind, 'status', i.status, 'verdict', i.verdict, 'contentSha256', i.content_sha256, 'sealedSha256', i.sealed_sha256,
              'sampleId', i.sample_id, 'lotNo', i.lot_no, 'lotSize', i.lot_size, 'orderNo', i.order_no, 'platform', i.platform, 'startedAt', i.started_at,
              'differences', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'unitNo', u.unit_no, 'batch', u.batch, 'origin', d.origin, 'attribute', d.attribute, 'face', d.face,
                  'code', d.code, 'sealed', d.sealed, 'shipped', d.shipped, 'state', d.state, 'criticality', d.decided_criticality) order by d.id), '[]')
                from inspection_difference d join inspection_unit u on u.id = d.unit_id where u.inspection_id = i.id))
              from inspection i where i.id = ${of.inspectionId}) as inspection,
           (select jsonb_build_object('id', m.id, 'inspectionId', u.inspection_id, 'unitNo', u.unit_no, 'batch', u.batch, 'face', x.face, 'outcome', m.outcome, 'boxes', m.boxes,
              'reason', m.reason, 'score', m.score, 'sharpness', m.sharpness, 'inliers', m.inliers, 'thresholds', m.thresholds, 'engineVersion', m.engine_version, 'finishedAt', m.finished_at,
              'sealed', jsonb_build_object('sampleId', f.sample_id, 'photoId', f.photo_id, 'sha256', f.photo_sha256),
              'shipped', jsonb_build_object('photoId', x.photo_id, 'sha256', x.photo_sha256),
              'differences', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'code', d.code, 'box', d.box, 'state', d.state, 'criticality', d.decided_criticality) order by d.id), '[]')
                from inspection_difference d where d.photo_comparison_id = m.id))
              from photo_comparison m join inspection_unit_photo x on x.id = m.unit_photo_id join inspection_unit u on u.id = x.unit_id join sample_face f on f.id = m.sealed_face_id
             where m.id = ${of.photoComparisonId} and m.state = 'done') as comparison,
           coalesce((select jsonb_agg(jsonb_build_object('lineId', o.id, 'platform', o.platform, 'orderNo', o.order_no, 'lineNo', o.line_no, 'productName', o.product_name, 'spec', o.spec,
              'quantity', o.quantity, 'paidFen', o.paid_fen, 'refundFen', o.refund_fen, 'paidAt', o.paid_at, 'remark', o.remark) order by o.id)
              from order_line o where o.id = any(${of.lineIds as number[]}::bigint[])), '[]') as lines`.execute(
    trx,
  );
  return rows[0]!;
}

export interface EvidenceSources {
  photos: {
    photoId: number;
    face: string;
    /** Of the sealed sample, or of a unit. */
    sampleId: number | null;
    sealNumber: string | null;
    inspectionId: number | null;
    unitNo: number | null;
    isUsed: boolean;
  }[];
  comparisons: {
    id: number;
    inspectionId: number;
    unitNo: number;
    face: string;
    outcome: 'no_difference' | 'different' | 'cannot_compare' | 'retake';
    places: number;
    upheld: number;
    sealedPhotoId: number;
    photoId: number;
    isUsed: boolean;
  }[];
  inspections: {
    id: number;
    kind: 'lot' | 'mystery';
    no: string | null;
    status: 'open' | 'closed';
    verdict: string | null;
    startedAt: string;
    upheld: number;
    isUsed: boolean;
  }[];
}

/** What is there to be taken into a case: of its goods' latest thirty inspections and the samples they were held against. */
export async function listEvidenceSources(trx: Trx, caseId: number): Promise<EvidenceSources> {
  const { rows } = await sql<EvidenceSources>`
    with goods as (select product_id from substitution_case where id = ${caseId}),
    used as (select photo_id, inspection_id, photo_comparison_id from case_evidence where case_id = ${caseId}),
    seen as materialized (select i.* from inspection i join goods on goods.product_id = i.product_id where i.status <> 'withdrawn' order by i.id desc limit 30),
    face as (
      select f.photo_id, f.face, f.sample_id, e.seal_number, null::int as inspection_id, null::int as unit_no, f.position as place
        from sample_face f join sample_seal e on e.sample_id = f.sample_id join goods on goods.product_id = e.product_id
       where e.witnessed_at is not null and (e.superseded_by is null or e.sample_id in (select sample_id from seen))
      union all
      select x.photo_id, x.face, null, null, u.inspection_id, u.unit_no, x.id from inspection_unit_photo x join inspection_unit u on u.id = x.unit_id where u.inspection_id in (select id from seen))
    select coalesce((select jsonb_agg(jsonb_build_object('photoId', f.photo_id, 'face', f.face, 'sampleId', f.sample_id, 'sealNumber', f.seal_number, 'inspectionId', f.inspection_id, 'unitNo', f.unit_no,
             'isUsed', exists (select from used where used.photo_id = f.photo_id)) order by f.inspection_id desc nulls first, f.unit_no, f.sample_id, f.place) from face f), '[]') as photos,
           coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'inspectionId', u.inspection_id, 'unitNo', u.unit_no, 'face', x.face, 'outcome', m.outcome, 'places', jsonb_array_length(coalesce(m.boxes, '[]')),
             'upheld', (select count(*) from inspection_difference d where d.photo_comparison_id = m.id and d.state = 'upheld'), 'sealedPhotoId', f.photo_id, 'photoId', x.photo_id,
             'isUsed', exists (select from used where used.photo_comparison_id = m.id)) order by u.inspection_id desc, u.unit_no, x.id)
             from photo_comparison m join inspection_unit_photo x on x.id = m.unit_photo_id join inspection_unit u on u.id = x.unit_id join sample_face f on f.id = m.sealed_face_id
            where u.inspection_id in (select id from seen) and m.state = 'done' and not exists (select from photo_comparison n where n.unit_photo_id = m.unit_photo_id and n.id > m.id)), '[]') as comparisons,
           coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'no', coalesce(i.order_no, i.lot_no), 'status', i.status, 'verdict', i.verdict, 'startedAt', i.started_at,
             'upheld', (select count(*) from inspection_difference d join inspection_unit u on u.id = d.unit_id where u.inspection_id = i.id and d.state = 'upheld'),
             'isUsed', exists (select from used where used.inspection_id = i.id)) order by i.id desc) from seen i), '[]') as inspections`.execute(
    trx,
  );
  return rows[0]!;
}
