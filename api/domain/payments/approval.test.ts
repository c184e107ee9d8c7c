import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BatchActor,
  type BatchFacts,
  type BatchItemFacts,
  listApprovers,
  statusAfterApproval,
  whyNotApproveBatch,
  whyNotFreshSignIn,
  whyNotSendBatch,
  whyNotSubmitBatch,
} from './approval.ts';
import { type BatchStep, takeBatchStep } from './batch-steps.ts';
import { checkTiers, countApproversAsked, HOUSE_TIERS } from './tiers.ts';

const NOW = '2026-06-05T02:00:00.000Z';
const rules = { tiers: HOUSE_TIERS, now: NOW };
const item = (changes: Partial<BatchItemFacts> = {}): BatchItemFacts => ({
  payoutId: 1,
  anchorName: '岚岚',
  amountFen: 100_00,
  payeeSha256: 'one',
  currentPayeeSha256: 'one',
  payeeUserId: null,
  ...changes,
});
const batch = (changes: Partial<BatchFacts> = {}): BatchFacts => ({
  status: 'submitted',
  revision: 1,
  preparedBy: 'lin',
  changedBy: [],
  approvals: [],
  items: [item()],
  ...changes,
});
const fresh = (userId: string | null): BatchActor => ({ userId, stepUpAt: NOW });

describe('the tiers of the house', () => {
  test.each([
    [[1], 1],
    [[49_999_99], 1],
    [[50_000_00], 2],
    [[40_000_00, 40_000_00, 40_000_00, 40_000_00, 39_999_99], 1],
    [[40_000_00, 40_000_00, 40_000_00, 40_000_00, 40_000_00], 2],
  ])('ask for payouts of %j fen %i people', (amounts, people) => {
    expect(countApproversAsked(HOUSE_TIERS, amounts)).toBe(people);
  });

  test('ask for one person even where none is written down', () => {
    expect(countApproversAsked([], [1])).toBe(1);
    expect(checkTiers(HOUSE_TIERS)).toEqual({});
    const wrong = { fromBatchFen: 0.5, fromPayoutFen: null, approvers: 0 };
    expect(Object.keys(checkTiers([wrong, { ...wrong, fromBatchFen: null }]))).toEqual([
      '0.fromBatchFen',
      '0.approvers',
      '1.fromBatchFen',
      '1.approvers',
    ]);
  });
});

describe('approving a batch', () => {
  const refusal = (facts: Partial<BatchFacts>, actor = fresh('wang')) =>
    whyNotApproveBatch(batch(facts), actor, rules)?.code;

  test('is for a person who neither made, changed, submitted nor receives it', () => {
    expect(refusal({})).toBeUndefined();
    expect(refusal({}, fresh('lin'))).toBe('four_eyes');
    expect(refusal({ changedBy: ['wang'] })).toBe('four_eyes');
    expect(refusal({ items: [item({ payeeUserId: 'wang' })] })).toBe('own_money');
    expect(refusal({}, fresh(null))).toBe('needs_a_person');
  });

  test('counts a person once for each revision of the batch', () => {
    const approvals = [{ userId: 'wang', revision: 1 }];
    expect(refusal({ approvals })).toBe('approved_already');
    expect(refusal({ approvals, revision: 2 })).toBeUndefined();
    expect(listApprovers(batch({ approvals: [...approvals, ...approvals] }))).toEqual(['wang']);
    const big = batch({ approvals: [], items: [item({ amountFen: 60_000_00 })] });
    expect(statusAfterApproval(big, 'wang', HOUSE_TIERS)).toBe('submitted');
    expect(statusAfterApproval({ ...big, approvals }, 'zhao', HOUSE_TIERS)).toBe('approved');
    expect(statusAfterApproval({ ...big, approvals, revision: 2 }, 'zhao', HOUSE_TIERS)).toBe('submitted');
  });

  test.each([
    [null, 'step_up_needed'],
    ['2026-06-05T01:54:59.999Z', 'step_up_needed'],
    ['2026-06-05T01:55:00.000Z', undefined],
    ['2026-06-05T02:00:00.001Z', 'step_up_needed'],
    ['soon', 'step_up_needed'],
  ])('with a sign-in of %s answers %s', (stepUpAt, code) => {
    expect(whyNotFreshSignIn(stepUpAt, NOW)?.code).toBe(code);
    expect(refusal({}, { userId: 'wang', stepUpAt })).toBe(code);
  });
});

test('a payee changed or taken away stops a batch at submit, at approval and at the file, by the anchor’s name', () => {
  for (const [currentPayeeSha256, code] of [
    ['two', 'payee_changed'],
    [null, 'no_payee'],
  ] as const) {
    const items = [item(), item({ payoutId: 2, anchorName: '小鱼', currentPayeeSha256 })];
    const approvals = [{ userId: 'wang', revision: 1 }];
    for (const reason of [
      whyNotSubmitBatch(batch({ status: 'draft', items }), fresh('lin')),
      whyNotApproveBatch(batch({ items }), fresh('wang'), rules),
      whyNotSendBatch(batch({ status: 'approved', items, approvals }), fresh('lin'), rules),
    ]) {
      expect(reason?.code).toBe(code);
      expect(reason?.message).toContain('小鱼');
    }
  }
});

test('nothing is submitted without payouts, with one of them twice, or with an amount that is none', () => {
  const refusal = (items: BatchItemFacts[]) =>
    whyNotSubmitBatch(batch({ status: 'draft', items }), fresh('lin'))?.code;
  expect(refusal([])).toBe('batch_empty');
  expect(refusal([item(), item()])).toBe('payout_twice');
  for (const amountFen of [0, -1, 0.5, Number.NaN, 2 ** 53])
    expect(refusal([item({ amountFen })])).toBe('amount_not_payable');
});

