import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bps, fen } from './money.ts';
import { splitBase } from './settlement.ts';
import { type Terms, type TermsRule, type TermsTier, whyNotActivate, whyNotSave } from './terms.ts';
import type { TermsPart } from './terms-parts.ts';

const AGENCY = 1;
const ANCHOR = 7;
const part = (partyId: number, rateBps: number | null, takesFrom: 'base' | 'rest' = 'base'): TermsPart => ({
  partyId,
  takesFrom,
  rateBps,
});
const tier = (
  fromFen: number,
  toFen: number | null,
  parts = [part(AGENCY, 4000), part(ANCHOR, null)],
): TermsTier => ({
  fromFen,
  toFen,
  parts,
});
const rule = (more: Partial<TermsRule> = {}): TermsRule => ({
  clauseNo: '4.1',
  platform: null,
  brandId: null,
  productId: null,
  streamId: null,
  base: 'commission',
  tierOnRefund: 'frozen',
  effectiveFrom: null,
  effectiveTo: null,
  tiers: [tier(0, 100_000_00), tier(100_000_00, null)],
  ...more,
});
const terms = (more: Partial<Terms> = {}): Terms => ({
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  clauses: [{ clauseNo: '4.1', heading: '分成', body: '甲方四成,乙方六成。' }],
  rules: [rule()],
  ...more,
});
const withParts = (...parts: TermsPart[]) => terms({ rules: [rule({ tiers: [tier(0, null, parts)] })] });
const codeOf = (version: Terms) => whyNotActivate(version, ANCHOR)?.code;

describe('terms that come into force', () => {
  it('are complete', () => {
    expect(whyNotActivate(terms(), ANCHOR)).toBeUndefined();
  });

  it('have a clause that says something, and a rule', () => {
    expect(codeOf(terms({ clauses: [] }))).toBe('no_clause');
    expect(codeOf(terms({ rules: [] }))).toBe('no_rule');
    expect(codeOf(terms({ clauses: [{ clauseNo: '4.1', heading: null, body: ' ' }] }))).toBe('clause_empty');
  });

  it('say where they are wrong, as people count and as the form names it', () => {
    const wrong = terms({
      rules: [rule(), rule({ platform: 'douyin', tiers: [tier(0, 100), tier(100, 200), tier(300, null)] })],
    });
    expect(whyNotActivate(wrong, ANCHOR)).toEqual({
      code: 'tiers_not_contiguous',
      path: 'rules.1.tiers.2',
      message: 'rule 2, tier 3: the tier does not start where the one before it ends',
    });
  });

  it('have tiers from 0 without a gap and without an end', () => {
    expect(codeOf(terms({ rules: [rule({ tiers: [] })] }))).toBe('no_tier');
    expect(codeOf(terms({ rules: [rule({ tiers: [tier(1, null)] })] }))).toBe('tiers_start_late');
    expect(codeOf(terms({ rules: [rule({ tiers: [tier(0, 5)] })] }))).toBe('tiers_end_early');
    expect(codeOf(terms({ rules: [rule({ tiers: [tier(0, null), tier(5, null)] })] }))).toBe(
      'tiers_not_contiguous',
    );
  });

  it('give the rest to exactly one party and something to their own anchor', () => {
    expect(codeOf(withParts(part(AGENCY, 4000), part(ANCHOR, 6000)))).toBe('no_residual');
    expect(codeOf(withParts(part(AGENCY, null), part(9, 1000)))).toBe('anchor_has_no_part');
    expect(codeOf(withParts())).toBe('no_residual');
  });

  it('share with 16 parties at most', () => {
    const many = (count: number) => Array.from({ length: count - 1 }, (_, at) => part(100 + at, 10));
    expect(codeOf(withParts(...many(16), part(ANCHOR, null)))).toBeUndefined();
    expect(codeOf(withParts(...many(17), part(ANCHOR, null)))).toBe('too_many_parties');
  });

  it('never give away more than there is', () => {
    expect(codeOf(withParts(part(AGENCY, 6000), part(2, 4000), part(ANCHOR, null)))).toBeUndefined();
    expect(codeOf(withParts(part(AGENCY, 6000), part(2, 4001), part(ANCHOR, null)))).toBe(
      'rates_exceed_base',
    );
    const late = withParts(part(AGENCY, 9000, 'rest'), part(2, 2000), part(ANCHOR, null));
    expect(whyNotActivate(late, ANCHOR)).toMatchObject({
      code: 'rates_exceed_base',
      path: 'rules.0.tiers.0.parts.1',
    });
  });

  it('may pass the rest down a chain, as the published five-party split does', () => {
    const chain = [
      part(1, 4000),
      part(2, 3333, 'rest'),
      part(ANCHOR, 5000, 'rest'),
      part(4, 5000, 'rest'),
      part(5, null),
    ];
    expect(codeOf(withParts(...chain))).toBeUndefined();
  });

  it('keep their rules within the days of the version, and apart from one another', () => {
    const bounded = { effectiveFrom: '2026-01-01', effectiveTo: '2026-07-01' };
    expect(codeOf(terms({ ...bounded, rules: [rule({ effectiveFrom: '2025-12-31' })] }))).toBe(
      'outside_version',
    );
    expect(codeOf(terms({ ...bounded, rules: [rule({ effectiveTo: '2026-07-02' })] }))).toBe(
      'outside_version',
    );
    expect(
      codeOf(
        terms({
          ...bounded,
          rules: [rule({ effectiveTo: '2026-04-01' }), rule({ effectiveFrom: '2026-03-31' })],
        }),
      ),
    ).toBe('rule_overlaps');
    expect(
      codeOf(
        terms({
          ...bounded,
          rules: [rule({ effectiveTo: '2026-04-01' }), rule({ effectiveFrom: '2026-04-01' })],
        }),
      ),
    ).toBeUndefined();
    expect(codeOf(terms({ rules: [rule(), rule({ platform: 'douyin' })] }))).toBeUndefined();
  });

  it('leave no party a negative part, whatever the base', () => {
    const anyPart = fc.record({
      takesFrom: fc.constantFrom('base' as const, 'rest' as const),
      rateBps: fc.integer({ min: 0, max: 10_000 }),
    });
    const anyParts = fc.tuple(fc.array(anyPart, { maxLength: 5 }), fc.nat(5)).map(([rated, at]) => {
      const parts = rated.map((one, index) => ({
        ...one,
        partyId: 100 + index,
        rateBps: one.rateBps as number | null,
      }));
      parts.splice(Math.min(at, parts.length), 0, part(ANCHOR, null));
      return parts;
    });
    let accepted = 0;
    fc.assert(
      fc.property(anyParts, fc.integer({ min: 0, max: 10 ** 12 }), (parts, base) => {
        if (codeOf(withParts(...parts)) !== undefined) return;
        accepted += 1;
        const amounts = splitBase(
          fen(base),
          parts.map((one) => ({ ...one, rateBps: one.rateBps === null ? null : bps(one.rateBps) })),
        );
        expect(amounts.every((amount) => amount >= 0)).toBe(true);
        expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(base);
      }),
      { numRuns: 500 },
    );
    expect(accepted).toBeGreaterThan(50);
  });
});

