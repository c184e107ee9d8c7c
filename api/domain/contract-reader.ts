import type { Severity } from './contract-workflow.ts';
import { type Finding, reviewContract } from './fairness/review.ts';
import type { Bilingual } from './fairness/rule.ts';
import { type Clause, segment } from './fairness/text/segment.ts';

/** What the reader says about a sentence; positions are UTF-16 offsets into the text. */
export interface ReadFinding {
  type: string;
  severity: Severity;
  start: number;
  end: number;
  quote: string;
  bases: { law: string; article: string; point: string }[];
  words: FindingWords;
  negotiability: 'must' | 'should' | 'tradable';
}

/** What is said about a finding, kept as it was said: a later reader may word it otherwise. */
export interface FindingWords {
  name: Bilingual;
  advice: Bilingual;
  reason: Bilingual;
  suggestion: Bilingual;
  questions: Bilingual[];
}

/** Raised whenever the rules change what they find, so that a stored review says which reader it was. */
export const READER_VERSION = 'cn-2026-11c';

/** The one place that knows the fairness reader: clauses as printed and what was found in them. */
export function readText(text: string): { clauses: Clause[]; findings: ReadFinding[] } {
  const findings = reviewContract(text).clauses.flatMap((clause) => clause.findings.map(toReadFinding));
  return { clauses: segment(text), findings };
}

function toReadFinding(finding: Finding): ReadFinding {
  const { type, severity, start, end, quote, bases, name, advice, questions, negotiability } = finding;
  return {
    type,
    severity,
    start,
    end,
    quote,
    bases: bases.map(({ law, article, point }) => ({ law, article, point })),
    words: {
      name,
      advice,
      reason: { zh: finding.reason, en: finding.reasonEn },
      suggestion: { zh: finding.suggestion, en: finding.suggestionEn },
      questions,
    },
    negotiability,
  };
}
