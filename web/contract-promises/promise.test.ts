import { describe, expect, it } from 'vitest';
import { amountInWords } from './promise.ts';

describe('how much was promised', () => {
  const unitOf = (unit: string) => (unit === 'fen' ? '元' : unit);

  it('is said with its unit, money as yuan', () => {
    expect(amountInWords(12, '场', unitOf)).toBe('12 场');
    expect(amountInWords(500_000, 'fen', unitOf)).toBe('5,000.00 元');
    expect(amountInWords(1, null, unitOf)).toBe('1');
  });
});
