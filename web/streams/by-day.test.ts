import { describe, expect, it } from 'vitest';
import { byDay, plannedMinutes } from './by-day.ts';

describe('the schedule', () => {
  it('puts a stream under the day it starts on in China, the day by time', () => {
    const late = { id: 1, startsAt: '2026-05-31T20:00:00Z' };
    const early = { id: 2, startsAt: '2026-05-31T17:00:00Z' };
    const before = { id: 3, startsAt: '2026-05-31T10:00:00Z' };
    expect(byDay([late, early, before])).toEqual([
      { day: '2026-06-01', streams: [early, late] },
      { day: '2026-05-31', streams: [before] },
    ]);
  });
});

describe('a run-sheet', () => {
  it('adds its minutes and says by how many they are too many', () => {
    const items = [{ plannedMinutes: 90 }, { plannedMinutes: null }, { plannedMinutes: 45 }];
    const [from, to] = ['2026-06-01T20:00:00+08:00', '2026-06-01T22:00:00+08:00'];
    expect(plannedMinutes(items, from, to)).toEqual({ minutes: 135, over: 15 });
    expect(plannedMinutes(items, from, null)).toEqual({ minutes: 135, over: 0 });
  });
});
