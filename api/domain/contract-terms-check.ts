import type { FindingWords, ReadFinding } from './contract-reader.ts';
import type { PlacedClause } from './contract-text.ts';
import { formatRate } from './money.ts';
import { readTerms } from './read-terms.ts';
import type { ProposedTerm, TermValue } from './read-terms-shape.ts';

/** A share rule as far as a text can disagree with it. */
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

type Share = Extract<TermValue, { field: 'share' }>;
type ShareTerm = ProposedTerm & { value: Share };

/**
 * Sentences whose share the rules of their clause do not have: the text says sixty, the terms settle by fifty. What is
 * read with doubt, and what stands where no rule points, accuses nobody. It blocks until one of the two is changed.
 */
export function checkTermsAgainstText(
  text: string,
  clauses: readonly PlacedClause[],
  rules: readonly CheckedRule[],
): ReadFinding[] {
  const shares = readTerms(text).filter(isSureShare);
  const found = rulesByClause(rules).flatMap(([clauseNo, ofClause]) => {
    const range = rangeOf(clauses, clauseNo);
    if (!range) return [];
    const inside = shares.filter(({ start }) => start >= range.start && start < range.end);
    return inside.filter((share) => !isSaidBy(share, ofClause)).map((share) => toFinding(share, ofClause));
  });
  // One sentence is one finding, whatever it gets wrong.
  return found.filter(({ start }, at) => found.findIndex((one) => one.start === start) === at);
}

const isSureShare = (term: ProposedTerm): term is ShareTerm =>
  term.field === 'share' &&
  term.confidence !== 'low' &&
  (term.value as Share).party !== 'platform' &&
  (term.value as Share).of !== 'other';

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

/** `按 45% 与 55%`, `六四开`: which rate is whose is told by the order alone, so either side's will do. */
const PAIRED =
  /[\d一二三四五六七八九十]\s*[%％]?\s*(?:与|和|及|、|[:：]|比|\/)\s*[\d一二三四五六七八九十]+(?:\.\d+)?\s*[%％]?/;

function isSaidBy({ value, quote }: ShareTerm, rules: readonly CheckedRule[]): boolean {
  const { party, rateBps, of, tier } = value;
  const own = party === 'anchor' ? 'anchor' : 'agency';
  const kinds = PAIRED.test(quote) ? ['anchor', 'agency'] : [own];
  return rules.some((rule) => {
    if ((of === 'commission' || of === 'sales') && rule.base !== of) return false;
    const tiers = tier === null ? rule.tiers : rule.tiers.filter(({ fromFen }) => fromFen === tier.fromFen);
    return tiers.some(({ parts }) => kinds.some((kind) => ratesOf(parts, kind).includes(rateBps)));
  });
}

/** The rates a party of this kind gets, each as it may be said: of what is shared, or of what the parts before left. */
function ratesOf(parts: CheckedRule['tiers'][number]['parts'], kind: string): number[] {
  const given = parts.reduce(
    (sum, { takesFrom, rateBps }) => sum + (takesFrom === 'base' ? (rateBps ?? 0) : 0),
    0,
  );
  const ofRest = parts.filter(({ takesFrom }) => takesFrom === 'rest').map(({ rateBps }) => rateBps ?? 0);
  return parts
    .filter(({ partyKind }) => partyKind === kind)
    .flatMap(({ rateBps }) =>
      rateBps === null ? [10_000 - given, ...ofRest.map((rate) => 10_000 - rate)] : [rateBps],
    );
}

function toFinding({ value, start, end, quote }: ShareTerm, rules: readonly CheckedRule[]): ReadFinding {
  const kind = value.party === 'anchor' ? 'anchor' : 'agency';
  const rates = new Set(rules.flatMap(({ tiers }) => tiers.flatMap(({ parts }) => ratesOf(parts, kind))));
  const terms = [...rates].map((rate) => formatRate(rate)).join(' / ') || '—';
  return {
    type: TERMS_MISMATCH,
    severity: 'block',
    start,
    end,
    quote,
    bases: [],
    negotiability: 'must',
    words: wordsOf(value, formatRate(value.rateBps), terms),
  };
}

function wordsOf({ party }: Share, said: string, terms: string): FindingWords {
  const who = party === 'anchor' ? { zh: '乙方', en: 'the anchor' } : { zh: '机构', en: 'the agency' };
  return {
    name: { zh: '文本与分成条款不一致', en: 'Text and terms disagree' },
    advice: { zh: '建议协商', en: 'worth negotiating' },
    reason: {
      zh: `文本写明${who.zh}得 ${said}，而录入的分成条款为 ${terms}（或基数、档位不同）。结算按录入条款计算。`,
      en: `The text gives ${who.en} ${said}; the terms entered say ${terms}, or another base or tier. Settlement goes by the terms.`,
    },
    suggestion: {
      zh: '请核对后修改文本或分成条款，使两者一致。',
      en: 'Change the text or the terms so that both say the same.',
    },
    questions: [{ zh: '实际按哪个比例结算？', en: 'Which rate will it be settled by?' }],
  };
}
