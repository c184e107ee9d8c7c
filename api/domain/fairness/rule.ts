import type { ClauseType } from './clause-type.ts';
import type { Matcher } from './frame/match.ts';

/** The same words in both languages. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** What a reader of one kind of term knows: how it is said, why it matters, what to ask for instead. */
export interface Rule {
  type: ClauseType;
  /** `must`: insist; `should`: ask; `tradable`: may be given up against something better. */
  negotiability: 'must' | 'should' | 'tradable';
  matcher: Matcher;
  /** Why it matters, in plain words. Never a verdict: the product flags and does not judge. */
  reason: Bilingual;
  /** Wording to copy into the contract instead. */
  suggestion: Bilingual;
  /** What to ask the other side. */
  question: Bilingual;
}
