import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepFile, removeLeftovers } from './keep-file.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'faircast-keep-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe('what a killed process left of a file it was keeping', () => {
  it('is removed after an hour; younger pieces and kept files stay', async () => {
    const source = path.join(dataDir, 'orders.csv');
    await writeFile(source, 'a,b\n1,2\n');
    const kept = await keepFile(dataDir, source);
    const files = path.join(dataDir, 'files');
    const leaveBehind = async (name: string, minutesAgo: number) => {
      await writeFile(path.join(files, name), 'half');
      const then = new Date(Date.now() - minutesAgo * 60_000);
      await utimes(path.join(files, name), then, then);
    };
    await leaveBehind('.incoming-old', 61);
    await leaveBehind('.incoming-young', 59);
    await leaveBehind('something-else', 600);
    expect(await removeLeftovers(dataDir)).toBe(1);
    const names = await readdir(files);
    expect(names).not.toContain('.incoming-old');
    expect(names).toEqual(expect.arrayContaining(['.incoming-young', 'something-else']));
    expect(await readFile(kept.path, 'utf8')).toBe('a,b\n1,2\n');
  });

  it('is nothing where no file was ever kept', async () => {
    expect(await removeLeftovers(path.join(dataDir, 'nowhere'))).toBe(0);
  });
});
