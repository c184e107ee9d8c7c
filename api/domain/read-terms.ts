import { readParties } from './fairness/text/parties.ts';
import {
  readDeductions,
  readDeposit,
  readFines,
  readGuarantee,
  readPaymentDay,
  readSettlementDays,
} from './read-terms-pay.ts';
import { readPenalties } from './read-terms-penalty.ts';
import type { ProposedTerm, ReadTerm } from './read-terms-shape.ts';
import { readShares } from './read-terms-shares.ts';
import { readSentences, type TermSentence } from './read-terms-text.ts';
import {
  readConfidentiality,
  readExclusive,
  readHours,
  readNoncompete,
  readNotice,
  readTerm,
} from './read-terms-time.ts';

const READERS: readonly ((sentence: TermSentence) => ReadTerm[])[] = [
  readShares,
  readSettlementDays,
  readPaymentDay,
  readTerm,
  readGuarantee,
  readPenalties,
  readDeposit,
  readExclusive,
  readNoncompete,
  readHours,
  readFines,
  readDeductions,
  readNotice,
  readConfidentiality,
];

/**
 * The terms a contract seems to agree on, Chinese or English, in the order of the text: each with its sentence as a
 * range of `text` in UTF-16 places. They are proposals: a person confirms them, nothing is settled by them unseen.
 */
export function readTerms(text: string): ProposedTerm[] {
  return readSentences(text, readParties(text)).flatMap((sentence) => {
    const { start, end, clauseNo, clauseIndex } = sentence;
    const quote = text.slice(start, end);
    const seen = new Set<string>();
    return READERS.flatMap((read) => read(sentence)).flatMap(({ value, confidence }): ProposedTerm[] => {
      const key = JSON.stringify(value);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ field: value.field, value, clauseNo, clauseIndex, quote, start, end, confidence }];
    });
  });
}
