import { expect, it } from 'vitest';
import { sortClauses } from './sort-clauses.ts';

it('puts clauses that speak of silence before the others, which keep their order', () => {
  const bodies = [
    '分成比例为 45%。',
    '乙方收到结算单后七日内未提出异议的，视为确认。',
    '机构每月十日前出具结算单。',
    '逾期不答复的，以甲方数据为准。',
  ];
  expect(sortClauses(bodies.map((body) => ({ body }))).map(({ body }) => bodies.indexOf(body))).toEqual([
    1, 3, 0, 2,
  ]);
});
