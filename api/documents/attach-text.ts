import type { Trx } from '../../db/connect.ts';
import {
  type DocumentRecord,
  insertDocument,
  readDocument,
  setVersionDocument,
} from '../../db/queries/contract-documents.ts';
import { rereadVersion } from '../../db/queries/contract-reread.ts';
import type { VersionStanding } from '../../db/queries/contract-workflow.ts';
import { readContract } from '../../db/queries/contracts.ts';
import { writeTerms } from '../../db/queries/share-rules.ts';
import { readVersion } from '../domain/contract-review.ts';
import { actorId, type Identity } from '../domain/identity.ts';

/** A text that was read, and the file it came from. */
export interface TextOfFile {
  fileName: string;
  format: string;
  sizeBytes: number;
  sha256: string;
  source: 'layer' | 'ocr' | 'pasted';
  text: string;
  pageSpans: readonly object[];
  warnings: readonly object[];
}

export interface Attached {
  document: Omit<DocumentRecord, 'text' | 'pageSpans'>;
  reviewId: number;
  /** Share rules whose clause the new text does not have: they are gone from the draft. */
  droppedRules: { clauseNo: string }[];
}

const MAX_CLAUSES = 2000;

/** Makes a text that of a draft: its clauses take the place of what was there, and it is reviewed. The caller holds the contract. */
export async function attachText(
  trx: Trx,
  identity: Identity,
  { contractId, versionId, versionNo, anchorId }: VersionStanding,
  file: TextOfFile,
): Promise<Attached> {
  const documentId = await insertDocument(trx, {
    ...file,
    contractId,
    versionNo,
    kind: 'text',
    outcome: 'read',
    refusalCode: null,
    refusalMessage: null,
    uploadedBy: actorId(identity),
  });
  const contract = (await readContract(trx, contractId, { seesInternals: true }))!;
  const { effectiveFrom, effectiveTo, rules } = contract.versions.find(({ id }) => id === versionId)!;
  const clauses = readVersion(file.text, { source: file.source }).clauses.slice(0, MAX_CLAUSES);
  const isKept = ({ clauseNo }: { clauseNo: string }) =>
    clauses.some((clause) => clause.clauseNo === clauseNo);
  const terms = { effectiveFrom, effectiveTo, clauses, rules: rules.filter(isKept) };
  await writeTerms(trx, { versionId, anchorId }, terms);
  await setVersionDocument(trx, versionId, documentId);
  const reviewId = await rereadVersion(trx, { versionId, versionNo, contractId }, actorId(identity));
  const { text: _text, pageSpans: _spans, ...document } = (await readDocument(trx, documentId))!;
  const droppedRules = rules.filter((rule) => !isKept(rule)).map(({ clauseNo }) => ({ clauseNo }));
  return { document, reviewId, droppedRules };
}
