import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../error.ts';
import { planLot } from './plan.ts';
import {
  afterEvent,
  replaySwitching,
  type Switching,
  type SwitchingEvent,
  startSwitching,
  whyNotInspectLot,
  whyNotReduce,
  whyNotResume,
} from './switching.ts';
import { AQLS, type Aql, PLAN_CELLS, type Stage } from './tables.ts';

const AC0 = '0.065';
/** A lot of 5,000 at level II: letter L, n = 200. */
const lot = (
  stage: Stage,
  nonconforming: number,
  more: { aql?: Aql; isRefusedAtOnce?: boolean; isResubmitted?: boolean } = {},
): SwitchingEvent => ({
  kind: 'lot',
  plan: planLot({ lotSize: 5000, level: 'II', aql: more.aql ?? AC0, stage }),
  nonconforming,
  isRefusedAtOnce: more.isRefusedAtOnce ?? false,
  isResubmitted: more.isResubmitted ?? false,
});
const good = (stage: Stage = 'normal') => lot(stage, 0);
const bad = (stage: Stage = 'normal') => lot(stage, 50);
const times = (count: number, event: SwitchingEvent) => Array<SwitchingEvent>(count).fill(event);
const tighten = [bad(), bad()];

/** What the state does with the next lot of its own stage. */
const take = (state: Switching, isGood: boolean): Switching =>
  state.stage === 'discontinued' ? state : afterEvent(state, (isGood ? good : bad)(state.stage));

describe('normal inspection', () => {
  it('tightens at the second refusal of five lots or fewer', () => {
    expect(replaySwitching(tighten).stage).toBe('tightened');
    expect(replaySwitching([bad(), good(), good(), good(), bad()]).stage).toBe('tightened');
  });

  it('goes on where the two refusals are more than five lots apart', () => {
    const state = replaySwitching([bad(), good(), good(), good(), good(), bad()]);
    expect(state).toMatchObject({ stage: 'normal', latestAccepted: [true, true, true, true, false] });
  });

  it('does not count a lot that comes again', () => {
    expect(replaySwitching([bad(), lot('normal', 50, { isResubmitted: true })]).stage).toBe('normal');
  });

  it('counts a lot with a critical difference as refused, however few units differ', () => {
    const critical = lot('normal', 1, { aql: '1.0', isRefusedAtOnce: true });
    expect(replaySwitching([critical, critical]).stage).toBe('tightened');
  });

  it('takes no lot inspected by the plan of another stage', () => {
    expect(() => afterEvent(startSwitching(), good('reduced'))).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'another_stage' }),
    );
  });
});

describe('the switching score', () => {
  it('grows by 2 for an accepted lot with an Ac of 0 or 1 and falls to nought with a refusal', () => {
    expect(replaySwitching(times(4, good())).score).toBe(8);
    expect(replaySwitching([...times(4, good()), bad()]).score).toBe(0);
    expect(replaySwitching([lot('normal', 1, { aql: '0.25' })]).score).toBe(2);
  });

  it('grows by 3 where the lot would pass one AQL tighter, and falls to nought where it would not', () => {
    // L at 1.0 takes 5, at 0.65 it takes 3.
    expect(replaySwitching([lot('normal', 3, { aql: '1.0' })]).score).toBe(3);
    const before = times(3, lot('normal', 0, { aql: '1.0' }));
    expect(replaySwitching(before).score).toBe(9);
    expect(replaySwitching([...before, lot('normal', 4, { aql: '1.0' })])).toMatchObject({
      score: 0,
      stage: 'normal',
      latestAccepted: [true, true, true, true],
    });
  });

  it('judges a plan that an arrow led to by the sample that was looked at', () => {
    // L at 10 leads up to K, which takes 21 of 125 there and 14 at 6.5.
    expect(replaySwitching([lot('normal', 14, { aql: '10' })]).score).toBe(3);
    expect(replaySwitching([lot('normal', 15, { aql: '10' })]).score).toBe(0);
  });

  it('always has a tighter AQL to look at: no plan of the tightest takes two', () => {
    expect(PLAN_CELLS.normal.map((row) => row[0]).filter((cell) => Number(cell) >= 2)).toEqual([]);
    expect(AQLS[0]).toBe('0.010');
  });
});

