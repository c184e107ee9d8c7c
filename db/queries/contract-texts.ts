import { sql } from 'kysely';
import type { TextSource } from '../../api/domain/contract-review.ts';
import { composeText, type PlacedClause } from '../../api/domain/contract-text.ts';
import type { Trx } from '../connect.ts';

/** The text of a version as everybody reads it, and where each clause stands in it. */
export interface VersionText {
  documentId: number | null;
  source: TextSource;
  text: string;
  pageSpans: { number: number; start: number; end: number; source: 'text' | 'ocr' }[];
  clauses: PlacedClause[];
}

/** A document's text where the version has one; else its clauses as they were typed, one after the other. */
export async function readVersionText(trx: Trx, versionId: number): Promise<VersionText | undefined> {
  const version = await trx
    .selectFrom('contract_version as v')
    .leftJoin('contract_document as d', 'd.id', 'v.document_id')
    .where('v.id', '=', versionId)
    .select(['v.document_id as documentId', 'd.source', 'd.body', 'd.page_spans as pageSpans'])
    .executeTakeFirst();
  if (!version) return undefined;
  const clauses = await trx
    .selectFrom('contract_clause')
    .where('contract_version_id', '=', versionId)
    .select([
      'clause_no as clauseNo',
      'heading',
      'body',
      'depth',
      sql<number>`coalesce(start_at, 0)`.as('startAt'),
      sql<number>`coalesce(end_at, 0)`.as('endAt'),
    ])
    .orderBy('position')
    .execute();
  if (version.body !== null)
    return {
      documentId: version.documentId,
      source: version.source as TextSource,
      text: version.body,
      pageSpans: version.pageSpans as unknown as VersionText['pageSpans'],
      clauses,
    };
  const { text, places } = composeText(clauses);
  const placed = clauses.map((clause, at) => ({ ...clause, ...places[at]! }));
  return { documentId: null, source: 'typed', text, pageSpans: [], clauses: placed };
}
