import type { EvidenceRow, PromiseRow } from '../../db/queries/contract-promises.ts';
import { type Due, readDues } from '../domain/contract-promise.ts';

export type ShownPromise = Omit<PromiseRow, 'evidence'> & { dues: (Due & { evidence: EvidenceRow[] })[] };

/** A promise with what was due until the end of this month, and what there is to show for it. */
export function shownPromise({ evidence, ...promise }: PromiseRow, today: string): ShownPromise {
  const dues = readDues(promise, evidence.map(toFacts), today);
  return {
    ...promise,
    dues: dues.map((due) => ({ ...due, evidence: evidence.filter(({ dueOn }) => dueOn === due.dueOn) })),
  };
}

const toFacts = ({ dueOn, delivered, objection }: EvidenceRow) => ({
  dueOn,
  delivered,
  isObjected: objection !== null,
});
