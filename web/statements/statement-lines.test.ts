import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeDataProvider } from '../shell/data-provider.ts';
import { fetchAllLines, MOST_GROUPED } from './statement-lines.ts';

const i18n = { translate: (key: string) => key };

/** A statement of `total` lines, answered a range at a time as the API does; returns the ranges asked for. */
function statementOf(total: number): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    const { pathname, searchParams } = new URL(url, 'http://x');
    const [from, to] = JSON.parse(searchParams.get('range')!) as [number, number];
    asked.push(`${pathname} ${from}-${to}`);
    const rows = Array.from({ length: Math.max(0, Math.min(to + 1, total) - from) }, (_, index) => ({
      lineId: from + index + 1,
      seq: 0,
    }));
    return new Response(JSON.stringify(rows), {
      headers: { 'Content-Range': `settlement-lines ${from}-${to}/${total}` },
    });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('the lines of a statement', () => {
  it('are read page after page, each line once', async () => {
    const asked = statementOf(450);
    const { lines, total } = await fetchAllLines(makeDataProvider(i18n), 7);
    expect(total).toBe(450);
    expect(new Set(lines?.map((line) => line.lineId)).size).toBe(450);
    expect(asked).toEqual([
      '/api/statements/7/lines 0-199',
      '/api/statements/7/lines 200-399',
      '/api/statements/7/lines 400-599',
    ]);
  });

  it('are not all read for a statement of a great month: one page says how many there are', async () => {
    const asked = statementOf(MOST_GROUPED + 1);
    expect(await fetchAllLines(makeDataProvider(i18n), 7)).toEqual({
      lines: undefined,
      total: MOST_GROUPED + 1,
    });
    expect(asked).toHaveLength(1);
  });

  it('of an empty statement are none', async () => {
    statementOf(0);
    expect(await fetchAllLines(makeDataProvider(i18n), 7)).toEqual({ lines: [], total: 0 });
  });
});
