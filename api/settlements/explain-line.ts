import type { Db } from '../../db/connect.ts';
import { readLineFacts } from '../../db/queries/settlement-explain.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { explainLine, type LineFacts, type Sentence } from '../domain/explain.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';

export type Explanation = LineFacts & { sentences: Sentence[] };

/** Why this amount: facts and working of one settlement line. 404 for a line that is not this identity's to see. */
export async function explainSettlementLine(
  db: Db,
  identity: Identity,
  lineId: number,
  seq: number,
): Promise<Explanation> {
  const reason = whyNot(identity.role, 'settlement-lines.explain');
  if (reason) throw refuse('forbidden', reason);
  const facts = await inTransaction(
    db,
    identity,
    (trx) => readLineFacts(trx, lineId, seq, identity.role === 'anchor'),
    { readOnly: true },
  );
  if (!facts) throw new DomainError('not_found', 'not_found', `there is no settlement line ${lineId}:${seq}`);
  return { ...facts, sentences: explainLine(facts) };
}
