import { describe, expect, it } from 'vitest';
import { whyNotEditContract, whyNotEditVersion, whyNotSucceed } from './contract-life.ts';

const contract = { status: 'active' as const, anchorId: 7, startsOn: '2026-01-01', endsOn: null };
const version = {
  versionNo: 1,
  status: 'active' as const,
  stage: 'draft' as const,
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
};

describe('a contract', () => {
  const codeOf = (before: object, after: object, versions = [version]) =>
    whyNotEditContract({ ...contract, ...before }, { ...contract, ...before, ...after }, versions)?.code;

  it('keeps its anchor once it has been in force', () => {
    expect(codeOf({}, { anchorId: 8 })).toBe('anchor_stays');
    expect(codeOf({ status: 'draft' }, { anchorId: 8 })).toBeUndefined();
  });

  it('comes into force by a version, ends with a day, and stays ended', () => {
    expect(codeOf({ status: 'draft' }, { status: 'active' })).toBe('activate_a_version');
    expect(codeOf({}, { status: 'draft' })).toBe('not_a_draft_again');
    expect(codeOf({}, { status: 'ended' })).toBe('end_has_no_day');
    expect(codeOf({}, { status: 'ended', endsOn: '2026-06-30' })).toBeUndefined();
    expect(codeOf({ status: 'ended' }, { status: 'active' })).toBe('ended_stays');
    expect(codeOf({ status: 'draft' }, { status: 'ended' })).toBeUndefined();
  });

  it('does not end before a version that is already agreed begins', () => {
    const later = { ...version, versionNo: 2, effectiveFrom: '2026-07-01' };
    expect(codeOf({}, { status: 'ended', endsOn: '2026-06-30' }, [version, later])).toBe(
      'version_starts_later',
    );
  });
});

describe('a version', () => {
  it('is written only while it is a draft', () => {
    expect(whyNotEditVersion({ status: 'draft', stage: 'draft' })).toBeUndefined();
    expect(whyNotEditVersion({ status: 'active', stage: 'accepted' })?.code).toBe('not_a_draft');
  });

  it('follows the one in force, and starts after it', () => {
    const next = { versionNo: 2, status: 'draft' as const, effectiveFrom: '2026-04-01', effectiveTo: null };
    expect(whyNotSucceed(contract, next, [version, next])).toBeUndefined();
    expect(whyNotSucceed(contract, { ...next, effectiveFrom: '2026-01-01' }, [version])?.code).toBe(
      'starts_before_version_in_force',
    );
    expect(whyNotSucceed(contract, { ...next, effectiveFrom: '2025-12-31' }, [])?.code).toBe(
      'before_contract',
    );
    expect(whyNotSucceed({ ...contract, status: 'ended' }, next, [])?.code).toBe('contract_ended');
  });

  it('may fill days before a later one', () => {
    const later = { ...version, effectiveFrom: '2026-07-01' };
    const next = {
      versionNo: 2,
      status: 'draft' as const,
      effectiveFrom: '2026-01-01',
      effectiveTo: '2026-07-01',
    };
    expect(whyNotSucceed(contract, next, [later])).toBeUndefined();
    expect(whyNotSucceed(contract, { ...next, effectiveTo: '2026-07-02' }, [later])?.code).toBe(
      'starts_before_version_in_force',
    );
  });
});
