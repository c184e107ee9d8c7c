import { type Basis, basesOf, catalogueEntry, type Relation } from './catalogue.ts';
import type { ClauseType } from './clause-type.ts';
import type { Severity } from './frame/match.ts';
import { type ClauseReading, readClause, toCanonical } from './frame/reading.ts';
import { type Judged, judgeClause, type Learnt, type Say } from './judge-types.ts';
import type { Bilingual, Rule } from './rule.ts';
import { RULES } from './rules/index.ts';
import { type Parties, readParties } from './text/parties.ts';
import { type Clause, segment } from './text/segment.ts';
import { isOfOtherTrade } from './trade.ts';

export interface Finding {
  type: ClauseType;
  severity: Severity;
  /** UTF-16 offsets into the text given, and the words there. */
  start: number;
  end: number;
  quote: string;
  bases: Basis[];
  name: Bilingual;
  /** 建议关注 / 建议协商: the product flags, it does not judge. */
  advice: Bilingual;
  reason: string;
  reasonEn: string;
  suggestion: string;
  suggestionEn: string;
  questions: Bilingual[];
  negotiability: Rule['negotiability'];
  /** A finding of the classifier alone wants a closer look than one a rule made. */
  foundBy: Judged['by'];
}

export interface ReviewedClause {
  index: number;
  heading: string;
  start: number;
  end: number;
  findings: Finding[];
}

export interface Review {
  clauses: ReviewedClause[];
  summary: {
    findings: number;
    bySeverity: Record<Severity, number>;
    types: ClauseType[];
    parties: Parties;
    jurisdiction: string;
    relation: Relation | undefined;
  };
}

export interface ReviewOptions {
  /** Rules of another country's law are not applied; only CN has rules today. */
  jurisdiction?: string;
  /** Labour or service: decides which law is shown. Left out: both are shown. */
  relation?: Relation;
  /** False: the rules alone, without the trained classifier. */
  useClassifier?: boolean;
  /** Other weights than the shipped ones: a measurement on wordings that those were trained on would be no measurement. */
  learnt?: Learnt;
}

/** Reads a contract, or one clause, and answers what an anchor should look at. No IO; the same text, the same answer. */
export function reviewContract(text: string, options: ReviewOptions = {}): Review {
  const jurisdiction = options.jurisdiction ?? 'CN';
  const parties = readParties(text);
  const clauses = segment(text);
  const rules = RULES.filter(({ type }) => catalogueEntry(type).jurisdiction === jurisdiction);
  const say: Say = { classifier: sayOf(text, options), learnt: options.learnt };
  const reviewed = clauses.map((clause) =>
    reviewClause(text, clause, clauses, parties, rules, say, options.relation),
  );
  const findings = reviewed.flatMap((clause) => clause.findings);
  const bySeverity: Record<Severity, number> = { block: 0, high: 0, medium: 0, low: 0 };
  for (const { severity } of findings) bySeverity[severity]++;
  return {
    clauses: reviewed,
    summary: {
      findings: findings.length,
      bySeverity,
      types: [...new Set(findings.map(({ type }) => type))],
      parties,
      jurisdiction,
      relation: options.relation,
    },
  };
}

/** What was learnt from anchors' contracts may doubt a rule in another trade, but finds nothing there by itself. */
function sayOf(text: string, { useClassifier = true }: ReviewOptions): Say['classifier'] {
  if (!useClassifier) return 'none';
  return isOfOtherTrade(text) ? 'doubts rules' : 'finds too';
}

function reviewClause(
  text: string,
  clause: Clause,
  clauses: Clause[],
  parties: Parties,
  rules: Rule[],
  say: Say,
  relation: Relation | undefined,
): ReviewedClause {
  const canon = toCanonical(text, clause.body, clause.end, parties, clause.skips);
  const parent = clause.parent === undefined ? undefined : clauses[clause.parent]!;
  // A list's opening (“乙方有下列行为之一的：”) is half of each of its items.
  const opensList = parent && /[:：]\s*$/.test(text.slice(parent.start, parent.end));
  const lead = opensList ? toCanonical(text, parent.body, parent.end, parties, parent.skips) : undefined;
  const reading = readClause(canon, lead);
  const findings = judgeClause(rules, reading, say).map((judged) =>
    toFinding(text, judged, reading, relation),
  );
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  const { index, heading, start, end } = clause;
  return { index, heading, start, end, findings };
}

function toFinding(
  text: string,
  { rule, hit, by }: Judged,
  reading: ClauseReading,
  relation: Relation | undefined,
): Finding {
  const entry = catalogueEntry(rule.type);
  const severity = hit.severity ?? entry.severity;
  const { start, end } = placeOf(reading, hit.start, hit.end);
  return {
    type: rule.type,
    severity,
    start,
    end,
    quote: text.slice(start, end),
    bases: basesOf(rule.type, relation),
    name: { zh: entry.nameZh, en: entry.nameEn },
    advice:
      severity === 'medium' || severity === 'low'
        ? { zh: '建议关注', en: 'worth attention' }
        : { zh: '建议协商', en: 'worth negotiating' },
    reason: rule.reason.zh,
    reasonEn: rule.reason.en,
    suggestion: rule.suggestion.zh,
    suggestionEn: rule.suggestion.en,
    questions: [rule.question],
    negotiability: rule.negotiability,
    foundBy: by,
  };
}

/** The whole sentence around a hit, as a range of the original: a finding shows its sentence. */
function placeOf(reading: ClauseReading, from: number, to: number): { start: number; end: number } {
  const { canon, lead, sentences } = reading;
  const touched = sentences.filter(({ at, text }) => at < to && at + text.length > from);
  const first = Math.max(touched[0]?.at ?? from, lead);
  const last = touched.at(-1);
  const end = last ? last.at + last.text.trimEnd().length : to;
  return { start: canon.from[first]!, end: canon.to[Math.max(end - 1, first)]! };
}
