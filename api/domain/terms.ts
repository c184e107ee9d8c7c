import { type PlacedReason, placed } from './placed-reason.ts';
import { type TermsPart, whyNotParts } from './terms-parts.ts';

/** By the anchor's cumulative sales of the month, `[fromFen, toFen)`; null = no end. */
export interface TermsTier {
  fromFen: number;
  toFen: number | null;
  parts: readonly TermsPart[];
}

export interface TermsRule {
  /** The clause the rule comes from. */
  clauseNo: string;
  /** Scope: null means any. */
  platform: string | null;
  brandId: number | null;
  productId: number | null;
  streamId: number | null;
  base: 'commission' | 'sales';
  tierOnRefund: 'frozen' | 'trueup';
  /** Days `[from, to)`; null: as the version. */
  effectiveFrom: string | null;
  effectiveTo: string | null;
  tiers: readonly TermsTier[];
}

export interface TermsClause {
  clauseNo: string;
  heading: string | null;
  body: string;
}

/** What a contract version says, as data. Days `[effectiveFrom, effectiveTo)` as `2026-05-01`; null = no end. */
export interface Terms {
  effectiveFrom: string;
  effectiveTo: string | null;
  clauses: readonly TermsClause[];
  rules: readonly TermsRule[];
}

/** What even a draft cannot hold, because it would have no meaning. A draft may well be incomplete. */
export function whyNotSave(terms: Terms): PlacedReason | undefined {
  if (terms.effectiveTo !== null && terms.effectiveTo <= terms.effectiveFrom) {
    return placed(
      'effectiveTo',
      'ends_before_start',
      'the end (the first day no longer covered) is not after the start',
    );
  }
  const numbers = terms.clauses.map((clause) => clause.clauseNo);
  const twice = numbers.findIndex((no, at) => numbers.indexOf(no) < at);
  if (twice >= 0)
    return placed(`clauses.${twice}.clauseNo`, 'clause_twice', `there are two clauses ${numbers[twice]}`);
  return firstOf(terms.rules, (rule, at) => whyNotSaveRule(terms, rule, `rules.${at}`));
}

/** Why this version cannot come into force, and where; `anchorPartyId` is the contract's own anchor as a party. */
export function whyNotActivate(terms: Terms, anchorPartyId: number): PlacedReason | undefined {
  if (terms.clauses.length === 0) return placed('clauses', 'no_clause', 'the version has no clause');
  if (terms.rules.length === 0) return placed('rules', 'no_rule', 'the version has no share rule');
  return (
    whyNotSave(terms) ??
    firstOf(terms.clauses, (clause, at) =>
      clause.body.trim() === ''
        ? placed(`clauses.${at}.body`, 'clause_empty', `clause ${clause.clauseNo} says nothing`)
        : undefined,
    ) ??
    firstOf(terms.rules, (rule, at) => whyNotActivateRule(terms, rule, at, anchorPartyId))
  );
}

function whyNotSaveRule(terms: Terms, rule: TermsRule, path: string): PlacedReason | undefined {
  if (!terms.clauses.some((clause) => clause.clauseNo === rule.clauseNo)) {
    return placed(`${path}.clauseNo`, 'no_such_clause', `there is no clause ${rule.clauseNo}`);
  }
  const { from, to } = daysOf(terms, rule);
  if (to !== null && to <= from) {
    return placed(
      `${path}.effectiveTo`,
      'ends_before_start',
      'the end (the first day no longer covered) is not after the start',
    );
  }
  return firstOf(rule.tiers, (tier, at) => {
    if (tier.toFen !== null && tier.toFen <= tier.fromFen) {
      return placed(`${path}.tiers.${at}.toFen`, 'tier_empty', 'the tier ends before it starts');
    }
    const parties = tier.parts.map((part) => part.partyId);
    const again = parties.findIndex((party, place) => parties.indexOf(party) < place);
    if (again >= 0)
      return placed(`${path}.tiers.${at}.parts.${again}`, 'party_twice', 'this party has a part already');
    const residuals = tier.parts.filter((part) => part.rateBps === null).length;
    return residuals > 1
      ? placed(`${path}.tiers.${at}`, 'two_residuals', 'two parts receive the rest: exactly one may')
      : undefined;
  });
}

function whyNotActivateRule(
  terms: Terms,
  rule: TermsRule,
  at: number,
  anchorPartyId: number,
): PlacedReason | undefined {
  const path = `rules.${at}`;
  const { from, to } = daysOf(terms, rule);
  if (from < terms.effectiveFrom || (terms.effectiveTo !== null && (to === null || to > terms.effectiveTo))) {
    return placed(path, 'outside_version', 'the rule reaches beyond the days of its version');
  }
  const rival = terms.rules.findIndex(
    (other, place) => place < at && sameScope(rule, other) && meets(terms, rule, other),
  );
  if (rival >= 0) {
    return placed(path, 'rule_overlaps', `rule ${rival + 1} covers the same scope on some of the same days`);
  }
  return whyNotTiers(rule.tiers, path, anchorPartyId);
}

/** From 0, one after the other, the last without an end: every cumulative figure has exactly one tier. */
function whyNotTiers(
  tiers: readonly TermsTier[],
  path: string,
  anchorPartyId: number,
): PlacedReason | undefined {
  if (tiers.length === 0) return placed(path, 'no_tier', 'the rule has no tier');
  return firstOf(tiers, (tier, at) => {
    const place = `${path}.tiers.${at}`;
    if (at === 0 && tier.fromFen !== 0)
      return placed(place, 'tiers_start_late', 'the first tier starts at 0');
    if (at > 0 && tiers[at - 1]!.toFen !== tier.fromFen) {
      return placed(place, 'tiers_not_contiguous', 'the tier does not start where the one before it ends');
    }
    if (at === tiers.length - 1 && tier.toFen !== null) {
      return placed(place, 'tiers_end_early', 'the last tier has no end');
    }
    return whyNotParts(tier.parts, place, anchorPartyId);
  });
}

function daysOf(terms: Terms, rule: TermsRule): { from: string; to: string | null } {
  return { from: rule.effectiveFrom ?? terms.effectiveFrom, to: rule.effectiveTo ?? terms.effectiveTo };
}

const sameScope = (a: TermsRule, b: TermsRule): boolean =>
  a.platform === b.platform &&
  a.brandId === b.brandId &&
  a.productId === b.productId &&
  a.streamId === b.streamId;

function meets(terms: Terms, a: TermsRule, b: TermsRule): boolean {
  const one = daysOf(terms, a);
  const two = daysOf(terms, b);
  return (one.to === null || two.from < one.to) && (two.to === null || one.from < two.to);
}

function firstOf<T, R>(list: readonly T[], find: (item: T, at: number) => R | undefined): R | undefined {
  for (const [at, item] of list.entries()) {
    const result = find(item, at);
    if (result !== undefined) return result;
  }
  return undefined;
}
