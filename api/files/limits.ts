/** What a file may cost before it is refused; every figure can be set by the caller. */
export interface ReadLimits {
  /** The file itself, and what a packed one may unpack to. */
  maxBytes: number;
  /** Unpacked ÷ packed: a real export reaches about 30, a bomb a thousand. */
  maxRatio: number;
  /** The text table of a spreadsheet, the only part of one that is kept in memory. */
  maxSharedTextBytes: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  maxBytes: 1_500_000_000,
  maxRatio: 200,
  maxSharedTextBytes: 150_000_000,
};

/** Ratios of small files mean nothing. */
export const RATIO_MATTERS_FROM_BYTES = 16 << 20;
