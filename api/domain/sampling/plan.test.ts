import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../error.ts';
import { planLot, readAql, readLevel, readLotSize, readStage } from './plan.ts';
import { AQLS, CODE_LETTERS, LEVELS, LOT_ROWS, PLAN_CELLS, SAMPLE_SIZES, STAGES } from './tables.ts';

const folder = path.resolve(import.meta.dirname, '../../../../shared/data/sampling');
const isThere = existsSync(folder);
if (!isThere) console.log('the tables cell by cell: skipped, there is no ../shared/data beside this project');

/** A lot size and level whose code letter it is, so that a cell is reached the way a lot reaches it. */
function reach(codeLetter: string) {
  for (const [last, letters] of LOT_ROWS) {
    const at = letters.indexOf(codeLetter);
    if (at >= 0) return { lotSize: last ?? 500001, level: LEVELS[at]! };
  }
  throw new Error(`no lot has the letter ${codeLetter}`);
}

function readRows(file: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(path.join(folder, file), 'utf8').trim().split(/\r?\n/);
  const names = head!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at]!, cell])));
}

function refusal(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a sampling plan', () => {
  it('of 5,000 units at level II and AQL 1.0 looks at 200 and rejects from the 6th', () => {
    expect(planLot({ lotSize: 5000, level: 'II', aql: '1.0', stage: 'normal' })).toMatchObject({
      codeLetter: 'L',
      planLetter: 'L',
      arrow: 'direct',
      sampleSize: 200,
      acceptUpTo: 5,
      rejectFrom: 6,
      isFullInspection: false,
      isSingleSource: false,
    });
  });

  it('follows an arrow down, and n changes with it', () => {
    expect(planLot({ lotSize: 100, level: 'II', aql: '0.65', stage: 'tightened' })).toMatchObject({
      codeLetter: 'F',
      planLetter: 'G',
      arrow: 'down',
      sampleSize: 32,
      acceptUpTo: 0,
    });
  });

  it('follows an arrow up, and n changes with it', () => {
    expect(planLot({ lotSize: 5000, level: 'II', aql: '10', stage: 'normal' })).toMatchObject({
      codeLetter: 'L',
      planLetter: 'K',
      arrow: 'up',
      sampleSize: 125,
      acceptUpTo: 21,
      rejectFrom: 22,
    });
  });

  it('looks at every unit where the sample is as large as the lot', () => {
    const small = { level: 'II', aql: '0.65', stage: 'normal' } as const;
    expect(planLot({ ...small, lotSize: 20 })).toMatchObject({
      tableSampleSize: 20,
      sampleSize: 20,
      isFullInspection: true,
    });
    expect(planLot({ ...small, lotSize: 21 })).toMatchObject({ sampleSize: 20, isFullInspection: false });
    expect(planLot({ ...small, lotSize: 1 })).toMatchObject({ sampleSize: 1, isFullInspection: true });
  });

  it('says that Table 2-C rests on one source', () => {
    const plan = planLot({ lotSize: 5000, level: 'II', aql: '1.0', stage: 'reduced' });
    expect(plan).toMatchObject({ sampleSize: 80, acceptUpTo: 3, isSingleSource: true });
  });

  it('never looks at more units than there are, and Re follows Ac', () => {
    const lot = fc.record({
      lotSize: fc.integer({ min: 1, max: 2_000_000 }),
      level: fc.constantFrom(...LEVELS),
      aql: fc.constantFrom(...AQLS),
      stage: fc.constantFrom(...STAGES),
    });
    fc.assert(
      fc.property(lot, (terms) => {
        const plan = planLot(terms);
        return (
          plan.sampleSize >= 1 &&
          plan.sampleSize <= terms.lotSize &&
          plan.isFullInspection === plan.tableSampleSize >= terms.lotSize &&
          plan.rejectFrom === plan.acceptUpTo + 1 &&
          plan.acceptUpTo < plan.tableSampleSize
        );
      }),
    );
  });

  it('a larger lot of the same level never has an earlier letter', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600_000 }),
        fc.nat(600_000),
        fc.constantFrom(...LEVELS),
        (lotSize, more, level) => {
          const letterOf = (size: number) =>
            CODE_LETTERS.indexOf(planLot({ lotSize: size, level, aql: '1.0', stage: 'normal' }).codeLetter);
          return letterOf(lotSize) <= letterOf(lotSize + more);
        },
      ),
    );
  });
});

