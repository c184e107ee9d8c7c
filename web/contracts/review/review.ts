import type {
  Compared,
  Finding,
  FindingCounts,
  FindingState,
  Severity,
} from '../../fields/findings/finding.ts';
import type { PageSpan } from '../../fields/findings/MarkedText.tsx';

/** A version's text and what was found in it, as `GET …/review` tells it. */
export interface Review {
  versionId: number;
  /** null: this text was never read. */
  reviewId: number | null;
  readerVersion: string | null;
  source: 'layer' | 'ocr' | 'pasted' | 'typed';
  textSha256: string | null;
  text: string;
  pageSpans: PageSpan[];
  reviewedAt: string | null;
  clauses: { clauseNo: string; heading: string | null; start: number; end: number; depth: number }[];
  findings: Finding[];
  summary: FindingCounts | null;
  compared: Compared | null;
}

export interface FindingFilter {
  /** Empty: every weight. */
  severities: readonly Severity[];
  state: FindingState | 'toConfirm' | 'all';
  /** Empty: every kind. */
  type: string;
}

/** The findings a filter leaves, in the order of the text, the heavier first at one place. */
export function filterFindings(findings: readonly Finding[], filter: FindingFilter): Finding[] {
  const { severities, state, type } = filter;
  return findings
    .filter(
      (finding) =>
        (severities.length === 0 || severities.includes(finding.severity)) &&
        (state === 'all' || (state === 'toConfirm' ? finding.toConfirm : finding.state === state)) &&
        (type === '' || finding.type === type),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end || a.id - b.id);
}

/** The finding before (-1) or after (+1) the selected one; the ends stay where they are, nothing selected begins. */
export function stepTo(
  findings: readonly Finding[],
  selected: number | undefined,
  by: 1 | -1,
): number | undefined {
  const at = findings.findIndex(({ id }) => id === selected);
  if (at < 0) return (by === 1 ? findings[0] : findings.at(-1))?.id;
  return findings[Math.min(Math.max(at + by, 0), findings.length - 1)]?.id;
}
