import { describe, expect, it } from 'vitest';
import { type Figure, figuresBeside } from './figure.ts';

const figure = (key: string, more: Partial<Figure> = {}): Figure => ({
  key,
  text: key,
  textEn: key,
  bases: [],
  beside: ['LD_EXCESSIVE'],
  ...more,
});

describe('figures beside a finding', () => {
  it('are those of its kind, and what could not be worked out is told apart', () => {
    const all = [
      figure('a'),
      figure('b', { missing: 'no_income' }),
      figure('c', { beside: ['FORCED_HOURS'] }),
    ];
    const { known, missing } = figuresBeside(all, 'LD_EXCESSIVE');
    expect(known.map(({ key }) => key)).toEqual(['a']);
    expect(missing.map(({ key }) => key)).toEqual(['b']);
  });
});
