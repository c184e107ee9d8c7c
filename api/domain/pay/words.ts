import { type Fen, formatYuan } from '../money.ts';
import type { PayEntryWords } from '../pay-entry.ts';

export type Said = { zh: string; en: string };

export const yuan = (amount: Fen): string => formatYuan(amount);

/** `1,234.00 − 200.00`: a negative amount is put in brackets where it stands in a sum. */
export const term = (amount: Fen): string => (amount < 0 ? `(${formatYuan(amount)})` : formatYuan(amount));

export const clauseOf = (clause: string): Said => ({ zh: `依据 ${clause}`, en: `By ${clause}` });

/** One sentence by its clause, with its working beneath. */
export function say(clause: string, text: Said, working: readonly Said[] = []): PayEntryWords {
  const by = clauseOf(clause);
  const words = { zh: `${by.zh}：${text.zh}。`, en: `${by.en}: ${text.en}.` };
  return working.length === 0 ? words : { ...words, working: [...working] };
}

/** For what stands in no clause. */
export const tell = (text: Said): PayEntryWords => ({ zh: `${text.zh}。`, en: `${text.en}.` });

export const HOUSE: Said = {
  zh: '（合同未约定，按本机构默认）',
  en: ' (the contract is silent: house default)',
};

/** `90` → `1 小时 30 分`. */
export const hours = (minutes: number): Said => ({
  zh: `${Math.floor(minutes / 60)} 小时${minutes % 60 === 0 ? '' : ` ${minutes % 60} 分`}`,
  en: `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`,
});

/** What earlier entries of the same month took of a common bound. */
export const tellUsed = (usedFen: Fen): Said => ({
  zh: usedFen === 0 ? '' : `、其中已用 ${yuan(usedFen)} 元`,
  en: usedFen === 0 ? '' : `, ${yuan(usedFen)} of it used`,
});
