import { describe, expect, it } from 'vitest';
import { type OwnVersion, ownShares, versionToShow } from './own-share.ts';

const version = (more: Partial<OwnVersion> = {}): OwnVersion => ({
  id: 1,
  versionNo: 1,
  status: 'active',
  displayStage: 'active',
  documentId: null,
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  clauses: [{ clauseNo: '4.1', heading: '佣金分配', body: '甲方按下列比例…' }],
  rules: [
    {
      clauseNo: '4.1',
      platform: null,
      productName: '山岚面霜',
      base: 'commission',
      tierOnRefund: 'frozen',
      tiers: [
        { fromFen: 0, toFen: 1_000_000, parts: [{ partyKind: 'anchor', takesFrom: 'base', rateBps: 3000 }] },
        {
          fromFen: 1_000_000,
          toFen: null,
          parts: [{ partyKind: 'anchor', takesFrom: 'base', rateBps: 4000 }],
        },
      ],
    },
  ],
  ...more,
});

describe('a contract in plain words', () => {
  it('says per tier what the anchor gets, with the clause it stands in', () => {
    const [share] = ownShares(version());
    expect(share?.tiers.map((tier) => tier.rateBps)).toEqual([3000, 4000]);
    expect([share?.clauseNo, share?.clauseHeading, share?.clauseText]).toEqual([
      '4.1',
      '佣金分配',
      '甲方按下列比例…',
    ]);
    expect(share?.scope).toEqual(['山岚面霜']);
  });

  it('never draws a part of somebody else, even if one came along', () => {
    const leaked = version();
    leaked.rules[0]!.tiers[0]!.parts.push({ partyKind: 'agency', takesFrom: 'rest', rateBps: null });
    expect(ownShares(leaked)[0]?.tiers).toHaveLength(2);
  });

  it('leaves out rules the anchor has no part in', () => {
    const none = version();
    none.rules[0]!.tiers = [{ fromFen: 0, toFen: null, parts: [] }];
    expect(ownShares(none)).toEqual([]);
  });
});

describe('the version that is shown', () => {
  it('is the one in force, never a draft', () => {
    const versions = [
      version({ versionNo: 1, status: 'ended' }),
      version({ versionNo: 2, status: 'active' }),
      version({ versionNo: 3, status: 'draft' }),
    ];
    expect(versionToShow(versions)?.versionNo).toBe(2);
  });

  it('is the last one when all have ended', () => {
    expect(
      versionToShow([version({ versionNo: 1, status: 'ended' }), version({ versionNo: 2, status: 'ended' })])
        ?.versionNo,
    ).toBe(2);
    expect(versionToShow([version({ status: 'draft' })])).toBeUndefined();
  });
});