describe('sending a batch', () => {
  const refusal = (facts: Partial<BatchFacts>, actor = fresh('lin'), tiers = HOUSE_TIERS) =>
    whyNotSendBatch(batch({ status: 'approved', ...facts }), actor, { tiers, now: NOW })?.code;

  test('counts the approvals anew, whatever the status says', () => {
    const wang = { userId: 'wang', revision: 1 };
    expect(refusal({ approvals: [wang] })).toBeUndefined();
    expect(refusal({})).toBe('more_approvers_needed');
    expect(refusal({ approvals: [{ userId: 'lin', revision: 1 }] })).toBe('more_approvers_needed');
    expect(refusal({ approvals: [wang], revision: 2 })).toBe('more_approvers_needed');
    const two = [{ fromBatchFen: 0, fromPayoutFen: null, approvers: 2 }];
    expect(refusal({ approvals: [wang] }, fresh('lin'), two)).toBe('more_approvers_needed');
    const raised = batch({ status: 'approved', approvals: [wang] });
    expect(whyNotApproveBatch(raised, fresh('zhao'), { tiers: two, now: NOW })).toBeUndefined();
    expect(whyNotApproveBatch(raised, fresh('zhao'), rules)?.code).toBe('batch_not_submitted');
  });

  test('asks for a fresh sign-in of a person, and an approved batch', () => {
    const approvals = [{ userId: 'wang', revision: 1 }];
    expect(refusal({ approvals }, { userId: 'lin', stepUpAt: null })).toBe('step_up_needed');
    expect(refusal({ approvals }, fresh(null))).toBe('needs_a_person');
    for (const status of ['draft', 'submitted', 'filed', 'closed', 'cancelled'] as const)
      expect(refusal({ approvals, status })).toBe('batch_not_approved');
  });
});

describe('whatever people do, in whatever order', () => {
  // approvals more often than the rest, or hardly a batch would come as far as its file
  const VERBS = [
    'change',
    'submit',
    'submit',
    'withdraw',
    'approve',
    'approve',
    'approve',
    'approve',
    'send',
    'send',
  ] as const;
  const people = ['lin', 'wang', 'zhao', 'qian'];
  const amounts = fc.array(fc.constantFrom(1, 30_000_00, 49_999_99, 50_000_00, 150_000_00), {
    minLength: 1,
    maxLength: 4,
  });
  const action = fc.record({
    verb: fc.constantFrom(...VERBS),
    who: fc.constantFrom(...people),
    amounts,
    isFresh: fc.constantFrom(true, true, true, false),
    payeeChanges: fc.integer({ min: 1, max: 20 }).map((dice) => dice === 20),
  });
  type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

  /** Keeps its own book of who touched and approved what, apart from what the rules keep. */
  function play(actions: readonly Action[]) {
    let now = batch({ status: 'draft', revision: 0, items: [item()] });
    let seen = { touched: new Set(['lin']), approvers: new Set<string>() };
    for (const { verb, who, amounts, isFresh, payeeChanges } of actions) {
      // after the file is written a payee may change: the money of that file has gone where it said
      if (payeeChanges && now.status !== 'filed')
        now = { ...now, items: now.items.map((one) => ({ ...one, currentPayeeSha256: 'x' })) };
      const step: BatchStep =
        verb === 'change'
          ? { verb, items: amounts.map((amountFen, at) => item({ payoutId: at, amountFen })) }
          : { verb };
      const actor = { userId: who, stepUpAt: isFresh ? NOW : null };
      const taken = takeBatchStep(now, step, actor, rules);
      if ('refused' in taken) continue;
      now = taken.batch;
      if (verb === 'change' || verb === 'submit') seen.touched.add(who);
      if (verb === 'change' || verb === 'withdraw') seen = { ...seen, approvers: new Set() };
      if (verb === 'approve') seen.approvers.add(who);
    }
    return { now, seen };
  }

  test('a filed batch has all the approvers its amounts ask for, and none of them touched it', () => {
    let filed = 0;
    let withTwo = 0;
    fc.assert(
      fc.property(fc.array(action, { minLength: 10, maxLength: 40 }), (actions) => {
        const { now, seen } = play(actions);
        if (now.status !== 'filed') return;
        filed++;
        const asked = countApproversAsked(
          HOUSE_TIERS,
          now.items.map(({ amountFen }) => amountFen),
        );
        if (asked === 2) withTwo++;
        expect(seen.approvers.size).toBeGreaterThanOrEqual(asked);
        for (const approver of seen.approvers) expect(seen.touched).not.toContain(approver);
        expect(now.items.every((one) => one.currentPayeeSha256 === one.payeeSha256)).toBe(true);
      }),
      { numRuns: 5_000, seed: 5 },
    );
    // a property that never met its case would hold of anything
    expect(filed).toBeGreaterThan(200);
    expect(withTwo).toBeGreaterThan(20);
  });

  test('nothing changes once it is filed', () => {
    const filed = batch({ status: 'filed', approvals: [{ userId: 'wang', revision: 1 }] });
    for (const verb of ['change', 'submit', 'withdraw', 'approve', 'send', 'cancel'] as const) {
      const step: BatchStep = verb === 'change' ? { verb, items: [] } : { verb };
      expect(takeBatchStep(filed, step, fresh('zhao'), rules)).toHaveProperty('refused');
    }
  });
});
