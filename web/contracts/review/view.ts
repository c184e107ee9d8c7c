import type { ReactNode } from 'react';
import type { Figure } from '../../fields/findings/figure.ts';
import type { Finding } from '../../fields/findings/finding.ts';
import type { TextBlock } from '../../fields/findings/highlight.ts';
import type { Version } from '../version.ts';
import type { Review } from './review.ts';

/** What both shapes of the review are drawn from. */
export interface ReviewView {
  review: Review;
  version: Version;
  /** Address of the version below the API. */
  place: string;
  blocks: readonly TextBlock[];
  /** What the filter leaves, in the order of the text. */
  shown: readonly Finding[];
  selected: number | undefined;
  onSelect: (id: number | undefined) => void;
  /** undefined while they are on their way. */
  figures: readonly Figure[] | undefined;
  actionsOf: (finding: Finding) => ReactNode;
}
