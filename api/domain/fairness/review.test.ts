import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { basesOf, catalogueEntry } from './catalogue.ts';
import { CLAUSE_TYPES } from './clause-type.ts';
import { reviewContract } from './review.ts';
import { RULES } from './rules/index.ts';

const EXAMPLES = readFileSync(new URL('./wordings/examples.txt', import.meta.url), 'utf8');

describe('the examples of the catalogue', () => {
  let type = '';
  for (const line of EXAMPLES.split('\n')) {
    if (line.startsWith('## ')) type = line.slice(3);
    const of = type;
    const text = line.slice(2);
    if (line.startsWith('+ '))
      it(`${of} is found in ${text}`, () => expect(reviewContract(text).summary.types).toContain(of));
    if (line.startsWith('- '))
      it(`${of} is not found in ${text}`, () => expect(reviewContract(text).summary.types).not.toContain(of));
  }
});

describe('a finding', () => {
  const text =
    '第一条 合作\n双方友好合作。\n第二条 证件\n　　合作期内乙方的身份证、银行卡交由甲方统一保管。其他事项另议。';

  it('stands at the exact words of the original, inside its clause', () => {
    const [, second] = reviewContract(text).clauses;
    const finding = second!.findings.find(({ type }) => type === 'ID_RETENTION')!;
    expect(finding.quote).toBe('合作期内乙方的身份证、银行卡交由甲方统一保管。');
    expect(text.slice(finding.start, finding.end)).toBe(finding.quote);
    expect(finding.start).toBeGreaterThanOrEqual(second!.start);
    expect(finding.end).toBeLessThanOrEqual(second!.end);
    expect(second!.heading).toBe('第二条 证件');
  });

  it('never shows law whose text was not read', () => {
    for (const type of CLAUSE_TYPES) {
      const shown = basesOf(type, undefined);
      expect(shown.length, type).toBeGreaterThan(0);
      expect(shown.every(({ status }) => status === 'verified')).toBe(true);
      expect(catalogueEntry(type).bases.length).toBeGreaterThanOrEqual(shown.length);
    }
  });

  it('leaves labour law out where the relation is service', () => {
    expect(basesOf('ID_RETENTION', 'service').map(({ law }) => law)).toEqual(['居民身份证法']);
    expect(basesOf('ID_RETENTION', 'labour').map(({ law }) => law)).toContain('劳动合同法');
  });

  it('flags and does not judge: nothing that goes out in our own words says 违法 or 无效', () => {
    const words = RULES.flatMap(({ type, reason, suggestion, question }) => {
      const { nameZh, nameEn, fairTerm } = catalogueEntry(type);
      const points = catalogueEntry(type).bases.map(({ point }) => point);
      const own = [reason, suggestion, question, { zh: nameZh, en: nameEn }].flatMap(({ zh, en }) => [
        zh,
        en,
      ]);
      return [...own, fairTerm, ...points].map((text) => ({ type, text }));
    });
    expect(words.length).toBeGreaterThan(CLAUSE_TYPES.length * 10);
    expect(words.filter(({ text }) => /违法|无效|illegal|unlawful|invalid/i.test(text))).toEqual([]);
    expect(words.filter(({ text }) => text.length === 0)).toEqual([]);
  });

  it('has one rule for every type', () => {
    expect(RULES.map((rule) => rule.type)).toEqual([...CLAUSE_TYPES]);
  });

  it('is not made under a law it has no rules for', () => {
    expect(reviewContract(text, { jurisdiction: 'DE' }).summary.findings).toBe(0);
  });
});

describe('who is who', () => {
  const clause = (company: string, anchor: string) =>
    `${anchor}提前解约的，无论何种原因，应一次性向${company}赔偿人民币五百万元。`;

  it('takes 甲方 for the company when nothing else is said', () => {
    expect(reviewContract(clause('甲方', '乙方')).summary.types).toContain('LD_EXCESSIVE');
  });

  it('lets the definitions turn the sides round', () => {
    const head = '甲方（主播）：小鹿\n乙方（经纪公司）：某某文化传媒有限公司\n';
    expect(reviewContract(head + clause('乙方', '甲方')).summary.types).toContain('LD_EXCESSIVE');
    expect(reviewContract(head + clause('甲方', '乙方')).summary.types).not.toContain('LD_EXCESSIVE');
  });
});

const SAMPLES = new URL('../../../../shared/data/contracts/cn_contracts/txt/', import.meta.url);
if (!existsSync(SAMPLES))
  console.log('sample contracts are not read: ../shared/data/contracts/cn_contracts is absent');
it.runIf(existsSync(SAMPLES))(
  'every sample contract parses and every clause stands where it says',
  () => {
    for (const kind of readdirSync(SAMPLES))
      for (const name of readdirSync(new URL(`${kind}/`, SAMPLES)).slice(0, 2)) {
        const text = readFileSync(new URL(`${kind}/${name}`, SAMPLES), 'utf8');
        const { clauses } = reviewContract(text, { useClassifier: false });
        let end = 0;
        for (const clause of clauses) {
          expect(clause.start).toBeGreaterThanOrEqual(end);
          expect(clause.end).toBeGreaterThan(clause.start);
          end = clause.end;
          for (const { start, end: last, quote } of clause.findings)
            expect(text.slice(start, last)).toBe(quote);
        }
      }
  },
  30_000,
);
