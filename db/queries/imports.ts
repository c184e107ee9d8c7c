import { sql } from 'kysely';
import type { Trx } from '../connect.ts';
import { byName, contains, inOrder, type Page, type PageRequest, readPage } from './page.ts';

export interface ImportRow {
  id: number;
  fileName: string;
  profile: string;
  platform: string;
  status: 'queued' | 'running' | 'done' | 'cancelled' | 'failed' | 'undone';
  cancelRequested: boolean;
  bytesTotal: number;
  bytesRead: number;
  lines: number;
  stored: number;
  updated: number;
  unchanged: number;
  rejected: number;
  paidFen: number;
  settledFen: number;
  refundedFen: number;
  failure: string | null;
  createdByName: string | null;
  createdAt: string;
  finishedAt: string | null;
}

export interface ImportFilter {
  q?: string;
  id?: number[];
  status?: string;
  platform?: string;
}

export const IMPORT_SORTS = ['id', 'fileName', 'platform', 'status', 'lines', 'createdAt'] as const;
export type ImportSort = (typeof IMPORT_SORTS)[number];

const sorts = {
  id: sql.ref('i.id'),
  fileName: byName('i.file_name'),
  platform: sql.ref('i.platform'),
  status: sql.ref('i.status'),
  lines: sql.ref('i.lines'),
  createdAt: sql.ref('i.created_at'),
};

export async function listImports(
  trx: Trx,
  query: PageRequest<ImportSort> & { filter: ImportFilter },
): Promise<Page<ImportRow>> {
  const { q, id, status, platform } = query.filter;
  const imports = selectImports(trx)
    .$if(q !== undefined, (qb) => qb.where(contains('i.file_name', q!)))
    .$if(id !== undefined, (qb) => qb.where('i.id', 'in', id!.length > 0 ? id! : [0]))
    .$if(status !== undefined, (qb) => qb.where('i.status', '=', status!))
    .$if(platform !== undefined, (qb) => qb.where('i.platform', '=', platform!))
    .orderBy(sorts[query.sort.field], inOrder(query.sort.order))
    .orderBy('i.id', query.sort.order);
  return readPage(imports, query);
}

export function readImport(trx: Trx, id: number): Promise<ImportRow | undefined> {
  return selectImports(trx).where('i.id', '=', id).executeTakeFirst();
}

export interface RejectRecord {
  /** The line's number in the file: it is unique within the import. */
  id: number;
  line: number;
  columnName: string | null;
  code: string;
  reason: string;
  raw: string | null;
}

/** Lines that were refused, in the order of the file. */
export function listRejects(
  trx: Trx,
  importId: number,
  query: PageRequest<'line'>,
): Promise<Page<RejectRecord>> {
  const rejects = trx
    .selectFrom('order_reject')
    .select(['src_line as id', 'src_line as line', 'column_name as columnName', 'code', 'reason', 'raw'])
    .where('import_id', '=', importId)
    .orderBy('src_line', query.sort.order);
  return readPage(rejects, query);
}

/** Whether a file of this content was previewed or imported here. */
export async function isFileKnown(trx: Trx, sha256: string): Promise<boolean> {
  const row = await trx
    .selectFrom('order_file')
    .select('sha256')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}

export interface QueuedImport {
  fileName: string;
  fileSha256: string;
  profile: string;
  platform: string;
  mapping: unknown;
  mappingId: number | null;
  bytesTotal: number;
  createdBy: string | null;
}

/** An import that waits for a worker; answers its id. */
export async function insertQueuedImport(trx: Trx, row: QueuedImport): Promise<number> {
  const { id } = await trx
    .insertInto('order_import')
    .values({
      file_name: row.fileName,
      file_sha256: row.fileSha256,
      profile: row.profile,
      platform: row.platform,
      mapping: row.mapping === null ? null : JSON.stringify(row.mapping),
      mapping_id: row.mappingId,
      bytes_total: row.bytesTotal,
      created_by: row.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function selectImports(trx: Trx) {
  return trx
    .selectFrom('order_import as i')
    .leftJoin('app_user as u', 'u.id', 'i.created_by')
    .select([
      'i.id as id',
      'i.file_name as fileName',
      'i.profile as profile',
      'i.platform as platform',
      'i.status as status',
      'i.cancel_requested as cancelRequested',
      'i.bytes_total as bytesTotal',
      'i.bytes_read as bytesRead',
      'i.lines as lines',
      'i.stored as stored',
      'i.updated as updated',
      'i.unchanged as unchanged',
      'i.rejected as rejected',
      'i.paid_fen as paidFen',
      'i.settled_fen as settledFen',
      'i.refunded_fen as refundedFen',
      'i.failure as failure',
      'u.name as createdByName',
      'i.created_at as createdAt',
      'i.finished_at as finishedAt',
    ])
    .$castTo<ImportRow>();
}
