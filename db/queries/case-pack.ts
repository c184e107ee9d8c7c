import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

export interface PackPhoto {
  photoId: number;
  sha256: string;
  viewSha256: string;
  format: 'jpeg' | 'png' | 'webp';
  width: number;
  height: number;
  /** What it shows: `封样 正面`, `第 1 件 背面`, or the title of the evidence. */
  caption: string;
  /** On this photo, in its pixels: what people upheld. */
  boxes: { x: number; y: number; width: number; height: number }[];
}

export interface PackInspection {
  id: number;
  kind: 'lot' | 'mystery';
  verdict: string | null;
  contentSha256: string | null;
  startedAt: string;
  orderNo: string | null;
  platform: string | null;
  lotNo: string | null;
  lotSize: number | null;
  seal: {
    sampleId: number;
    sealNumber: string;
    batch: string;
    sealedOn: string;
    sealedByName: string;
    witnessedByName: string | null;
    contentSha256: string | null;
    attributes: Record<string, string>;
    readGtin: string | null;
  };
  units: {
    unitNo: number;
    batch: string | null;
    barcode: string | null;
    attributes: Record<string, string>;
    inspectedOn: string;
    recordedByName: string | null;
  }[];
  custody: {
    step: string;
    at: string;
    place: string;
    holder: string;
    note: string | null;
    recordedByName: string | null;
  }[];
  photos: PackPhoto[];
}

/** The inspections a case rests on with their seals, units, custody and photos, in the order they began. */
export async function readPackInspections(trx: Trx, caseId: number): Promise<PackInspection[]> {
  const { rows } = await sql<PackInspection>`
    select i.id, i.kind, i.verdict, i.content_sha256 as "contentSha256", i.started_at as "startedAt", i.order_no as "orderNo", i.platform, i.lot_no as "lotNo", i.lot_size as "lotSize",
      (select jsonb_build_object('sampleId', s.sample_id, 'sealNumber', s.seal_number, 'batch', s.batch, 'sealedOn', s.sealed_on, 'sealedByName', su.name, 'witnessedByName', wu.name,
         'contentSha256', s.content_sha256, 'attributes', s.attributes, 'readGtin', s.read_gtin)
         from sample_seal s join app_user su on su.id = s.sealed_by left join app_user wu on wu.id = s.witnessed_by where s.sample_id = i.sample_id) as seal,
      coalesce((select jsonb_agg(jsonb_build_object('unitNo', u.unit_no, 'batch', u.batch, 'barcode', u.barcode, 'attributes', u.attributes, 'inspectedOn', u.inspected_on, 'recordedByName', ru.name) order by u.unit_no)
         from inspection_unit u left join app_user ru on ru.id = u.recorded_by where u.inspection_id = i.id), '[]') as units,
      coalesce((select jsonb_agg(jsonb_build_object('step', t.step, 'at', t.at, 'place', t.place, 'holder', t.holder, 'note', t.note, 'recordedByName', ru.name) order by t.id)
         from inspection_custody t left join app_user ru on ru.id = t.recorded_by where t.inspection_id = i.id), '[]') as custody,
      coalesce((select jsonb_agg(x.photo order by x.rank, x.id) from (
         select 1 as rank, f.position as id, jsonb_build_object('photoId', p.id, 'sha256', p.sha256, 'viewSha256', p.view_sha256, 'format', p.format, 'width', p.width, 'height', p.height,
                'caption', '封样 ' || f.face, 'boxes', coalesce((select jsonb_agg(d.box order by d.id) from inspection_difference d join inspection_unit u on u.id = d.unit_id
                  join photo_comparison c on c.id = d.photo_comparison_id where u.inspection_id = i.id and d.state = 'upheld' and d.box is not null and c.sealed_face_id = f.id), '[]')) as photo
           from sample_face f join photo p on p.id = f.photo_id where f.sample_id = i.sample_id
         union all
         select 2, up.id, jsonb_build_object('photoId', p.id, 'sha256', p.sha256, 'viewSha256', p.view_sha256, 'format', p.format, 'width', p.width, 'height', p.height,
                'caption', '第 ' || u.unit_no || ' 件 ' || up.face, 'boxes', '[]'::jsonb)
           from inspection_unit_photo up join inspection_unit u on u.id = up.unit_id join photo p on p.id = up.photo_id where u.inspection_id = i.id) x), '[]') as photos
      from inspection i
     where i.id = (select c.inspection_id from substitution_case c where c.id = ${caseId}) or i.id in (select e.inspection_id from case_evidence e where e.case_id = ${caseId})
     order by i.id`.execute(trx);
  return rows;
}

export interface PackFile {
  evidenceId: number;
  fileName: string;
  sha256: string;
}

/** What else is kept in files: uploads, photos added by hand, and what order lines said when they were added. */
export async function readPackEvidence(
  trx: Trx,
  caseId: number,
): Promise<{
  files: PackFile[];
  photos: PackPhoto[];
  snapshots: { evidenceId: number; snapshot: unknown }[];
}> {
  const { rows } = await sql<Awaited<ReturnType<typeof readPackEvidence>>>`
    select coalesce((select jsonb_agg(jsonb_build_object('evidenceId', e.id, 'fileName', e.file_name, 'sha256', e.file_sha256) order by e.id)
             from case_evidence e where e.case_id = ${caseId} and e.file_sha256 is not null), '[]') as files,
           coalesce((select jsonb_agg(jsonb_build_object('photoId', p.id, 'sha256', p.sha256, 'viewSha256', p.view_sha256, 'format', p.format, 'width', p.width, 'height', p.height,
             'caption', shown.caption, 'boxes', shown.boxes) order by shown.id, shown.part) from (
               select e.id, 1 as part, e.photo_id, e.title as caption, '[]'::jsonb as boxes from case_evidence e where e.case_id = ${caseId} and e.photo_id is not null
               union all
               select e.id, 1, f.photo_id, '封样 ' || f.face, coalesce((select jsonb_agg(d.box order by d.id) from inspection_difference d
                   where d.photo_comparison_id = m.id and d.state = 'upheld' and d.box is not null), '[]')
                 from case_evidence e join photo_comparison m on m.id = e.photo_comparison_id join sample_face f on f.id = m.sealed_face_id where e.case_id = ${caseId}
               union all
               select e.id, 2, x.photo_id, '第 ' || u.unit_no || ' 件 ' || x.face, '[]' from case_evidence e join photo_comparison m on m.id = e.photo_comparison_id
                 join inspection_unit_photo x on x.id = m.unit_photo_id join inspection_unit u on u.id = x.unit_id where e.case_id = ${caseId}) shown
             join photo p on p.id = shown.photo_id), '[]') as photos,
           coalesce((select jsonb_agg(jsonb_build_object('evidenceId', e.id, 'snapshot', e.snapshot) order by e.id)
             from case_evidence e where e.case_id = ${caseId} and e.snapshot is not null), '[]') as snapshots`.execute(
    trx,
  );
  return rows[0]!;
}

/** The frozen papers with their bytes. */
export async function readPackPapers(
  trx: Trx,
  caseId: number,
): Promise<{ no: string; sha256: string; bytes: Buffer }[]> {
  const { rows } = await sql<{ no: string; sha256: string; bytes: Buffer }>`
    select p.no, p.sha256, f.bytes from case_paper p join frozen_pdf f on f.sha256 = p.sha256 where p.case_id = ${caseId} order by p.id`.execute(
    trx,
  );
  return rows;
}
