import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const MAIN = path.resolve(import.meta.dirname, 'main.ts');
let folder: string;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-review-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, [MAIN, 'review', ...args], { encoding: 'utf8' });
const write = (name: string, content: string) => {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return file;
};

it('answers one JSON document whose places are those of the file', () => {
  const text = '第一条 证件\n合作期内乙方身份证、银行卡交由甲方统一保管。\n';
  const output = execFileSync(process.execPath, [MAIN, 'review', write('a.txt', text), '--json'], {
    encoding: 'utf8',
  });
  const { clauses, summary } = JSON.parse(output);
  const [finding] = clauses[0].findings;
  expect(finding).toMatchObject({ type: 'ID_RETENTION', severity: 'block' });
  expect(text.slice(finding.start, finding.end)).toBe(finding.quote);
  expect(finding.bases[0]).toMatchObject({ law: expect.any(String), article: expect.any(String) });
  expect(summary.findings).toBe(clauses[0].findings.length);
});

it('answers a line for each line of a batch, in order', () => {
  const rows = [
    { id: 'a', text: '合作期内乙方身份证、银行卡交由甲方统一保管。' },
    { id: 2, text: '本合同一式两份，双方签字盖章后生效。' },
  ];
  const { stdout, status } = run(
    '--batch',
    write('b.jsonl', rows.map((row) => JSON.stringify(row)).join('\n')),
  );
  expect(status).toBe(0);
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { id: 'a', types: ['ID_RETENTION'] },
    { id: 2, types: [] },
  ]);
});

it('refuses a line that is no clause, naming it', () => {
  const { stderr, status } = run('--batch', write('c.jsonl', '{"id":1,"text":"好。"}\n{"id":2}\n'));
  expect(status).toBe(1);
  expect(stderr).toContain('line 2 needs an id and a text');
});

it('refuses a file that is not there and words it does not know', () => {
  expect(run(path.join(folder, 'none.txt')).status).toBe(1);
  expect(run('--relation', 'friend', write('d.txt', '好。')).status).toBe(2);
  expect(run().status).toBe(2);
});
