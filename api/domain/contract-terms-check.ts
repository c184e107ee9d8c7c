import type { FindingWords, ReadFinding } from './contract-reader.ts';
import type { PlacedClause } from './contract-text.ts';
import { readTerms } from './read-terms.ts';
import {
  type ComparedRule,
  findShareMismatches,
  type PartyKind,
  type TermMismatch,
} from './terms-mismatch.ts';

/** A share rule as it is stored: each part with the kind of its party. */
export interface CheckedRule {
  clauseNo: string;
  base: 'commission' | 'sales';
  tiers: readonly {
    fromFen: number;
    toFen: number | null;
    parts: readonly { partyKind: string; takesFrom: 'base' | 'rest'; rateBps: number | null }[];
  }[];
}

export const TERMS_MISMATCH = 'TERMS_MISMATCH';

/** Parties are compared by their kind: each kind is one party. */
const KINDS: [stored: string, kind: PartyKind][] = [
  ['anchor', 'anchor'],
  ['agency', 'company'],
  ['platform', 'platform'],
];
const KIND_OF_PARTY = new Map(KINDS.map(([, kind], place) => [place, kind]));

/**
 * Sentences whose share the rules of their clause do not have: the text says sixty, the terms settle by fifty. What is
 * read with doubt, and what stands where no rule points, accuses nobody. It blocks until one of the two is changed.
 */
export function checkTermsAgainstText(
  text: string,
  clauses: readonly PlacedClause[],
  rules: readonly CheckedRule[],
): ReadFinding[] {
  const terms = readTerms(text);
  const found = rulesByClause(rules).flatMap(([clauseNo, ofClause]) => {
    const range = rangeOf(clauses, clauseNo);
    if (!range) return [];
    const inside = terms.filter(({ start }) => start >= range.start && start < range.end);
    return findShareMismatches(inside, ofClause.map(toCompared), KIND_OF_PARTY).flatMap(toFinding);
  });
  // One sentence is one finding, whatever it gets wrong.
  return found.filter(({ start }, at) => found.findIndex((one) => one.start === start) === at);
}

function toCompared({ clauseNo, base, tiers }: CheckedRule): ComparedRule {
  return {
    clauseNo,
    base,
    tiers: tiers.map(({ fromFen, toFen, parts }) => ({
      fromFen,
      toFen,
      parts: parts.map(({ partyKind, takesFrom, rateBps }) => ({
        partyId: KINDS.findIndex(([stored]) => stored === partyKind),
        takesFrom,
        rateBps,
      })),
    })),
  };
}

function rulesByClause(rules: readonly CheckedRule[]): [string, CheckedRule[]][] {
  const byClause = new Map<string, CheckedRule[]>();
  for (const rule of rules) byClause.set(rule.clauseNo, [...(byClause.get(rule.clauseNo) ?? []), rule]);
  return [...byClause];
}

/** A clause with everything that hangs under it. */
function rangeOf(
  clauses: readonly PlacedClause[],
  clauseNo: string,
): { start: number; end: number } | undefined {
  const at = clauses.findIndex((clause) => clause.clauseNo === clauseNo);
  const clause = clauses[at];
  if (!clause) return undefined;
  const next = clauses.slice(at + 1).find(({ depth }) => depth <= clause.depth);
  return { start: clause.startAt, end: next?.startAt ?? Number.POSITIVE_INFINITY };
}

function toFinding({ sentence, said, confirmed }: TermMismatch): ReadFinding[] {
  if (!sentence) return [];
  const { start, end, quote } = sentence;
  return [
    {
      type: TERMS_MISMATCH,
      severity: 'block',
      start,
      end,
      quote,
      bases: [],
      negotiability: 'must',
      words: wordsOf(said, confirmed),
    },
  ];
}

function wordsOf(said: string, confirmed: string): FindingWords {
  return {
    name: { zh: '文本与分成条款不一致', en: 'Text and terms disagree' },
    advice: { zh: '建议协商', en: 'worth negotiating' },
    reason: {
      zh: `文本写“${said}”，而录入的分成条款为“${confirmed}”。结算按录入条款计算。`,
      en: `The text says “${said}”, the terms entered say “${confirmed}”. Settlement goes by the terms.`,
    },
    suggestion: {
      zh: '请核对后修改文本或分成条款，使两者一致。',
      en: 'Change the text or the terms so that both say the same.',
    },
    questions: [{ zh: '实际按哪个比例结算？', en: 'Which rate will it be settled by?' }],
  };
}
