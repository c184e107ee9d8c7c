import { createHash } from 'node:crypto';
import type { Trx } from '../../db/connect.ts';
import { insertPaper } from '../../db/queries/case-writes.ts';
import { actorId, type Identity } from '../domain/identity.ts';

export interface NewPaper {
  caseId: number;
  kind: 'letter' | 'claim';
  no: string;
  document: unknown;
  contentSha256: string;
  pdf: Buffer;
  answerBy: string | null;
}

/** Keeps a paper as it leaves the house: what it says, and its bytes by their hash. */
export async function freezePaper(
  trx: Trx,
  identity: Identity,
  paper: NewPaper,
): Promise<{ id: number; sha256: string }> {
  const sha256 = createHash('sha256').update(paper.pdf).digest('hex');
  const id = await insertPaper(trx, { ...paper, sha256, createdBy: actorId(identity) });
  return { id, sha256 };
}