describe('reduced inspection', () => {
  const eligible = times(15, good());

  it('takes a score of 30, a steady production and somebody who approves', () => {
    expect(replaySwitching(eligible)).toMatchObject({ stage: 'normal', score: 30 });
    expect(replaySwitching([...eligible, { kind: 'reduce', isProductionSteady: true }])).toMatchObject({
      stage: 'reduced',
      score: 0,
    });
  });

  it('is refused with the reason', () => {
    expect(whyNotReduce(replaySwitching(times(14, good())), true)?.code).toBe('score_too_low');
    expect(whyNotReduce(replaySwitching(eligible), false)?.code).toBe('production_not_steady');
    expect(whyNotReduce({ stage: 'tightened', score: 30 }, true)?.code).toBe('not_on_normal');
    expect(() => afterEvent(startSwitching(), { kind: 'reduce', isProductionSteady: true })).toThrow(
      DomainError,
    );
  });

  it('ends with one refusal, or when production is irregular', () => {
    const reduced = replaySwitching([...eligible, { kind: 'reduce', isProductionSteady: true }]);
    expect(afterEvent(reduced, good('reduced')).stage).toBe('reduced');
    expect(afterEvent(reduced, bad('reduced'))).toEqual(startSwitching());
    expect(afterEvent(reduced, { kind: 'back_to_normal' })).toEqual(startSwitching());
  });

  it('is what irregular production ends, nothing else', () => {
    const tightened = replaySwitching(tighten);
    expect(afterEvent(tightened, { kind: 'back_to_normal' })).toBe(tightened);
  });
});

describe('tightened inspection', () => {
  it('ends after five accepted lots in a row', () => {
    expect(replaySwitching([...tighten, ...times(4, good('tightened'))]).stage).toBe('tightened');
    expect(replaySwitching([...tighten, ...times(5, good('tightened'))])).toEqual(startSwitching());
    const broken = [...times(4, good('tightened')), bad('tightened'), good('tightened')];
    expect(replaySwitching([...tighten, ...broken]).stage).toBe('tightened');
  });

  it('stops altogether at the fifth refusal, in a row or not', () => {
    const mixed = times(4, bad('tightened')).flatMap((event) => [event, good('tightened')]);
    const before = replaySwitching([...tighten, ...mixed]);
    expect(before).toMatchObject({ stage: 'tightened', rejectedOnTightened: 4 });
    const stopped = afterEvent(before, bad('tightened'));
    expect(stopped.stage).toBe('discontinued');
    expect(whyNotInspectLot(stopped)?.code).toBe('inspection_discontinued');
    expect(() => afterEvent(stopped, good('tightened'))).toThrow(/mended the cause/);
  });

  it('is where inspection goes on when the supplier mended the cause', () => {
    const stopped = replaySwitching([...tighten, ...times(5, bad('tightened'))]);
    expect(afterEvent(stopped, { kind: 'resume' })).toMatchObject({
      stage: 'tightened',
      rejectedOnTightened: 0,
    });
    expect(whyNotResume(startSwitching())?.code).toBe('not_discontinued');
  });

  it('starts its count anew after it was left', () => {
    const again = [...tighten, ...times(4, bad('tightened')), ...times(5, good('tightened')), ...tighten];
    expect(replaySwitching(again)).toMatchObject({ stage: 'tightened', rejectedOnTightened: 0 });
  });
});

describe('any history of lots', () => {
  const history = fc.array(fc.boolean(), { maxLength: 80 });

  it('never leads from normal to a stop without tightened, nor back from tightened in less than five', () => {
    fc.assert(
      fc.property(history, (lots) => {
        let state = startSwitching();
        for (const isGood of lots) {
          const next = take(state, isGood);
          if (state.stage === 'normal') expect(next.stage).not.toBe('discontinued');
          if (state.stage === 'tightened' && next.stage === 'normal')
            expect(state.latestAccepted.slice(-4)).toEqual([true, true, true, true]);
          expect(next.stage).not.toBe('reduced');
          expect(next.latestAccepted.length).toBeLessThanOrEqual(5);
          state = next;
        }
      }),
    );
  });

  it('with nothing refused stays normal and scores 2 a lot', () => {
    fc.assert(
      fc.property(fc.nat(60), (count) => {
        expect(replaySwitching(times(count, good()))).toMatchObject({ stage: 'normal', score: 2 * count });
      }),
    );
  });
});
