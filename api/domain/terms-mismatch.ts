import { formatRate, formatYuan } from './money.ts';
import type { ProposedTerm, TermValue } from './read-terms-shape.ts';
import { describeTerm } from './read-terms-words.ts';
import type { Terms, TermsRule, TermsTier } from './terms.ts';
import type { TermsPart } from './terms-parts.ts';

export type PartyKind = 'anchor' | 'company' | 'platform' | 'other';

/** What a person confirmed beside the text. */
export interface ConfirmedTerms {
  rules: Terms['rules'];
  kindOfParty: ReadonlyMap<number, PartyKind>;
  /** First and last day of the contract; null: no end. */
  days: { from: string; to: string | null };
  /** Other terms confirmed from the proposals: windows, guarantee, penalty. */
  values: readonly TermValue[];
}

/** The text and a confirmed term say different things. `path` names the term as a form does (`rules.0.tiers.1`). */
export interface TermMismatch {
  kind: 'rate' | 'tier' | 'base' | 'term' | 'value' | 'unsaid_rate';
  path: string;
  /** The sentence; null where the text says nothing of a confirmed rate. */
  sentence: Pick<ProposedTerm, 'quote' | 'start' | 'end' | 'clauseNo'> | null;
  said: string;
  confirmed: string;
  text: string;
  textEn: string;
}

/** A share rule as far as a text can disagree with it. */
export type ComparedRule = Pick<TermsRule, 'clauseNo' | 'base'> & {
  tiers: readonly (Pick<TermsTier, 'fromFen' | 'toFen'> & { parts: readonly TermsPart[] })[];
};
type KindOfParty = ConfirmedTerms['kindOfParty'];
type Share = Extract<TermValue, { field: 'share' }>;
type Said = ProposedTerm & { value: Share };
interface PlacedRule {
  rule: ComparedRule;
  path: string;
}

/**
 * Where the text and the confirmed terms differ: rates, tiers and bases of the share rules, days, and other confirmed
 * values. A sentence read with doubt accuses nobody; a rule is compared with the sentences of its own clause if it has any.
 */
export function findTermMismatches(said: readonly ProposedTerm[], confirmed: ConfirmedTerms): TermMismatch[] {
  const sure = said.filter(isSure);
  return [
    ...findShareMismatches(said, confirmed.rules, confirmed.kindOfParty),
    ...findUnsaidRates(sure.filter(isComparedShare), confirmed),
    ...compareDays(sure, confirmed.days),
    ...compareValues(sure, confirmed.values),
  ];
}

/** Where sentences about shares say another rate, tier or base than the rules of their clause, or than any rule. */
export function findShareMismatches(
  said: readonly ProposedTerm[],
  rules: readonly ComparedRule[],
  kindOfParty: KindOfParty,
): TermMismatch[] {
  return said
    .filter((term) => isSure(term) && isComparedShare(term))
    .flatMap((term) => compareShare(term as Said, rules, kindOfParty));
}

const isSure = ({ confidence }: ProposedTerm): boolean => confidence !== 'low';

const isComparedShare = (term: ProposedTerm): term is Said =>
  term.value.field === 'share' && term.value.party !== 'platform' && term.value.of !== 'other';

/** `按 45% 与 55%`, `六四开`: which rate is whose is told by the order alone, so either side's will do. */
const PAIRED =
  /[\d一二三四五六七八九十]\s*[%％]?\s*(?:与|和|及|、|[:：]|比|\/)\s*[\d一二三四五六七八九十]+(?:\.\d+)?\s*[%％]?/;

