/** What one uploaded contract may cost before it is refused. */
export const DOCUMENT_LIMITS = {
  maxBytes: 25_000_000,
  maxPages: 400,
  /** All parts of an archive unpacked; a contract with its pictures stays far below. */
  maxUnpackedBytes: 150_000_000,
  /** Unpacked ÷ packed of one part. */
  maxRatio: 200,
  /** Characters of text; 400 full pages of Chinese hold about 600,000. */
  maxTextLength: 2_000_000,
  /** Elements within elements; Word itself stops far earlier. */
  maxXmlDepth: 1000,
} as const;

/** What the thread that reads may take. */
export interface WorkerLimits {
  maxMilliseconds: number;
  maxHeapMegabytes: number;
  /** Buffers outside the heap, which a thread's own limits do not count. */
  maxBufferMegabytes: number;
}

export const WORKER_LIMITS: WorkerLimits = {
  maxMilliseconds: 10_000,
  maxHeapMegabytes: 384,
  maxBufferMegabytes: 512,
};

/** Reading pictures of pages takes a second or two each and runs in processes of its own. */
export const RECOGNITION_LIMITS = {
  maxPages: 60,
  maxMillisecondsPerPage: 30_000,
  maxMilliseconds: 240_000,
} as const;
