import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Trx } from '../connect.ts';
import { contains, inOrder, type Page, type PageRequest, readPage } from './page.ts';

export type DocumentKind = 'text' | 'signed_scan' | 'guardian_consent' | 'promise_evidence';

export interface DocumentValues {
  contractId: number;
  versionNo: number | null;
  kind: DocumentKind;
  fileName: string;
  format: string;
  sizeBytes: number;
  sha256: string;
  outcome: 'read' | 'refused' | 'kept';
  source: 'layer' | 'ocr' | 'pasted' | null;
  text: string | null;
  pageSpans: readonly object[];
  warnings: readonly object[];
  refusalCode: string | null;
  refusalMessage: string | null;
  uploadedBy: string | null;
}

export interface DocumentRow extends Omit<DocumentValues, 'text' | 'pageSpans' | 'uploadedBy' | 'warnings'> {
  id: number;
  /** The version it was uploaded to, and every version that shows it. */
  versionId: number | null;
  shownIn: { versionId: number; versionNo: number }[];
  warnings: { code: string; count?: number; detail?: string }[];
  uploadedById: string | null;
  uploadedByName: string | null;
  uploadedAt: string;
}

export interface DocumentRecord extends DocumentRow {
  text: string | null;
  pageSpans: { number: number; start: number; end: number; source: 'text' | 'ocr' }[];
}

export interface DocumentFilter {
  q?: string;
  contractId?: number;
  versionId?: number;
  kind?: DocumentKind;
  outcome?: string;
  id?: number[];
}

export const DOCUMENT_SORTS = ['id', 'fileName', 'uploadedAt', 'sizeBytes'] as const;
const sorts = {
  id: sql.ref('d.id'),
  fileName: sql.ref('d.file_name'),
  uploadedAt: sql.ref('d.uploaded_at'),
  sizeBytes: sql.ref('d.size_bytes'),
};

export async function insertDocument(trx: Trx, values: DocumentValues): Promise<number> {
  const { id } = await trx
    .insertInto('contract_document')
    .values({
      contract_id: values.contractId,
      version_no: values.versionNo,
      kind: values.kind,
      file_name: values.fileName,
      format: values.format,
      size_bytes: values.sizeBytes,
      sha256: values.sha256,
      outcome: values.outcome,
      source: values.source,
      body: values.text,
      page_spans: JSON.stringify(values.pageSpans),
      warnings: JSON.stringify(values.warnings),
      refusal_code: values.refusalCode,
      refusal_message: values.refusalMessage,
      uploaded_by: values.uploadedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function listDocuments(
  trx: Trx,
  query: PageRequest<(typeof DOCUMENT_SORTS)[number]> & { filter: DocumentFilter },
): Promise<Page<DocumentRow>> {
  const { q, contractId, versionId, kind, outcome, id } = query.filter;
  const documents = selectDocuments(trx)
    .$if(q !== undefined, (qb) => qb.where(contains('d.file_name', q!)))
    .$if(contractId !== undefined, (qb) => qb.where('d.contract_id', '=', contractId!))
    .$if(versionId !== undefined, (qb) =>
      qb.where((eb) =>
        eb.or([
          eb('v.id', '=', versionId!),
          eb(
            'd.id',
            'in',
            eb.selectFrom('contract_version').where('id', '=', versionId!).select('document_id'),
          ),
        ]),
      ),
    )
    .$if(kind !== undefined, (qb) => qb.where('d.kind', '=', kind!))
    .$if(outcome !== undefined, (qb) => qb.where('d.outcome', '=', outcome!))
    .$if(id !== undefined, (qb) => qb.where('d.id', 'in', id!))
    .orderBy(sorts[query.sort.field], inOrder(query.sort.order))
    .orderBy('d.id', query.sort.order);
  return readPage(documents.$castTo<DocumentRow>(), query);
}

export function readDocument(trx: Trx, id: number): Promise<DocumentRecord | undefined> {
  return selectDocuments(trx)
    .select(['d.body as text', 'd.page_spans as pageSpans'])
    .where('d.id', '=', id)
    .$castTo<DocumentRecord>()
    .executeTakeFirst();
}

/** The text a draft shows from now on; null: none, its clauses are typed. */
export async function setVersionDocument(
  trx: Trx,
  versionId: number,
  documentId: number | null,
): Promise<void> {
  await trx
    .updateTable('contract_version')
    .set({ document_id: documentId, row_version: sql`row_version + 1` })
    .where('id', '=', versionId)
    .execute();
}

function selectDocuments(trx: Trx) {
  return trx
    .selectFrom('contract_document as d')
    .leftJoin('app_user as u', 'u.id', 'd.uploaded_by')
    .leftJoin('contract_version as v', (join) =>
      join.onRef('v.contract_id', '=', 'd.contract_id').onRef('v.version_no', '=', 'd.version_no'),
    )
    .select((eb) => [
      'd.id as id',
      'd.contract_id as contractId',
      'd.version_no as versionNo',
      'v.id as versionId',
      'd.kind as kind',
      'd.file_name as fileName',
      'd.format as format',
      'd.size_bytes as sizeBytes',
      'd.sha256 as sha256',
      'd.outcome as outcome',
      'd.source as source',
      'd.warnings as warnings',
      'd.refusal_code as refusalCode',
      'd.refusal_message as refusalMessage',
      'd.uploaded_by as uploadedById',
      'u.name as uploadedByName',
      'd.uploaded_at as uploadedAt',
      jsonArrayFrom(
        eb
          .selectFrom('contract_version as s')
          .whereRef('s.document_id', '=', 'd.id')
          .select(['s.id as versionId', 's.version_no as versionNo'])
          .orderBy('s.version_no'),
      ).as('shownIn'),
    ]);
}