function compareShare(share: Said, rules: readonly ComparedRule[], kindOfParty: KindOfParty): TermMismatch[] {
  const placed = rules.map((rule, at): PlacedRule => ({ rule, path: `rules.${at}` }));
  const ofClause = placed.filter(({ rule }) => isClause(rule.clauseNo, share.clauseNo));
  const candidates = ofClause.length > 0 ? ofClause : placed;
  if (candidates.length === 0) return [];
  const { of, tier, party, rateBps } = share.value;
  const ofBase =
    of === 'commission' || of === 'sales' ? candidates.filter(({ rule }) => rule.base === of) : candidates;
  const [first] = candidates;
  if (ofBase.length === 0)
    return [mismatch('base', first!.path, share, describeTerm(share.value).zh, baseOf(first!.rule))];
  const tiers = ofBase.flatMap(({ rule, path }) =>
    rule.tiers.map((each, at) => ({ tier: each, path: `${path}.tiers.${at}` })),
  );
  const ofTier = tier === null ? tiers : tiers.filter(({ tier: each }) => each.fromFen === tier.fromFen);
  const isEndOther = ({ tier: each }: (typeof tiers)[number]): boolean =>
    tier !== null && tier.toFen !== null && each.toFen !== tier.toFen;
  if (ofTier.length === 0 || ofTier.every(isEndOther)) {
    const place = ofTier[0]?.path ?? ofBase[0]!.path;
    return [
      mismatch(
        'tier',
        place,
        share,
        describeTerm(share.value).zh,
        tiers.map(({ tier: each }) => rangeOf(each)).join('；'),
      ),
    ];
  }
  const sides: PartyKind[] = PAIRED.test(share.quote) ? ['anchor', 'company'] : [party];
  const isHeld = ofTier.some(({ tier: each }) =>
    sides.some((side) => rateIsHeld(each.parts, side, rateBps, kindOfParty)),
  );
  if (isHeld) return [];
  const rates = ofTier.map(
    ({ tier: each }) => ratesOf(each.parts, party, kindOfParty).map(formatRate).join(' / ') || '—',
  );
  return [mismatch('rate', ofTier[0]!.path, share, formatRate(rateBps), rates.join('；'))];
}

/** Confirmed rates of the anchor that no sentence of the text says, where it says any. */
function findUnsaidRates(shares: readonly Said[], { rules, kindOfParty }: ConfirmedTerms): TermMismatch[] {
  if (shares.length === 0) return [];
  return rules.flatMap((rule, at) =>
    rule.tiers.flatMap((tier, place): TermMismatch[] => {
      const isSaid = shares.some(({ value }) =>
        rateIsHeld(tier.parts, value.party, value.rateBps, kindOfParty),
      );
      const rates = ratesOf(tier.parts, 'anchor', kindOfParty).map(formatRate).join(' / ');
      if (isSaid || rates === '') return [];
      return [
        mismatch('unsaid_rate', `rules.${at}.tiers.${place}`, null, '—', `${rates}（${rangeOf(tier)}）`),
      ];
    }),
  );
}

/** A share as a fraction of the whole, and what the platform took of it before. */
interface Fraction {
  part: bigint;
  whole: bigint;
  platform: bigint;
}

function fractionsOf(
  parts: readonly TermsPart[],
  party: PartyKind,
  kindOfParty: ReadonlyMap<number, PartyKind>,
): Fraction[] {
  let left = 1n;
  let whole = 1n;
  let platform = 0n;
  const taken: { kind: PartyKind | undefined; part: bigint; whole: bigint; isResidual: boolean }[] = [];
  for (const each of parts) {
    const kind = kindOfParty.get(each.partyId);
    const rate = BigInt(each.rateBps ?? 0);
    const part = each.takesFrom === 'base' ? whole * rate : left * rate;
    whole *= 10_000n;
    left = left * 10_000n - part;
    platform = platform * 10_000n + (kind === 'platform' ? part : 0n);
    taken.push({ kind, part, whole, isResidual: each.rateBps === null });
  }
  return taken
    .filter(({ kind }) => kind === party)
    .map(({ part, whole: at, isResidual }) =>
      isResidual ? { part: left, whole, platform } : { part: part * (whole / at), whole, platform },
    );
}

