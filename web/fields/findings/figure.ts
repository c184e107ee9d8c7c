/** A figure with its working, or what it would need and is not known. */
export interface Figure {
  key: string;
  text: string;
  textEn: string;
  bases: readonly { law: string; article: string; point: string }[];
  /** Types of finding it stands beside. */
  beside: readonly string[];
  /** What is not known; then the text says so instead of a figure. */
  missing?: string;
}

export interface Figures {
  income: {
    months: number;
    firstMonth: string;
    lastMonth: string;
    earnedFen: number;
    averageFen: number;
  } | null;
  figures: Figure[];
}

/** What stands beside a kind of finding: first what is known, then what is missing. */
export function figuresBeside(
  figures: readonly Figure[],
  type: string,
): { known: Figure[]; missing: Figure[] } {
  const own = figures.filter(({ beside }) => beside.includes(type));
  return {
    known: own.filter(({ missing }) => missing === undefined),
    missing: own.filter(({ missing }) => missing !== undefined),
  };
}
