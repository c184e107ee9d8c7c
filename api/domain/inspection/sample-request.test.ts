import { describe, expect, it } from 'vitest';
import {
  dueOn,
  isOverdue,
  type LoanFacts,
  type RequestFacts,
  whyNotExtend,
  whyNotRequestSample,
} from './sample-request.ts';

const request = { anchorId: 1, productId: 7, requestedOn: '2026-05-08' };
const facts: RequestFacts = {
  earlier: [],
  quota: 3,
  isAnchorActive: true,
  isProductOffered: true,
  overdue: 0,
};
const why = (more: Partial<RequestFacts>) => whyNotRequestSample(request, { ...facts, ...more })?.code;
const earlier = (requestedOn: string, stage: RequestFacts['earlier'][number]['stage'] = 'returned') => ({
  ...request,
  requestedOn,
  stage,
});

describe('asking for a sample', () => {
  it('is open to an active anchor for a product on offer', () => {
    expect(why({})).toBeUndefined();
    expect(why({ isAnchorActive: false })).toBe('anchor_not_active');
    expect(why({ isProductOffered: false })).toBe('product_not_offered');
    expect(why({ overdue: 1 })).toBe('samples_overdue');
  });

  it('of the same product waits seven days, unless the first was declined', () => {
    expect(why({ earlier: [earlier('2026-05-02')] })).toBe('asked_already');
    expect(why({ earlier: [earlier('2026-05-08')] })).toBe('asked_already');
    expect(why({ earlier: [earlier('2026-05-01')] })).toBeUndefined();
    expect(why({ earlier: [earlier('2026-05-02', 'declined')] })).toBeUndefined();
    expect(why({ earlier: [{ ...earlier('2026-05-02'), productId: 8 }] })).toBeUndefined();
  });

  it('ends at the quota of samples that are out', () => {
    const out = [1, 2, 3].map((productId) => ({ ...earlier('2026-01-01', 'received'), productId }));
    expect(why({ earlier: out })).toBe('quota_reached');
    expect(why({ earlier: out.with(0, { ...out[0]!, stage: 'returned' }) })).toBeUndefined();
  });
});

describe('a sample on loan', () => {
  const loan: LoanFacts = {
    stage: 'sealed',
    receivedOn: '2026-02-20',
    isLoan: true,
    loanDays: 14,
    extensionDays: [],
  };
  const valuable = { ...loan, isValuable: true };

  it('is due so many days after it was received, not sent', () => {
    expect(dueOn(loan)).toBe('2026-03-06');
    expect(dueOn({ ...loan, receivedOn: null })).toBeUndefined();
    expect(dueOn({ ...loan, isLoan: false })).toBeUndefined();
    expect(isOverdue(loan, '2026-03-06')).toBe(false);
    expect(isOverdue(loan, '2026-03-07')).toBe(true);
    expect(isOverdue({ ...loan, stage: 'returned' }, '2026-12-01')).toBe(false);
  });

  it('stays longer when it is valuable and somebody asks in time', () => {
    expect(whyNotExtend(valuable, 7, '2026-03-06')).toBeUndefined();
    expect(dueOn({ ...loan, extensionDays: [7, 3] })).toBe('2026-03-16');
    expect(whyNotExtend({ ...loan, isValuable: false }, 7, '2026-03-06')?.code).toBe('not_valuable');
    expect(whyNotExtend(valuable, 7, '2026-03-07')?.code).toBe('loan_overdue');
    expect(whyNotExtend(valuable, 15, '2026-03-06')?.code).toBe('bad_day_count');
    expect(whyNotExtend({ ...valuable, stage: 'lost' }, 7, '2026-03-06')?.code).toBe('not_on_loan');
  });
});
