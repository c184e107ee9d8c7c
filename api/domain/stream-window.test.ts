import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changedWindows,
  orderStreams,
  STREAM_GRACE_MINUTES,
  type StreamWindow,
  streamAt,
} from './stream-window.ts';

const GRACE = STREAM_GRACE_MINUTES * 60;
const window = (streamId: number, startSeconds: number, endSeconds: number, anchorId = 7): StreamWindow => ({
  streamId,
  anchorId,
  roomExtId: null,
  startSeconds,
  endSeconds,
});

describe('a sale belongs to the stream', () => {
  const evening = orderStreams([window(2, 50_000, 60_000), window(1, 10_000, 20_000)]);

  it('that was on air when it was paid, from its first second', () => {
    expect(streamAt(evening, 9_999, 7)).toBe(-1);
    expect(streamAt(evening, 10_000, 7)).toBe(1);
    expect(streamAt(evening, 55_000, 7)).toBe(2);
  });

  it('until its grace is over, and to none after that', () => {
    expect(streamAt(evening, 20_000 + GRACE - 1, 7)).toBe(1);
    expect(streamAt(evening, 20_000 + GRACE, 7)).toBe(-1);
  });

  it('that started last where the grace of one reaches into the next', () => {
    const close = orderStreams([window(1, 0, 1000), window(2, 1000, 1100)]);
    expect(streamAt(close, 999, 7)).toBe(1);
    expect(streamAt(close, 1000, 7)).toBe(2);
    expect(streamAt(close, 1100 + GRACE, 7)).toBe(-1);
  });

  it('of its own anchor where a room is shared; of whoever was on air where no anchor is named', () => {
    const room = orderStreams([window(1, 0, 9000, 7), window(2, 100, 200, 8)]);
    expect(streamAt(room, 150, 7)).toBe(1);
    expect(streamAt(room, 150, 8)).toBe(2);
    expect(streamAt(room, 150, -1)).toBe(2);
    expect(streamAt(room, 8000, -1)).toBe(1);
    expect(streamAt(room, 150, 9)).toBe(-1);
  });

  it('of no time at all to none', () => {
    expect(streamAt(evening, Number.NaN, 7)).toBe(-1);
    expect(streamAt(orderStreams([]), 10_000, 7)).toBe(-1);
  });

  it('as looking at every window says', () => {
    const windows = fc.array(fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 4000 }), fc.nat(2)), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(windows, fc.nat(30_000), fc.integer({ min: -1, max: 2 }), (rows, paid, anchorId) => {
        const all = rows.map(([start, length, anchor], id) => window(id, start, start + length, anchor));
        const plain = all
          .filter(
            (each) =>
              each.startSeconds <= paid &&
              paid < each.endSeconds + GRACE &&
              (anchorId < 0 || each.anchorId === anchorId),
          )
          .sort((a, b) => b.startSeconds - a.startSeconds || b.streamId - a.streamId)[0];
        expect(streamAt(orderStreams(all), paid, anchorId)).toBe(plain?.streamId ?? -1);
      }),
    );
  });
});

describe('streams that changed', () => {
  it('are told as they were and as they are: moved, new and gone ones; the others are not', () => {
    const same = window(1, 0, 100);
    const before = [same, window(2, 0, 100), window(3, 200, 300)];
    const after = [same, window(2, 50, 100), window(4, 400, 500)];
    expect(changedWindows(before, after)).toEqual([
      window(2, 0, 100),
      window(3, 200, 300),
      window(2, 50, 100),
      window(4, 400, 500),
    ]);
    expect(changedWindows(before, before)).toEqual([]);
    expect(changedWindows([], [window(1, 0, 1, 8)])).toHaveLength(1);
  });

  it('are those too that went to another anchor or room', () => {
    const one = window(1, 0, 100);
    expect(changedWindows([one], [{ ...one, anchorId: 8 }])).toHaveLength(2);
    expect(changedWindows([one], [{ ...one, roomExtId: 'R1' }])).toHaveLength(2);
  });
});
