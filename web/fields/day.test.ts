import { describe, expect, it } from 'vitest';
import {
  addDays,
  chinaDay,
  chinaTime,
  dayInWords,
  instantToLocal,
  localToInstant,
  monthInWords,
} from './day.ts';

describe('an instant', () => {
  it('is shown in China whatever offset it came with', () => {
    expect(chinaTime('2026-05-31T17:30:00Z')).toBe('2026-06-01 01:30');
    expect(chinaTime('2026-06-01T01:30:00+08:00')).toBe('2026-06-01 01:30');
    expect(chinaDay('2026-05-31T17:30:00.123Z')).toBe('2026-06-01');
    expect(chinaTime(null)).toBeNull();
    expect(chinaTime('soon')).toBeNull();
  });

  it('goes through an input and comes back as the same instant', () => {
    const instant = localToInstant(instantToLocal('2026-05-31T17:30:00Z'));
    expect(instant).toBe('2026-06-01T01:30:00+08:00');
    expect(localToInstant('')).toBeNull();
    expect(instantToLocal('2026-06-01T01:30')).toBe('2026-06-01T01:30');
  });
});

describe('a day', () => {
  it('is counted over the end of a month and said in both languages', () => {
    expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
    expect(dayInWords('2026-05-01', 'zh')).toBe('5月1日周五');
    expect(dayInWords('2026-05-01', 'en')).toBe('Fri 1 May');
    expect(monthInWords('2026-05', 'zh')).toBe('2026年5月');
    expect(monthInWords('2026-05', 'en')).toBe('May 2026');
  });
});
