import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../connect.ts';
import { contentDigest } from '../content-digest.ts';
import { type BookCheck, type BookCheckResult, SAMPLES } from './book-check.ts';

const hashOf = (text: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;

/** All of a seal as its columns say it now, in the words of the text that was hashed. */
const sealNow = sql`jsonb_build_object('category', e.category, 'attributes', e.attributes, 'readGtin', e.read_gtin, 'batch', e.batch, 'sealNumber', e.seal_number,
  'sealedOn', e.sealed_on::text, 'sealedBy', e.sealed_by, 'witnessedBy', e.witnessed_by,
  'faces', (select coalesce(jsonb_agg(jsonb_build_object('face', f.face, 'photoSha256', o.sha256, 'outline', f.outline, 'variableZones', f.variable_zones) order by f.position), '[]')
     from sample_face f left join photo o on o.id = f.photo_id and o.sha256 = f.photo_sha256 where f.sample_id = e.sample_id))`;

const unitsThen = sql`(select coalesce(jsonb_agg(jsonb_build_array(u -> 'unitNo', u -> 'batch', u -> 'attributes', u -> 'barcode', u -> 'inspectedOn',
    (select coalesce(jsonb_agg(p -> 'photoSha256' order by (p ->> 'id')::int), '[]') from jsonb_array_elements(u -> 'photos') p)) order by (u ->> 'unitNo')::int), '[]')
   from jsonb_array_elements(c.content -> 'units') u)`;
const unitsNow = sql`(select coalesce(jsonb_agg(jsonb_build_array(u.unit_no, u.batch, u.attributes, u.barcode, u.inspected_on::text,
    (select coalesce(jsonb_agg(o.sha256 order by p.id), '[]') from inspection_unit_photo p left join photo o on o.id = p.photo_id and o.sha256 = p.photo_sha256 where p.unit_id = u.id)) order by u.unit_no), '[]')
   from inspection_unit u where u.inspection_id = i.id)`;
const differencesThen = sql`(select coalesce(jsonb_agg(jsonb_build_array(d -> 'id', d -> 'state', d -> 'decidedCriticality', d -> 'sealed', d -> 'shipped') order by (d ->> 'id')::int), '[]')
   from jsonb_array_elements(c.content -> 'differences') d)`;
const differencesNow = sql`(select coalesce(jsonb_agg(jsonb_build_array(d.id, d.state, d.decided_criticality, d.sealed, d.shipped) order by d.id), '[]')
   from inspection_difference d join inspection_unit u on u.id = d.unit_id where u.inspection_id = i.id and d.state <> 'replaced')`;

/** What was sealed and what an inspection closed with is what its hash was taken of, and still what the tables say. */
export const sealedChecks: readonly BookCheck[] = [
  {
    code: 'seal_equals_content',
    title: 'Every sealed sample has the hash of its content, and its content is what was sealed',
    find: sql`
      select jsonb_build_object('sampleId', e.sample_id, 'sealNumber', e.seal_number, 'contentSha256', e.content_sha256) as sample
        from sample_seal e
       where e.witnessed_at is not null
         and (${hashOf(sql`e.seal_text`)} <> e.content_sha256 or case when e.seal_text is json then e.seal_text::jsonb end is distinct from ${sealNow})`,
  },
  {
    code: 'inspection_equals_content',
    title:
      'Every closed inspection has the hash of its content, and units and verdict are what it was closed with',
    find: sql`
      select jsonb_build_object('inspectionId', i.id, 'contentSha256', i.content_sha256, 'sealedSha256', i.sealed_sha256) as sample
        from inspection i cross join lateral (select case when i.content is json then i.content::jsonb else '{}' end as content) c
       where i.sealed_sha256 is distinct from (select e.content_sha256 from sample_seal e where e.sample_id = i.sample_id)
          or (i.status = 'closed' and (${hashOf(sql`i.content`)} <> i.content_sha256
              or jsonb_build_array(c.content -> 'inspection' -> 'id', c.content -> 'inspection' -> 'sealedSha256', c.content -> 'verdict' -> 'verdict', c.content -> 'verdict' -> 'code')
                 <> jsonb_build_array(i.id, i.sealed_sha256, i.verdict, i.verdict_code)
              or ${unitsThen} <> ${unitsNow} or ${differencesThen} <> ${differencesNow}))`,
  },
];

interface HashedRow {
  id: number;
  caseNo: string;
  what: 'evidence' | 'paper';
  kind: string;
  title: string;
  note: string;
  /** What the row points at: the photo, the file. */
  pointsAt: string | null;
  content: unknown;
  sha256: string;
}

const PAGE = 100;

/** Evidence and papers of cases: hashes of documents are not SQL's to compute. */
export async function checkCaseHashes(trx: Trx): Promise<BookCheckResult> {
  const broken: { caseNo: string; what: string; id: number; sha256: string; found: string }[] = [];
  for (const table of [evidence, papers])
    for (let after = 0; ; ) {
      const { rows } =
        await sql<HashedRow>`${table} where x.id > ${after} order by x.id limit ${PAGE}`.execute(trx);
      for (const { caseNo, what, id, sha256, ...row } of rows) {
        const found = digestOf(row);
        if (found !== sha256) broken.push({ caseNo, what, id, sha256, found });
      }
      if (rows.length < PAGE) break;
      after = rows.at(-1)!.id;
    }
  return {
    code: 'case_evidence_hash',
    title: 'Every piece of evidence and every paper of a case has the hash it was kept with',
    ok: broken.length === 0,
    violations: broken.length,
    sample: broken.slice(0, SAMPLES),
  };
}

const evidence = sql`
  select x.id, c.no as "caseNo", 'evidence' as what, x.kind, x.title, x.note, coalesce(o.sha256, x.file_sha256) as "pointsAt", x.snapshot as content, x.sha256
    from case_evidence x join substitution_case c on c.id = x.case_id left join photo o on o.id = x.photo_id`;
const papers = sql`
  select x.id, c.no as "caseNo", 'paper' as what, x.kind, x.no as title, '' as note, null as "pointsAt", x.document as content, x.content_sha256 as sha256
    from case_paper x join substitution_case c on c.id = x.case_id`;

function digestOf({
  kind,
  title,
  note,
  pointsAt,
  content,
}: Pick<HashedRow, 'kind' | 'title' | 'note' | 'pointsAt' | 'content'>): string {
  if (kind === 'photo' || kind === 'document') return pointsAt ?? 'gone';
  return kind === 'note'
    ? createHash('sha256').update(`${title}\n${note}`).digest('hex')
    : contentDigest(content);
}
