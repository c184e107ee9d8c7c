import { describe, expect, it } from 'vitest';
import { whyNotActivate } from '../../api/domain/terms.ts';
import { type Draft, draftOf, isHalfTyped, termsOfDraft, type Version } from './version.ts';

const rule = {
  clauseNo: '4.1',
  platform: null,
  brandId: null,
  productId: null,
  streamId: null,
  base: 'commission',
  tierOnRefund: 'frozen',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  tiers: [
    {
      fromFen: 0,
      toFen: null,
      parts: [
        { partyId: 2, takesFrom: 'base', rateBps: 4000 },
        { partyId: 1, takesFrom: 'base', rateBps: null },
      ],
    },
  ],
} as const;

const version = {
  id: 9,
  versionNo: 2,
  status: 'draft',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  summary: null,
  confirmedAt: null,
  confirmedByName: null,
  rowVersion: 5,
  clauses: [{ id: 1, clauseNo: '4.1', heading: null, body: '四成' }],
  rules: [rule],
} as unknown as Version;

describe('a draft in the editor', () => {
  it('lets a rule run as long as its version unless it has days of its own', () => {
    expect(draftOf(version).rules[0]).toMatchObject({ effectiveFrom: null, effectiveTo: null });
    const later = { ...version, rules: [{ ...rule, effectiveFrom: '2026-03-01' }] } as unknown as Version;
    expect(draftOf(later).rules[0]!.effectiveFrom).toBe('2026-03-01');
    expect(draftOf(version).rowVersion).toBe(5);
  });

  it('is judged by the same rules as on the server', () => {
    expect(whyNotActivate(termsOfDraft(draftOf(version)), 2)).toBeUndefined();
    expect(whyNotActivate(termsOfDraft(draftOf(version)), 77)?.code).toBe('anchor_has_no_part');
    expect(whyNotActivate(termsOfDraft({}), 2)?.code).toBe('no_clause');
  });

  it('is not judged while an amount or a rate is half typed', () => {
    const draft = structuredClone(draftOf(version)) as Draft;
    expect(isHalfTyped(termsOfDraft(draft))).toBe(false);
    draft.rules[0]!.tiers[0]!.parts[0]!.rateBps = '40.123' as never;
    expect(isHalfTyped(termsOfDraft(draft))).toBe(true);
  });
});
