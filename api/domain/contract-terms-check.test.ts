import { describe, expect, it } from 'vitest';
import { checkTermsAgainstText } from './contract-terms-check.ts';
import { composeText } from './contract-text.ts';

const part = (partyKind: string, rateBps: number | null, takesFrom: 'base' | 'rest' = 'base') => ({
  partyKind,
  rateBps,
  takesFrom,
});
const rule = (parts: ReturnType<typeof part>[], more: object = {}) => ({
  clauseNo: '第二条',
  base: 'commission' as const,
  tiers: [{ fromFen: 0, toFen: null, parts }],
  ...more,
});
const sixty = rule([part('anchor', 6000), part('agency', null)]);

function quotesOf(body: string, rules = [sixty]): string[] {
  const clauses = [
    { clauseNo: '第一条', heading: null, body: '乙方得平台结算佣金的10%作为奖励。' },
    { clauseNo: '第二条', heading: '分成', body },
  ];
  const { text, places } = composeText(clauses);
  const placed = clauses.map((clause, at) => ({ ...clause, ...places[at]!, depth: 0 }));
  return checkTermsAgainstText(text, placed, rules).map(({ start, end, quote }) => {
    expect(text.slice(start, end)).toBe(quote);
    return quote;
  });
}

describe('terms beside their clause', () => {
  it('agree when the text says the same of either side, the rest included', () => {
    expect(quotesOf('平台结算佣金由乙方得60%，甲方得40%。')).toEqual([]);
    expect(quotesOf('乙方得平台结算佣金的百分之六十。')).toEqual([]);
    expect(quotesOf('甲方得平台结算佣金的40%，其余归乙方。')).toEqual([]);
  });

  it('disagree when it says another rate, at the sentence that does', () => {
    expect(quotesOf('乙方得平台结算佣金的50%。')).toEqual([expect.stringContaining('50%')]);
  });

  it('are not accused by a clause they do not point at, nor by a clause without a rate', () => {
    expect(quotesOf('双方另行商定分成。')).toEqual([]);
  });

  it('say shares of what is left as the text says them', () => {
    const rest = rule([part('platform', 1000), part('anchor', 5000, 'rest'), part('agency', null)]);
    expect(quotesOf('乙方得平台结算佣金的50%。', [rest])).toEqual([]);
  });
});
