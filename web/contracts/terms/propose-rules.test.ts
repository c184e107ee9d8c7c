import { describe, expect, it } from 'vitest';
import type { ProposedTerm } from '../../../api/domain/read-terms-shape.ts';
import { clauseNoOf, rulesOf } from './propose-rules.ts';

const share = (more: object, start = 50): ProposedTerm =>
  ({
    field: 'share',
    value: {
      field: 'share',
      party: 'anchor',
      rateBps: 3000,
      of: 'commission',
      isNet: false,
      tier: null,
      ...more,
    },
    clauseNo: '第五条',
    clauseIndex: 5,
    quote: '',
    start,
    end: start + 10,
    confidence: 'high',
  }) as ProposedTerm;
const clauses = [
  { clauseNo: '四', heading: null, body: '', startAt: 0, endAt: 40 },
  { clauseNo: '五（二）', heading: null, body: '', startAt: 41, endAt: 90 },
];
const parties = { anchorId: 3, agencyId: 1 };

describe('rules read out of a text', () => {
  it('give the anchor the rate and the agency the rest, under the clause the sentence stands in', () => {
    const rules = rulesOf([share({ party: 'company', rateBps: 7000 }), share({})], clauses, parties);
    expect(rules).toMatchObject([
      {
        clauseNo: '五（二）',
        base: 'commission',
        tiers: [
          {
            fromFen: 0,
            toFen: null,
            parts: [
              { partyId: 3, rateBps: 3000 },
              { partyId: 1, rateBps: null },
            ],
          },
        ],
      },
    ]);
    expect(clauseNoOf({ start: 5, clauseNo: '第五条' }, [])).toBe('第五条');
  });

  it('keep the tiers of the month’s sales in order', () => {
    const tiered = [
      share({ rateBps: 4000, tier: { fromFen: 100, toFen: null } }),
      share({ rateBps: 3000, tier: { fromFen: 0, toFen: 100 } }),
    ];
    const [rule] = rulesOf(tiered, clauses, parties);
    expect(rule!.tiers.map(({ fromFen, toFen, parts }) => [fromFen, toFen, parts[0]!.rateBps])).toEqual([
      [0, 100, 3000],
      [100, null, 4000],
    ]);
  });

  it('take the agency’s rate where only that is said', () => {
    const [rule] = rulesOf([share({ party: 'company', rateBps: 7000, of: 'sales' })], clauses, parties);
    expect(rule).toMatchObject({
      base: 'sales',
      tiers: [
        {
          parts: [
            { partyId: 1, rateBps: 7000 },
            { partyId: 3, rateBps: null },
          ],
        },
      ],
    });
  });

  it('are not made of fees that come with no order, nor without both parties', () => {
    expect(rulesOf([share({ of: 'other' })], clauses, parties)).toEqual([]);
    expect(rulesOf([share({})], clauses, { ...parties, agencyId: undefined })).toEqual([]);
  });
});
