import { describe, expect, it } from 'vitest';
import type { StatementProduct, StatementStream } from '../../api/domain/statement.ts';
import type { SettlementLine } from '../fields/explanation.ts';
import { groupLines } from './group-lines.ts';

const product = (name: string, amountFen: number, more: { orderLines?: number; rateBps?: number } = {}) =>
  ({ name, amountFen, orderLines: 1, rateBps: 2000, ...more }) as unknown as StatementProduct;
const stream = (title: string | null, ...products: StatementProduct[]) =>
  ({ title, products }) as StatementStream;
const line = (lineId: number, productName: string, amountFen: number, more: Partial<SettlementLine> = {}) =>
  ({
    lineId,
    seq: 0,
    kind: 'settle',
    productName,
    streamTitle: '周一场',
    amountFen,
    rateBps: 2000,
    ...more,
  }) as SettlementLine;

describe('the lines under a product of a statement', () => {
  it('are those of its name and rate', () => {
    const cream = product('面霜', 300, { orderLines: 2 });
    const soap = product('香皂', 50);
    const one = stream('周一场', cream, soap);
    const linesOf = groupLines([line(1, '面霜', 100), line(2, '面霜', 200), line(3, '香皂', 50)], [one]);
    expect(linesOf(one, cream)?.map((each) => each.lineId)).toEqual([1, 2]);
    expect(linesOf(one, soap)?.map((each) => each.lineId)).toEqual([3]);
  });

  it('are told apart by rate when the month passed a tier', () => {
    const low = product('面霜', 100);
    const high = product('面霜', 300, { rateBps: 3000 });
    const one = stream('周一场', low, high);
    const linesOf = groupLines([line(1, '面霜', 100), line(2, '面霜', 300, { rateBps: 3000 })], [one]);
    expect(linesOf(one, high)?.map((each) => each.lineId)).toEqual([2]);
  });

  it('are found by name and rate alone where their stream was renamed since', () => {
    const cream = product('面霜', 100);
    const one = stream('周一场', cream);
    const renamed = line(1, '面霜', 100, { streamTitle: '周一晚场' });
    expect(groupLines([renamed], [one])(one, cream)).toEqual([renamed]);
  });

  it('are not guessed when two streams of one title sold the same product', () => {
    const [first, second] = [product('面霜', 100), product('面霜', 100)];
    const streams = [stream('周一场', first), stream('周一场', second)];
    const linesOf = groupLines([line(1, '面霜', 100), line(2, '面霜', 100)], streams);
    expect(linesOf(streams[0]!, first)).toBeUndefined();
  });

  it('are told apart by their stream', () => {
    const [first, second] = [product('面霜', 100), product('面霜', 100)];
    const streams = [stream('周一场', first), stream('周二场', second)];
    const lines = [
      line(1, '面霜', 100, { streamTitle: '周一场' }),
      line(2, '面霜', 100, { streamTitle: '周二场' }),
    ];
    expect(groupLines(lines, streams)(streams[1]!, second)?.map((each) => each.lineId)).toEqual([2]);
  });

  it('leave reversals out: they have a table of their own', () => {
    const cream = product('面霜', 100);
    const one = stream('周一场', cream);
    const linesOf = groupLines(
      [line(1, '面霜', 100), line(1, '面霜', -40, { seq: 1, kind: 'refund' })],
      [one],
    );
    expect(linesOf(one, cream)?.map((each) => each.seq)).toEqual([0]);
  });

  it('are withheld when they do not add up to the row they would explain', () => {
    const cream = product('面霜', 999);
    const one = stream('周一场', cream);
    expect(groupLines([line(1, '面霜', 100)], [one])(one, cream)).toBeUndefined();
  });
});
