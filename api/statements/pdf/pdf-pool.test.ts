import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fen } from '../../domain/money.ts';
import type { StatementDocument } from '../../domain/statement.ts';
import { type PdfPool, startPdfPool } from './pdf-pool.ts';
import { renderStatement, statementFonts } from './render-statement.ts';
import { sampleStatement } from './sample-statement.ts';

const sample = (seed: number): StatementDocument =>
  sampleStatement(seed, { rows: 5, reversals: 1, openingFen: 0 });

describe('a pool of two workers', () => {
  let pool: PdfPool;
  beforeAll(() => {
    pool = startPdfPool({ workers: 2 });
  });
  afterAll(() => pool.close());

  test('draws each statement once, to the same bytes as one thread', async () => {
    const drawn = new Map<string, Buffer>();
    const documents = Array.from({ length: 20 }, (_, index) => sample(index + 1));
    const outcome = await pool.renderMany(documents, (document, { pdf }) => {
      drawn.set(document.no, Buffer.from(pdf));
    });
    expect(outcome).toEqual({ rendered: 20, failures: [] });
    for (const document of documents)
      expect(drawn.get(document.no)!.equals(renderStatement(document, statementFonts()).pdf)).toBe(true);
  });

  test('names the statement that failed and draws the others', async () => {
    const broken = sample(3);
    broken.summary.earnedFen = fen(broken.summary.earnedFen + 1);
    const drawn: string[] = [];
    const outcome = await pool.renderMany([sample(1), broken, sample(2), sample(4)], (document) => {
      drawn.push(document.no);
      if (document.no === sample(2).no) throw new Error('disk full');
    });
    expect(outcome.rendered).toBe(2);
    expect(drawn.sort()).toEqual([1, 2, 4].map((seed) => sample(seed).no));
    const messages = outcome.failures.map(({ statementNo, error }) => [statementNo, error.message]).sort();
    expect(messages).toEqual([
      [sample(2).no, `statement ${sample(2).no}: disk full`],
      [broken.no, expect.stringContaining(`statement ${broken.no}: summary.earnedFen says`)],
    ]);
  });

  test('takes no more documents while those it has are not written away', async () => {
    let taken = 0;
    let written = 0;
    let ahead = 0;
    async function* documents(): AsyncGenerator<StatementDocument> {
      for (let seed = 1; seed <= 30; seed++) {
        taken++;
        ahead = Math.max(ahead, taken - written);
        yield sample(seed);
      }
    }
    await pool.renderMany(documents(), async () => {
      await new Promise(setImmediate);
      written++;
    });
    expect(written).toBe(30);
    expect(ahead).toBeLessThanOrEqual(4);
  });

  test('passes on the error of whoever gives the documents', async () => {
    async function* documents(): AsyncGenerator<StatementDocument> {
      yield sample(1);
      throw new Error('connection lost');
    }
    await expect(pool.renderMany(documents(), () => {})).rejects.toThrow('connection lost');
  });
});

test('a pool that ends half-way says so and takes no more documents', async () => {
  const pool = startPdfPool({ workers: 1 });
  let taken = 0;
  function* documents(): Generator<StatementDocument> {
    for (let seed = 1; seed <= 500; seed++) {
      taken++;
      yield sample(seed);
    }
  }
  await expect(pool.renderMany(documents(), () => pool.close())).rejects.toThrow('PDF worker ended');
  expect(taken).toBeLessThanOrEqual(4);
});

test('a closed pool refuses instead of waiting for ever', async () => {
  const pool = startPdfPool({ workers: 1 });
  await pool.close();
  await expect(pool.renderMany([sample(1)], () => {})).rejects.toThrow('PDF worker ended');
});
