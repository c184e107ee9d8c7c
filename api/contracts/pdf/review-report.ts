import type { Lang } from '../../domain/contract-acceptance.ts';
import type { Figure, MissingFigure } from '../../domain/contract-figures-shape.ts';
import type { FindingWords } from '../../domain/contract-reader.ts';
import type { Severity } from '../../domain/contract-workflow.ts';
import { COURT_OUTCOMES, type CourtOutcome, outcomeRatio } from '../../domain/court-outcomes.ts';
import { DomainError } from '../../domain/error.ts';
import { formatYuan } from '../../domain/money.ts';
import type { ContractPaper } from './contract-sheet.ts';

/** Everything a review report says, in one language: the report and the negotiation sheet are pure functions of it. */
export interface ReviewReport extends ContractPaper {
  textSha256: string;
  readerVersion: string;
  findings: ReportFinding[];
  /** Figures that stand beside no finding. */
  otherFigures: string[];
  outcomes: { matter: string; amounts: string; reckoning: string; source: string }[];
}

export interface ReportFinding {
  type: string;
  severity: Severity;
  negotiability: 'must' | 'should' | 'tradable';
  /** `4.1`; empty where it stands in no numbered clause. */
  clauseNo: string;
  name: string;
  advice: string;
  quote: string;
  figures: string[];
  reason: string;
  bases: { law: string; article: string; point: string }[];
  questions: string[];
  suggestion: string;
  waiver: { reason: string; by: string; at: string } | null;
}

/** A finding as the review keeps it. */
export interface SourceFinding {
  type: string;
  severity: Severity;
  negotiability: ReportFinding['negotiability'];
  clauseNo: string | null;
  quote: string;
  bases: ReportFinding['bases'];
  words: FindingWords;
  waiver: ReportFinding['waiver'];
}

export interface ReportFacts {
  head: Omit<ContractPaper, 'version'>;
  textSha256: string;
  readerVersion: string;
  findings: readonly SourceFinding[];
  figures: readonly (Figure | MissingFigure)[];
}

const WEIGHT: Record<Severity, number> = { block: 0, high: 1, medium: 2, low: 3 };
const PENALTIES = new Set(['LD_EXCESSIVE', 'LD_ONE_SIDED', 'LD_NO_ADJUST']);

/**
 * Puts a report together: the heaviest finding first, each figure once beside the first finding it is about.
 * Throws DomainError `judging_words` when a text of ours judges where only a court or a quoted statute may.
 */
export function buildReviewReport(facts: ReportFacts): ReviewReport {
  const { lang } = facts.head;
  const left = new Set(facts.figures);
  const inOrder = [...facts.findings].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
  const findings = inOrder.map((finding): ReportFinding => {
    const beside = [...left].filter((figure) => figure.beside.includes(finding.type));
    for (const figure of beside) left.delete(figure);
    return reportFinding(finding, lang, beside);
  });
  const report: ReviewReport = {
    version: 1,
    ...facts.head,
    textSha256: facts.textSha256,
    readerVersion: facts.readerVersion,
    findings,
    otherFigures: [...left].map((figure) => inLanguage(figure, lang)),
    outcomes: findings.some(({ type }) => PENALTIES.has(type))
      ? COURT_OUTCOMES.map((outcome) => sayOutcome(outcome, lang))
      : [],
  };
  refuseJudging(report);
  return report;
}

export function countBySeverity(findings: readonly { severity: Severity }[]): Record<Severity, number> {
  const counts = { block: 0, high: 0, medium: 0, low: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function reportFinding(
  { words, ...finding }: SourceFinding,
  lang: Lang,
  figures: readonly (Figure | MissingFigure)[],
): ReportFinding {
  return {
    type: finding.type,
    severity: finding.severity,
    negotiability: finding.negotiability,
    clauseNo: finding.clauseNo ?? '',
    name: words.name[lang],
    advice: words.advice[lang],
    quote: finding.quote,
    figures: figures.map((figure) => inLanguage(figure, lang)),
    reason: plainMarks(words.reason[lang], lang),
    bases: [...finding.bases],
    questions: words.questions.map((question) => plainMarks(question[lang], lang)),
    suggestion: plainMarks(words.suggestion[lang], lang),
    waiver: finding.waiver,
  };
}

const inLanguage = ({ text, textEn }: { text: string; textEn: string }, lang: Lang): string =>
  plainMarks(lang === 'zh' ? text : textEn, lang);

/** The Chinese font draws curly marks as wide as a character: between Latin letters straight ones stand better. */
const plainMarks = (text: string, lang: Lang): string =>
  lang === 'zh' ? text : text.replaceAll('’', "'").replaceAll(/[“”]/g, '"');

function sayOutcome(outcome: CourtOutcome, lang: Lang): ReviewReport['outcomes'][number] {
  const ratio = outcomeRatio(outcome);
  const isChinese = lang === 'zh';
  const amounts = [
    [isChinese ? '主张' : 'claimed', outcome.claimedFen],
    [isChinese ? '已得收入' : 'earned', outcome.earnedFen],
    [isChinese ? '判决' : 'awarded', outcome.awardedFen],
  ] as const;
  const said = amounts.flatMap(([label, amount]) =>
    amount === null ? [] : [`${label} ${formatYuan(amount)}`],
  );
  const times = ratio && formatYuan(ratio.hundredths);
  if (ratio) {
    const of = isChinese ? { awarded: '判决', claimed: '主张' }[ratio.of] : ratio.of;
    said.push(isChinese ? `${of}为收入的 ${times} 倍` : `${of} is ${times} times the income`);
  }
  return {
    matter: plainMarks(isChinese ? outcome.matter : outcome.matterEn, lang),
    amounts: said.join(isChinese ? '；' : '; '),
    reckoning: (isChinese ? outcome.reckoning : outcome.reckoningEn) ?? '',
    source: outcome.source,
  };
}

const JUDGING = /违法|无效|\b(?:illegal|unlawful|void|invalid)\b/i;
/** What a sentence of ours quotes stands between quotation marks. */
const QUOTED = /“[^”]*”|《[^》]*》|「[^」]*」|"[^"]*"/g;

/** The paper flags and asks; it does not judge. The contract's own words and the statutes' points may say anything. */
function refuseJudging({ findings, otherFigures }: ReviewReport): void {
  const own = findings.flatMap((finding, at) =>
    [
      finding.name,
      finding.advice,
      finding.reason,
      finding.suggestion,
      ...finding.questions,
      ...finding.figures,
    ].map((text) => ({ path: `findings.${at}`, text })),
  );
  const judging = [...own, ...otherFigures.map((text) => ({ path: 'otherFigures', text }))].find(({ text }) =>
    JUDGING.test(text.replaceAll(QUOTED, '')),
  );
  if (judging)
    throw new DomainError('conflict', 'judging_words', `${judging.path} judges: “${judging.text}”`, {
      details: judging,
    });
}