describe('what is written wrong is named, with what is allowed', () => {
  it.each(['0', '-5', '', '2.5', '1e3', 'ten', '99999999999999999999'])('a lot of %j', (text) => {
    expect(refusal(() => readLotSize(text))).toMatchObject({
      kind: 'invalid',
      code: 'bad_lot_size',
      errors: { lotSize: expect.stringContaining('from 1') },
    });
  });

  it('a lot of no units that comes as a number', () => {
    for (const lotSize of [0, -1, 1.5, Number.NaN])
      expect(refusal(() => planLot({ lotSize, level: 'II', aql: '1.0', stage: 'normal' })).code).toBe(
        'bad_lot_size',
      );
  });

  it.each(['1.2', '0', '', '15', '1.0.0', '.65', '1,0'])('AQL %j', (text) => {
    const error = refusal(() => readAql(text));
    expect(error).toMatchObject({ code: 'unknown_aql', errors: { aql: error.message } });
    expect(error.message).toContain('0.65, 1.0, 1.5');
  });

  it('an unknown level or stage', () => {
    expect(refusal(() => readLevel('IV')).message).toContain('S-1, S-2, S-3, S-4, I, II, III');
    expect(refusal(() => readStage('loose')).message).toContain('normal, tightened, reduced');
  });

  it('an AQL is read with any number of noughts, a level in small letters', () => {
    expect(['1', '1.0', '1.00', '1.0%', ' 1.0 ％'].map(readAql)).toEqual(Array(5).fill('1.0'));
    expect(['0.01', '0.010', '10', '10.0', '010'].map(readAql)).toEqual(['0.010', '0.010', '10', '10', '10']);
    expect([readLevel('s-3'), readLevel('ii')]).toEqual(['S-3', 'II']);
  });
});

describe('the tables have the shape of the standard', () => {
  const DIAGONALS = {
    normal: { 14: '0', 15: '↑', 16: '↓', ac: [1, 2, 3, 5, 7, 10, 14, 21], from: 17 },
    tightened: { 15: '0', 16: '↓', 17: '↓', ac: [1, 2, 3, 5, 8, 12, 18], from: 18 },
    reduced: { 14: '0', 15: '↑', 16: '↓', 17: '↓', ac: [1, 2, 3, 5, 6, 8, 10], from: 18 },
  } as const;

  it('761 of 768 cells follow the diagonals; the other seven are where an arrow would leave the table or skip a plan', () => {
    const others: string[] = [];
    for (const stage of STAGES) {
      const rule: Record<string, unknown> & { ac: readonly number[]; from: number } = DIAGONALS[stage];
      for (let row = 0; row < 16; row++)
        for (let column = 0; column < 16; column++) {
          const diagonal = row + column;
          const byRule =
            (rule[diagonal] as string | undefined) ??
            (diagonal < rule.from ? '↓' : String(rule.ac[diagonal - rule.from] ?? '↑'));
          if (PLAN_CELLS[stage][row]![column] !== byRule)
            others.push(`${stage} ${CODE_LETTERS[row]} ${AQLS[column]}`);
        }
    }
    expect(others).toEqual([
      'normal A 10',
      'normal R 0.015',
      'tightened R 0.015',
      'reduced A 10',
      'reduced Q 0.025',
      'reduced R 0.015',
      'reduced R 0.025',
    ]);
  });

  it('every letter has a size in every table', () => {
    expect(STAGES.map((stage) => SAMPLE_SIZES[stage].length)).toEqual([16, 17, 16]);
    expect(STAGES.map((stage) => PLAN_CELLS[stage].map((row) => row.length))).toEqual([
      Array(16).fill(16),
      Array(17).fill(16),
      Array(16).fill(16),
    ]);
  });
});

describe.runIf(isThere)('the tables cell by cell', () => {
  it('every code letter of every lot size and level is that of the reference', () => {
    let cells = 0;
    for (const row of readRows('aql-code-letters.csv'))
      for (const level of LEVELS)
        for (const lotSize of [Number(row.lot_min), row.lot_max ? Number(row.lot_max) : 10_000_000]) {
          const plan = planLot({ lotSize, level, aql: '1.0', stage: 'normal' });
          expect({ lotSize, level, letter: plan.codeLetter }).toEqual({ lotSize, level, letter: row[level] });
          cells++;
        }
    expect(cells).toBe(15 * 7 * 2);
  });

  it.each(STAGES)('all 256 plans of %s inspection are those of the reference', (stage) => {
    const rows = readRows(`aql-${stage}.csv`);
    expect(rows).toHaveLength(256);
    for (const row of rows) {
      const plan = planLot({ ...reach(row.initial_code_letter!), aql: readAql(row.aql_percent!), stage });
      expect({
        at: `${plan.codeLetter} ${plan.aql}`,
        arrow: plan.arrow,
        letter: plan.planLetter,
        n: plan.tableSampleSize,
        ac: plan.acceptUpTo,
        re: plan.rejectFrom,
      }).toEqual({
        at: `${row.initial_code_letter} ${row.aql_percent}`,
        arrow: row.arrow,
        letter: row.final_code_letter,
        n: Number(row.sample_size),
        ac: Number(row.ac),
        re: Number(row.re),
      });
    }
  });

  it('every sample size is that of the reference', () => {
    for (const row of readRows('aql-sample-sizes.csv'))
      for (const stage of STAGES) {
        const n = SAMPLE_SIZES[stage][CODE_LETTERS.indexOf(row.code_letter!)];
        expect(n === undefined ? '' : String(n)).toBe(row[`${stage}_n`]);
      }
  });
});
