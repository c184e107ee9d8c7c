import { describe, expect, it } from 'vitest';
import { whyNotCareFor } from './care.ts';
import type { Identity } from './identity.ts';

const operator = (scope: Identity['scope'], teamId: number | null = 7): Identity => ({
  userId: 'u-op',
  role: 'operator',
  anchorId: null,
  teamId,
  scope,
});

describe('the care of an anchor', () => {
  it('stays with an operator who sees own anchors alone', () => {
    expect(whyNotCareFor(operator('own'), { managerUserId: 'u-op', teamId: null })).toBeUndefined();
    expect(whyNotCareFor(operator('own'), { managerUserId: 'u-other', teamId: 7 })?.code).toBe(
      'only_own_care',
    );
    expect(whyNotCareFor(operator('own'), { managerUserId: null, teamId: null })?.code).toBe('only_own_care');
  });

  it('stays in the team of an operator who sees the team', () => {
    expect(whyNotCareFor(operator('group'), { managerUserId: 'u-other', teamId: 7 })).toBeUndefined();
    expect(whyNotCareFor(operator('group'), { managerUserId: 'u-other', teamId: 8 })?.code).toBe(
      'only_own_group',
    );
    expect(whyNotCareFor(operator('group', null), { managerUserId: 'u-other', teamId: null })?.code).toBe(
      'only_own_group',
    );
  });

  it('is free to those who see everybody', () => {
    expect(whyNotCareFor(operator('all'), { managerUserId: null, teamId: null })).toBeUndefined();
    expect(
      whyNotCareFor({ ...operator('own'), role: 'admin' }, { managerUserId: null, teamId: null }),
    ).toBeUndefined();
  });
});
