import { describe, expect, it } from 'vitest';
import {
  bearsIt,
  type CaseDecisionTaken,
  type CaseRecord,
  factsOf,
  type Hold,
  heldPartiesOf,
  nextVerbOf,
  whyNotMove,
} from './case.ts';
import { piecesOf } from './evidence-picks.ts';

const at = (over: Partial<CaseRecord>): CaseRecord =>
  ({
    ...{ stage: 'open', heldFen: 0, isHolding: false, answerBy: null, upheldDifferences: 1 },
    ...{ decision: null, remedies: [], holds: [], evidence: [] },
    ...over,
  }) as CaseRecord;
const party = (partyId: number, heldFen: number, partyKind = 'anchor') => ({
  ...{ partyId, heldFen, partyKind, partyName: `${partyId}`, anchorId: partyId },
  ...{ releasedFen: 0, clawedBackFen: 0, months: [] },
});
const hold = (...parties: ReturnType<typeof party>[]): Hold => ({ parties }) as unknown as Hold;
const decision: CaseDecisionTaken = {
  ...{ outcome: 'substitution', bearer: 'brand', bearerAnchorId: null, bearerAnchorName: null },
  ...{ reason: '', anchorFaultEvidenceIds: [], decidedById: 'gu', decidedByName: '顾', decidedAt: '' },
};
const remedy = { state: 'open' } as CaseRecord['remedies'][number];

describe('the next step of a case', () => {
  it('follows its stages', () => {
    expect(nextVerbOf(at({ stage: 'open' }))).toBe('addEvidence');
    expect(nextVerbOf(at({ stage: 'evidence' }))).toBe('notifyBrand');
    expect(nextVerbOf(at({ stage: 'answered' }))).toBe('decide');
    expect(nextVerbOf(at({ stage: 'closed' }))).toBeNull();
  });

  it('is the silence once the deadline has passed, the answer before', () => {
    expect(nextVerbOf(at({ stage: 'brand_notified', answerBy: '2000-01-01' }))).toBe('recordSilence');
    expect(nextVerbOf(at({ stage: 'brand_notified', answerBy: '2099-01-01' }))).toBe('recordAnswer');
  });

  it('is the held money first, then the hold, then the remedies, then the end', () => {
    const decided = { stage: 'decided', decision } as const;
    expect(nextVerbOf(at({ ...decided, heldFen: 1, isHolding: true }))).toBe('release');
    expect(nextVerbOf(at({ ...decided, isHolding: true }))).toBe('endHold');
    expect(nextVerbOf(at(decided))).toBe('planRemedy');
    expect(nextVerbOf(at({ ...decided, remedies: [remedy] }))).toBe('startRemedies');
    expect(nextVerbOf(at({ ...decided, stage: 'remedies', remedies: [remedy] }))).toBe('finishRemedy');
    expect(nextVerbOf(at({ ...decided, stage: 'remedies' }))).toBe('close');
  });
});

describe('held money of a case', () => {
  it('counts a party of two holds once, and leaves out who has nothing held', () => {
    const parties = heldPartiesOf([hold(party(1, 100), party(2, 0)), hold(party(1, 23))]);
    expect(parties.map(({ partyId, heldFen }) => [partyId, heldFen])).toEqual([[1, 123]]);
  });

  it('is taken from the bearer alone, and not by who decided', () => {
    const one = { decision };
    expect(whyNotMove(one, 'release', party(1, 1), 'gu')).toBeUndefined();
    expect(whyNotMove(one, 'clawback', party(1, 1), 'he')?.code).toBe('not_the_bearer');
    expect(whyNotMove(one, 'clawback', party(2, 1, 'brand'), 'gu')?.code).toBe('clawback_by_another');
    expect(whyNotMove(one, 'clawback', party(2, 1, 'brand'), 'he')).toBeUndefined();
  });

  it('is given back by default to all but the bearer', () => {
    expect(bearsIt({ decision }, party(1, 1))).toBe(false);
    expect(bearsIt({ decision }, party(2, 1, 'brand'))).toBe(true);
    expect(bearsIt({ decision: null }, party(2, 1, 'brand'))).toBe(false);
  });

  it('is told to the rules with the remedies that are still open', () => {
    const remedies = [remedy, { ...remedy, state: 'dropped' as const }];
    expect(factsOf(at({ remedies, heldFen: 5 }))).toMatchObject({
      ...{ remediesPlanned: 1, remediesOpen: 1, heldFen: 5 },
    });
  });
});

describe('evidence that was picked', () => {
  const said = { title: '', note: '', difference: '少一半' };
  const two = [
    { id: 4, label: '封样 · 正面' },
    { id: 9, label: '第 1 件 · 正面' },
  ];

  it('is a piece for each photo under its own name, and upholds a difference once', () => {
    expect(piecesOf('photo', two, said).map(({ body }) => body)).toEqual([
      { kind: 'photo', title: '封样 · 正面', note: '', photoId: 4, difference: '少一半' },
      { kind: 'photo', title: '第 1 件 · 正面', note: '', photoId: 9 },
    ]);
    expect(piecesOf('comparison', two.slice(1), { ...said, title: '标签' })[0]!.body).toMatchObject({
      ...{ title: '标签', photoComparisonId: 9 },
    });
    expect(piecesOf('photo', two, { ...said, title: '标签' })[1]!.body.title).toBe('标签：第 1 件 · 正面');
  });

  it('is one piece of all order lines together', () => {
    const [piece, ...others] = piecesOf('order_lines', two, { ...said, title: '投诉的订单' });
    expect(others).toEqual([]);
    expect(piece).toMatchObject({ ids: [4, 9], body: { title: '投诉的订单', lineIds: [4, 9] } });
  });
});
