import { describe, expect, it } from 'vitest';
import { COMPARISON_REASONS } from '../../../api/photos/compare/comparison.ts';
import { PHOTO_REFUSALS } from '../../../api/photos/refusal.ts';
import { en as photosEnglish } from '../../photos/en.ts';
import { zh as photosChinese } from '../../photos/zh.ts';
import { en } from '../en.ts';
import { zh } from '../zh.ts';

describe('why photos were not compared', () => {
  it.each([
    ['Chinese', zh],
    ['English', en],
  ])('is said in %s, whatever the reason', (_, words) => {
    expect(Object.keys(words.inspections.compare.reason).sort()).toEqual([...COMPARISON_REASONS].sort());
  });

  it.each([
    ['Chinese', photosChinese],
    ['English', photosEnglish],
  ])('is said in %s, whatever is wrong with the file', (_, words) => {
    expect(Object.keys(words.photos.refusal).sort()).toEqual([...PHOTO_REFUSALS].sort());
  });
});
