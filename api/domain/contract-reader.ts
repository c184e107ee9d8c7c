import type { Severity } from './contract-workflow.ts';
import { segment } from './fairness/text/segment.ts';

/** The same words in both languages. */
export interface Bilingual {
  zh: string;
  en: string;
}

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

export interface FindingWords {
  name: Bilingual;
  advice: Bilingual;
  reason: Bilingual;
  suggestion: Bilingual;
  questions: Bilingual[];
}

/** Raised whenever the rules change what they find, so that a stored review says which reader it was. */
export const READER_VERSION = 'cn-2026-11';

/** The one place that knows the fairness reader: clauses as printed and what was found in them. */
export function readText(text: string): { clauses: ReturnType<typeof segment>; findings: ReadFinding[] } {
  return { clauses: segment(text), findings: [] };
}
