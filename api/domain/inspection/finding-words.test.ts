import { expect, it } from 'vitest';
import { compareIngredients } from './compare-ingredients.ts';
import { compareNetContent } from './compare-quantity.ts';
import { FINDING_WORDS, type FindingCode, sayFinding } from './finding-words.ts';

const asIs = (text: string) => text;

it('a finding reads as a sentence in both languages', () => {
  expect(sayFinding(compareNetContent('30ml', '15ml', asIs))).toEqual({
    zh: '标注净含量由 30 ml 变为 15 ml',
    en: 'the declared net content was 30 ml and is 15 ml',
  });
  expect(sayFinding(compareIngredients('水、香精、甘油', '水、甘油、酒精', asIs))).toEqual({
    zh: '增加 酒精；减少 香精',
    en: 'added 酒精; removed 香精',
  });
});

it('no finding calls goods genuine, fake or identical', () => {
  const values = new Proxy({}, { get: () => '1' });
  for (const code of Object.keys(FINDING_WORDS) as FindingCode[]) {
    const { zh, en } = sayFinding({ code, values });
    expect(zh.length * en.length).toBeGreaterThan(0);
    expect(`${zh} ${en}`).not.toMatch(/正品|假货|假冒|完全相同|identical|genuine|authentic|fake|undefined/i);
  }
});
