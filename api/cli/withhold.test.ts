import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { openCommands } from './processes.testing.ts';
import { run } from './withhold.ts';
import { OWN_VECTORS, pick, readSharedVectors } from './withhold-vectors.testing.ts';

const commands = openCommands();
afterAll(() => commands.endAll());
afterEach(() => vi.restoreAllMocks());

const vectors = [...OWN_VECTORS, ...(readSharedVectors() ?? [])];
const ask = (regime: string, inputs: unknown, ...more: string[]) =>
  commands.start(['withhold', '--regime', regime, '--inputs', JSON.stringify(inputs), ...more]).ended;

describe('faircast withhold', () => {
  it('answers every vector in one JSON document, outputs under their own names', async () => {
    for (const vector of vectors) {
      let out = '';
      const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
        out += chunk;
        return true;
      });
      const code = await run([
        '--regime',
        vector.regime,
        '--inputs',
        JSON.stringify(vector.inputs),
        '--json',
      ]);
      spy.mockRestore();
      expect([code, out.trimEnd().split('\n').length]).toEqual([0, 1]);
      expect(pick(JSON.parse(out), vector)).toEqual(vector.expected);
    }
  });

  it('is a command of its own that needs no database, and prints nothing beside its JSON', async () => {
    const { code, out, err } = await ask('labour_single_payment', { income: '8000' }, '--json');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      regime: 'labour_single_payment',
      taxable: '6400.0',
      withholding: '1280.00',
      tables: [{ from: '2019-01-01', to: null }],
      steps: [{ key: 'income' }, { key: 'deduction' }, { key: 'bracket' }, {}, {}, {}, {}],
    });
  });

  it('tells the working to a person, in Chinese or in English', async () => {
    const inputs = { income: '8000', paidOn: '2026-05-31' };
    const [zh, en] = await Promise.all([
      ask('labour_single_payment', inputs),
      ask('labour_single_payment', inputs, '--lang', 'en'),
    ]);
    expect(zh.out).toContain('6,400.00 × 20.00% − 速算扣除数 0.00 = 1,280.00 元');
    expect(en.out).toContain('6,400.00 × 20.00% − quick deduction 0.00 = 1,280.00');
    expect(zh.out).toContain('withholding: 1280.00');
  });

  it('refuses in one line and ends with 1', async () => {
    const { code, out, err } = await ask('labour_single_payment', { income: '-5' }, '--json');
    expect([code, out, err]).toEqual([1, '', 'faircast: income: -5 is negative; amounts start at zero\n']);
  });

  it('refuses inputs that are not JSON, and wrong words with the usage', async () => {
    const [text, words] = await Promise.all([
      commands.start(['withhold', '--regime', 'royalty', '--inputs', '{income:5}']).ended,
      commands.start(['withhold', '--regime', 'royalty']).ended,
    ]);
    expect([text.code, words.code]).toEqual([1, 2]);
    expect(text.err).toContain('inputs: not JSON');
    expect(words.err).toContain('usage: faircast withhold --regime R --inputs JSON');
  });
});