describe('a draft', () => {
  it('may be incomplete', () => {
    expect(whyNotSave(terms({ clauses: [], rules: [] }))).toBeUndefined();
    expect(whyNotSave(terms({ rules: [rule({ tiers: [tier(5, 10, [])] })] }))).toBeUndefined();
  });

  it('has no meaning when it names a clause it lacks or twice, or ends before it starts', () => {
    expect(whyNotSave(terms({ rules: [rule({ clauseNo: '9' })] }))).toMatchObject({
      path: 'rules.0.clauseNo',
      code: 'no_such_clause',
    });
    const clause = { clauseNo: '4.1', heading: null, body: '一' };
    expect(whyNotSave(terms({ clauses: [clause, clause] }))).toMatchObject({
      path: 'clauses.1.clauseNo',
      code: 'clause_twice',
    });
    expect(whyNotSave(terms({ effectiveTo: '2026-01-01' }))?.path).toBe('effectiveTo');
    expect(whyNotSave(terms({ rules: [rule({ effectiveTo: '2025-06-01' })] }))?.path).toBe(
      'rules.0.effectiveTo',
    );
  });

  it('has no meaning when one party or the rest is named twice in a tier', () => {
    const twice = terms({ rules: [rule({ tiers: [tier(0, null, [part(ANCHOR, 1), part(ANCHOR, null)])] })] });
    expect(whyNotSave(twice)).toMatchObject({ path: 'rules.0.tiers.0.parts.1', code: 'party_twice' });
    const rests = terms({
      rules: [rule({ tiers: [tier(0, null, [part(ANCHOR, null), part(AGENCY, null)])] })],
    });
    expect(whyNotSave(rests)).toMatchObject({ path: 'rules.0.tiers.0', code: 'two_residuals' });
    expect(whyNotSave(terms({ rules: [rule({ tiers: [tier(5, 5)] })] }))?.code).toBe('tier_empty');
  });
});
