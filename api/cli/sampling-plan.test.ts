import { afterAll, describe, expect, it } from 'vitest';
import { openCommands } from './processes.testing.ts';

const commands = openCommands();
afterAll(() => commands.endAll());

const plan = (...args: string[]) => commands.start(['sampling-plan', ...args]).ended;

describe('the command sampling-plan', () => {
  it('prints one JSON document', async () => {
    const { code, out, err } = await plan('--lot', '5000', '--level', 'II', '--aql', '1.0', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({
      standard: 'GB/T 2828.1-2012',
      lot: 5000,
      level: 'II',
      aql: '1.0',
      stage: 'normal',
      codeLetter: 'L',
      planLetter: 'L',
      arrow: 'direct',
      n: 200,
      ac: 5,
      re: 6,
      tableN: 200,
      fullInspection: false,
      singleSource: false,
    });
  });

  it('says in words that an arrow was followed, that all are looked at and that the source is single', async () => {
    const { code, out } = await plan(
      ...['--lot', '40', '--level', 'S-1', '--aql', '0.010', '--stage', 'reduced'],
    );
    expect(code).toBe(0);
    expect(out).toContain('字码 A，按箭头用 Q · n = 40 · Ac = 0 · Re = 1');
    expect(out).toContain('表中样本量 500 不小于批量');
    expect(out).toContain('单一来源');
  });

  it.each([
    [['--lot', '0', '--level', 'II', '--aql', '1.0'], 'the lot has a whole number of units from 1, not "0"'],
    [['--lot', '50', '--level', 'II', '--aql', '1.2'], 'AQL "1.2" is not in the table: 0.010, 0.015'],
    [['--lot', '50', '--level', 'IV', '--aql', '1.0'], 'there is no inspection level "IV": S-1, S-2'],
    [
      ['--lot', '50', '--level', 'II', '--aql', '1.0', '--stage', 'loose'],
      'there is no stage "loose": normal',
    ],
  ])('refuses %j with one line', async (args, message) => {
    const { code, out, err } = await plan(...args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('without its words is wrong usage', async () => {
    const { code, err } = await plan('--lot', '50');
    expect(code).toBe(2);
    expect(err).toContain('usage: faircast sampling-plan --lot N');
  });
});
