import { describe, expect, it } from 'vitest';
import { percentOf } from './import-record.ts';

describe('the bar of an import', () => {
  it('is not full before the import is done: keeping the lines comes after reading them', () => {
    expect(percentOf({ status: 'running', bytesRead: 900, bytesTotal: 900 })).toBe(99);
    expect(percentOf({ status: 'done', bytesRead: 900, bytesTotal: 900 })).toBe(100);
  });

  it('stands at nothing while the import waits, also for a file of unknown size', () => {
    expect(percentOf({ status: 'queued', bytesRead: 0, bytesTotal: 0 })).toBe(0);
  });
});