/** A rate may be said of the whole or of what the platform left, or be the number that was typed in. */
function rateIsHeld(
  parts: readonly TermsPart[],
  party: PartyKind,
  rateBps: number,
  kindOfParty: ReadonlyMap<number, PartyKind>,
): boolean {
  const isTyped = parts.some((part) => part.rateBps === rateBps && kindOfParty.get(part.partyId) === party);
  return (
    isTyped ||
    fractionsOf(parts, party, kindOfParty).some(
      ({ part, whole, platform }) =>
        part * 10_000n === BigInt(rateBps) * whole || part * 10_000n === BigInt(rateBps) * (whole - platform),
    )
  );
}

/** To the nearest basis point, of what the platform left: to be shown, not compared. */
function ratesOf(
  parts: readonly TermsPart[],
  party: PartyKind,
  kindOfParty: ReadonlyMap<number, PartyKind>,
): number[] {
  return fractionsOf(parts, party, kindOfParty).map(({ part, whole, platform }) => {
    const rest = whole - platform;
    return rest === 0n ? 0 : Number((part * 20_000n + rest) / (2n * rest));
  });
}

function compareDays(said: readonly ProposedTerm[], days: ConfirmedTerms['days']): TermMismatch[] {
  return said.flatMap((term): TermMismatch[] => {
    if (term.value.field !== 'term') return [];
    const { from, to } = term.value;
    const pairs = [
      ['days.from', from, days.from],
      ['days.to', to, days.to],
    ] as const;
    return pairs.flatMap(([path, words, kept]) =>
      words === null || words === kept ? [] : [mismatch('term', path, term, words, kept ?? '—')],
    );
  });
}

/** A confirmed value is compared where the text says anything of its kind. */
function compareValues(said: readonly ProposedTerm[], values: readonly TermValue[]): TermMismatch[] {
  return values.flatMap((value, at): TermMismatch[] => {
    if (value.field === 'share' || value.field === 'term') return [];
    const ofField = said.filter(({ field }) => field === value.field);
    const [first] = ofField;
    if (!first || ofField.some((term) => isSameValue(term.value, value))) return [];
    return [mismatch('value', `values.${at}`, first, describeTerm(first.value).zh, describeTerm(value).zh)];
  });
}

/** The conditions of a guarantee are read roughly: its amount decides. */
function isSameValue(one: TermValue, two: TermValue): boolean {
  if (one.field === 'guarantee' && two.field === 'guarantee') return one.amountFen === two.amountFen;
  const plain = (value: TermValue) =>
    JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return plain(one) === plain(two);
}

function mismatch(
  kind: TermMismatch['kind'],
  path: string,
  term: ProposedTerm | null,
  said: string,
  confirmed: string,
): TermMismatch {
  const sentence = term && { quote: term.quote, start: term.start, end: term.end, clauseNo: term.clauseNo };
  const text = term
    ? `文本写“${said}”，录入的条款为“${confirmed}”，两者不一致。`
    : `录入的比例 ${confirmed} 在文本中没有读到。`;
  const textEn = term
    ? `The text says “${said}”, the terms entered say “${confirmed}”.`
    : `The rate entered, ${confirmed}, was not read in the text.`;
  return { kind, path, sentence, said, confirmed, text, textEn };
}

/** `第四条`, `四` and `4` are the clause above `4.1`, and the clause itself. */
function isClause(ruleNo: string, saidNo: string): boolean {
  const plain = (no: string) => no.replace(/^第|条$|\s/g, '').toLowerCase();
  const [rule, words] = [plain(ruleNo), plain(saidNo)];
  return rule !== '' && (rule === words || rule.startsWith(`${words}.`) || words.startsWith(`${rule}.`));
}

const rangeOf = (tier: TermsTier): string =>
  `${formatYuan(tier.fromFen)}–${tier.toFen === null ? '∞' : formatYuan(tier.toFen)}`;
const baseOf = (rule: ComparedRule): string => (rule.base === 'sales' ? '销售额' : '佣金');
