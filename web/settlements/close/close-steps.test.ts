import { describe, expect, it } from 'vitest';
import { type CloseFacts, closeSteps } from './close-steps.ts';

const month = { month: '2026-06', settledLines: 0, openLines: 12, runs: 0, statements: 0, closed: false };
const facts: CloseFacts = { month, tax: { withholdsTax: false, refused: 0 }, confirmations: [], batches: [] };

describe('the close of a month', () => {
  it('starts with the settlement, and asks nothing of tax where the agency does not withhold', () => {
    expect(closeSteps(facts)).toMatchObject({
      settle: 'now',
      pay: 'later',
      tax: 'off',
      issue: 'later',
      send: 'later',
    });
  });

  it('does not issue while somebody’s tax cannot be reckoned', () => {
    const settled = { ...month, runs: 1, openLines: 0 };
    const tax = { withholdsTax: true, refused: 1 };
    expect(closeSteps({ ...facts, month: settled, tax }).issue).toBe('later');
    expect(closeSteps({ ...facts, month: settled, tax: { ...tax, refused: 0 } }).issue).toBe('now');
  });

  it('pays who confirmed while others still think', () => {
    const closed = { ...month, runs: 1, openLines: 0, statements: 2, closed: true };
    const steps = closeSteps({
      ...facts,
      month: closed,
      confirmations: [
        { state: 'confirmed', payableFen: 1 },
        { state: 'open', payableFen: 1 },
      ],
    });
    expect(steps).toMatchObject({ issue: 'done', send: 'done', confirm: 'now', batch: 'now', file: 'later' });
  });

  it('is done when every batch is answered and every anchor has', () => {
    const closed = { ...month, runs: 1, openLines: 0, statements: 1, closed: true };
    const answered = {
      ...facts,
      month: closed,
      confirmations: [{ state: 'confirmed', payableFen: 1 }] as const,
    };
    expect(closeSteps({ ...answered, batches: [{ status: 'partly_returned' }] }).done).toBe('later');
    expect(closeSteps({ ...answered, batches: [{ status: 'closed' }, { status: 'cancelled' }] }).done).toBe(
      'done',
    );
  });
});
