/**
 * Minutes after its end in which a stream still gets what is paid: baskets filled on air are paid a little later. A
 * house default; no platform defines it.
 */
export const STREAM_GRACE_MINUTES = 30;

const GRACE_SECONDS = STREAM_GRACE_MINUTES * 60;

/** When somebody was on air. Seconds count from one epoch, whichever. Cancelled streams are never among them. */
export interface StreamWindow {
  streamId: number;
  anchorId: number;
  roomExtId: string | null;
  startSeconds: number;
  endSeconds: number;
}

/** Windows by their start, and the latest end so far at each: what ended long ago is not looked at again. */
export interface StreamTimes {
  windows: readonly StreamWindow[];
  latestEnds: Float64Array;
}

export function orderStreams(windows: readonly StreamWindow[]): StreamTimes {
  const sorted = [...windows].sort((a, b) => a.startSeconds - b.startSeconds || a.streamId - b.streamId);
  const latestEnds = new Float64Array(sorted.length);
  let latest = Number.NEGATIVE_INFINITY;
  for (const [index, { endSeconds }] of sorted.entries()) {
    latest = Math.max(latest, endSeconds);
    latestEnds[index] = latest;
  }
  return { windows: sorted, latestEnds };
}

/**
 * The stream a sale belongs to: start ≤ paid < end + grace, and of several the one that started last. `anchorId` -1:
 * whoever's. Answers -1 when there is none or the time is not known (NaN).
 */
export function streamAt(
  { windows, latestEnds }: StreamTimes,
  paidSeconds: number,
  anchorId: number,
): number {
  for (let at = lastStarted(windows, paidSeconds); at >= 0; at--) {
    if (!(paidSeconds < latestEnds[at]! + GRACE_SECONDS)) return -1;
    const window = windows[at]!;
    if (paidSeconds < window.endSeconds + GRACE_SECONDS && (anchorId < 0 || window.anchorId === anchorId))
      return window.streamId;
  }
  return -1;
}

/** Streams that are another time, place or person's than they were, as they were and as they are; new and gone ones too. */
export function changedWindows(
  before: readonly StreamWindow[],
  after: readonly StreamWindow[],
): StreamWindow[] {
  const nameOf = (one: StreamWindow) => JSON.stringify([one.streamId, ...spanOf(one)]);
  const names = new Set(before.map(nameOf));
  const kept = new Set(after.map(nameOf).filter((name) => names.has(name)));
  return [...before, ...after].filter((one) => !kept.has(nameOf(one)));
}

const spanOf = ({ anchorId, roomExtId, startSeconds, endSeconds }: StreamWindow) => [
  anchorId,
  roomExtId,
  startSeconds,
  endSeconds,
];

/** Index of the last window that starts at or before a time, or -1. */
function lastStarted(windows: readonly StreamWindow[], seconds: number): number {
  let low = 0;
  let high = windows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (windows[middle]!.startSeconds <= seconds) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
