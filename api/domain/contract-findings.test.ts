import { describe, expect, it } from 'vitest';
import { type DecisionKind, fingerprintOf, whyNotDecide } from './contract-findings.ts';

const facts = {
  severity: 'high' as const,
  state: 'open' as const,
  toConfirm: false,
  isOut: false,
  uploaderIds: ['writer'],
};
const codeOf = (kind: DecisionKind, more: object = {}, actor: object = {}) =>
  whyNotDecide(kind, { ...facts, ...more }, { userId: 'judge', role: 'compliance', ...actor })?.code;

describe('deciding about a finding', () => {
  it('is over once the anchor was shown it', () => {
    for (const kind of ['dismiss', 'waive', 'confirm', 'restore'] as const)
      expect(codeOf(kind, { isOut: true })).toBe('version_is_out');
  });

  it('of weight is compliance’s, and not the uploader’s', () => {
    for (const kind of ['dismiss', 'waive'] as const) {
      expect(codeOf(kind)).toBeUndefined();
      expect(codeOf(kind, {}, { role: 'operator' })).toBe('needs_compliance');
      expect(codeOf(kind, {}, { userId: 'writer' })).toBe('own_upload');
    }
    expect(codeOf('restore', { state: 'waived' }, { role: 'operator' })).toBe('needs_compliance');
    expect(codeOf('dismiss', { severity: 'medium' }, { role: 'operator', userId: 'writer' })).toBeUndefined();
  });

  it('waives what is high and open, and nothing else', () => {
    expect(codeOf('waive', { severity: 'block' })).toBe('block_is_not_waived');
    expect(codeOf('waive', { severity: 'medium' })).toBe('needs_no_waiver');
    expect(codeOf('waive', { state: 'dismissed' })).toBe('not_open');
  });

  it('needs something to decide', () => {
    expect(codeOf('confirm')).toBe('nothing_to_confirm');
    expect(codeOf('confirm', { toConfirm: true }, { role: 'operator' })).toBeUndefined();
    expect(codeOf('restore')).toBe('not_decided');
    expect(codeOf('dismiss', { state: 'dismissed' })).toBe('already_dismissed');
  });
});

it('a finding is the same in another reading whatever its spaces, and another one at another weight', () => {
  const one = { type: 'LD_EXCESSIVE', severity: 'high' as const, quote: '赔偿 五百万元\n整' };
  expect(fingerprintOf(one)).toBe(fingerprintOf({ ...one, quote: '赔偿五百万元整' }));
  expect(fingerprintOf(one)).not.toBe(fingerprintOf({ ...one, severity: 'block' }));
});
