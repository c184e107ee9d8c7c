import type { Trx } from '../../db/connect.ts';
import { readAgency } from '../../db/queries/agency.ts';
import { readUpheldDifferences } from '../../db/queries/case-differences.ts';
import { sayDifference } from '../domain/inspection/difference-words.ts';
import type { NotifyBody } from './cases.schema.ts';
import type { GatheredCase } from './gather-case.ts';
import type { CaseLetter } from './pdf/case-letter.ts';

/** What the letter to the brand says: what differs, by which evidence, and until when an answer is awaited. */
export async function gatherLetter(
  trx: Trx,
  { row, parts, today }: GatheredCase,
  { answerBy, demands, lang }: NotifyBody,
): Promise<CaseLetter> {
  const { name, creditCode } = await readAgency(trx);
  const differences = await readUpheldDifferences(trx, row.id);
  return {
    version: 1,
    lang,
    no: `${row.no}-L`,
    issuedOn: today,
    agency: { name, creditCode },
    brand: { name: row.brandName ?? '—' },
    case: { no: row.no, title: row.title, productName: row.productName, batch: row.batch },
    answerBy,
    demands: demands === '' ? [] : demands.split('\n').filter((line) => line.trim() !== ''),
    differences: [
      ...differences.map((one) => {
        const words = sayDifference(one);
        return {
          what: one.attribute ?? one.face ?? one.origin,
          sealed: one.sealed ?? '—',
          shipped: one.shipped ?? '—',
          words: lang === 'zh' ? words.zh : words.en,
        };
      }),
      ...parts.evidence
        .filter((one) => one.difference !== null)
        .map((one) => ({ what: one.title, sealed: '—', shipped: '—', words: one.difference! })),
    ],
    evidence: parts.evidence.map(({ id, kind, title, sha256, addedAt }) => ({
      id,
      kind,
      title,
      sha256,
      addedOn: chinaDay(addedAt),
    })),
  };
}

/** The day in China of an instant as the database writes it. */
export const chinaDay = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

/** What a brand is given to answer where nobody says otherwise: a house rule. */
export const HOUSE_ANSWER_DAYS = 14;

/** `2026-05-30`, 3 → `2026-06-02`. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
