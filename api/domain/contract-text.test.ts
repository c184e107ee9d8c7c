import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVersion } from './contract-review.ts';
import { composeText, numberClauses } from './contract-text.ts';
import { segment } from './fairness/text/segment.ts';

describe('the text of typed clauses', () => {
  it('has each clause where it says it has', () => {
    const clause = fc.record({
      clauseNo: fc.string({ minLength: 1, maxLength: 10 }),
      heading: fc.option(fc.string({ minLength: 1, maxLength: 10 })),
      body: fc.string({ maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.array(clause, { maxLength: 12 }), (clauses) => {
        const { text, places } = composeText(clauses);
        for (const [at, { clauseNo, body }] of clauses.entries()) {
          const { startAt, endAt } = places[at]!;
          const own = text.slice(startAt, endAt);
          expect(own.startsWith(clauseNo)).toBe(true);
          expect(own.endsWith(body)).toBe(true);
        }
      }),
    );
  });
});

describe('the numbers of a printed text', () => {
  it('name one clause each, by the clause they hang under', () => {
    const text = '第一条 甲\n（一）子\n（二）丑\n第二条 乙\n（一）寅\n附件一\n附件一';
    const names = numberClauses(text, segment(text)).map(({ clauseNo }) => clauseNo);
    expect(names.slice(0, 5)).toEqual(['第一条', '第一条（一）', '第一条（二）', '第二条', '第二条（一）']);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are those people gave, where there is no document', () => {
    const clauses = [{ clauseNo: '§9', heading: '证件', body: '甲方有权保管乙方的身份证原件直至合同期满。' }];
    const { text, places } = composeText(clauses);
    const typed = clauses.map((clause, at) => ({ ...clause, ...places[at]!, depth: 0 }));
    const { findings } = readVersion(text, { source: 'typed', typed });
    expect(findings).toMatchObject([{ type: 'ID_RETENTION', clauseNo: '§9', toConfirm: false }]);
  });

  it('leave what was recognised from a picture to be confirmed', () => {
    const text = '第一条 证件\n甲方有权保管乙方的身份证原件直至合同期满。';
    expect(readVersion(text, { source: 'ocr' }).findings).toMatchObject([{ toConfirm: true }]);
  });
});
