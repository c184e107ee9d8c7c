import { describe, expect, it } from 'vitest';
import { IMPORT_STATUSES, whyNotCancelImport, whyNotUndo } from './import.ts';

describe('undoing an import', () => {
  it('is for finished ones alone', () => {
    const refused = IMPORT_STATUSES.filter((status) => whyNotUndo(status)?.code === 'import_not_done');
    expect(refused).toEqual(['queued', 'running', 'cancelled', 'failed', 'undone']);
    expect(whyNotUndo('done', { settled: 0, laterImports: [] })).toBeUndefined();
  });

  it('stops at settled lines first, then at later imports, and names them', () => {
    expect(whyNotUndo('done', { settled: 3, laterImports: [9] })).toMatchObject({
      code: 'import_settled',
      message: expect.stringContaining('3 lines'),
    });
    expect(whyNotUndo('done', { settled: 0, laterImports: [7, 9] })).toMatchObject({
      code: 'import_changed_later',
      message: expect.stringContaining('7, 9'),
    });
  });
});

describe('cancelling an import', () => {
  it('is for those that wait or run', () => {
    const allowed = IMPORT_STATUSES.filter((status) => whyNotCancelImport(status) === undefined);
    expect(allowed).toEqual(['queued', 'running']);
  });
});
