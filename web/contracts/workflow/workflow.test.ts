import { describe, expect, it } from 'vitest';
import { placeOnWay, refusalOf, STEPS_AT, type Workflow } from './workflow.ts';

describe('the way of a version', () => {
  it('goes from draft to in force, and what was withdrawn is not on it', () => {
    expect(['draft', 'review', 'sent', 'accepted'].map(placeOnWay)).toEqual([0, 1, 2, 3]);
    expect(placeOnWay('active')).toBe(5);
    expect(placeOnWay('ended')).toBe(5);
    expect(placeOnWay('withdrawn')).toBe(-1);
  });

  it('offers only what a stage knows', () => {
    expect(STEPS_AT.draft).toEqual(['submit']);
    expect(STEPS_AT.accepted).toContain('activate');
    expect(STEPS_AT.active).toBeUndefined();
  });

  it('tells why a step is refused, and nothing while it is not known', () => {
    const workflow: Workflow = {
      stage: 'review',
      events: [],
      steps: [
        { step: 'send', refusal: { code: 'findings_block', message: 'a finding that blocks is open' } },
        { step: 'return', refusal: null },
      ],
    };
    expect(refusalOf(workflow, 'send')?.code).toBe('findings_block');
    expect(refusalOf(workflow, 'return')).toBeUndefined();
    expect(refusalOf(undefined, 'send')).toBeUndefined();
  });
});
