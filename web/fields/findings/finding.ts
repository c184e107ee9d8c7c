/** A sentence in both languages, as the API tells it. */
export interface Bilingual {
  zh: string;
  en: string;
}

export const SEVERITIES = ['block', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const FINDING_STATES = ['open', 'waived', 'dismissed'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** What was found in a text; `start` and `end` place its sentence (UTF-16, end not included). */
export interface Finding {
  id: number;
  versionId: number;
  type: string;
  severity: Severity;
  state: FindingState;
  /** Of recognised text: a person looks at it first. */
  toConfirm: boolean;
  origin: 'reader' | 'hand' | 'terms';
  clauseNo: string | null;
  start: number;
  end: number;
  quote: string;
  bases: { law: string; article: string; point: string }[];
  name: Bilingual;
  advice: Bilingual;
  reason: Bilingual;
  suggestion: Bilingual;
  questions: Bilingual[];
  negotiability: 'must' | 'should' | 'tradable';
  addedByName: string | null;
  decision: {
    kind: 'dismiss' | 'restore' | 'confirm' | 'waive';
    reason: string | null;
    byName: string | null;
    at: string;
  } | null;
}

/** Open findings by weight, and what was decided. */
export interface FindingCounts {
  block: number;
  high: number;
  medium: number;
  low: number;
  waived: number;
  dismissed: number;
  toConfirm: number;
}

/** What a version did to the findings of the one before it. */
export interface Compared {
  beforeVersionNo: number;
  resolved: number;
  fresh: number;
  same: number;
}
