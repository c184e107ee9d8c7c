import { describe, expect, it } from 'vitest';
import { placeOf } from './notice.ts';

describe('a notice', () => {
  it('leads to what it is about', () => {
    expect(placeOf({ entity: 'statement', entityId: '7' })).toBe('/statements/7/show');
    expect(placeOf({ entity: 'payee_change', entityId: '3' })).toBe('/payee-changes/3/show');
  });

  it('leads nowhere rather than to a page that is not there', () => {
    expect(placeOf({ entity: 'weather', entityId: '1' })).toBeUndefined();
  });
});
