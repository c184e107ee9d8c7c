import { type Fen, formatRate, formatYuan } from '../money.ts';
import type { BracketTax } from './brackets.ts';
import { type Parts, readableYuan } from './exact.ts';
import type { DatedTable, SourceStatus } from './table.ts';

/** One step of a working: a key for the screens, its values, and the sentence in both languages. */
export interface TaxStep {
  key:
    | 'income'
    | 'deduction'
    | 'bracket'
    | 'payment'
    | 'repayment'
    | 'over_withheld'
    | 'month'
    | 'gap'
    | 'comparison'
    | 'relief'
    | 'invoice'
    | 'vat_threshold'
    | 'vat'
    | 'vat_unverified'
    | 'setting'
    | 'source'
    | 'table_newest';
  values: Record<string, string>;
  text: string;
  textEn: string;
}

/** `taxable × rate − quick deduction = tax`. */
export function tellBracket(taxable: Parts, { level, bracket, taxFen }: BracketTax): TaxStep {
  const values = {
    level: String(level),
    upTo: bracket.upToFen === null ? '' : formatYuan(bracket.upToFen),
    taxable: readableYuan(taxable),
    rate: formatRate(bracket.rateBps),
    quick: formatYuan(bracket.quickFen),
    tax: formatYuan(taxFen),
  };
  const bound =
    values.upTo === ''
      ? { zh: '最高一级', en: 'the highest' }
      : { zh: `不超过 ${values.upTo} 元`, en: `up to ${values.upTo}` };
  return {
    key: 'bracket',
    values,
    text: `适用第 ${level} 级（${bound.zh}）：${values.taxable} × ${values.rate} − 速算扣除数 ${values.quick} = ${values.tax} 元（四舍五入到分）。`,
    textEn: `Level ${level} (${bound.en}): ${values.taxable} × ${values.rate} − quick deduction ${values.quick} = ${values.tax} (half a fen up).`,
  };
}

export function tellIncome(amountFen: Fen, what: { zh: string; en: string }): TaxStep {
  const amount = formatYuan(amountFen);
  return {
    key: 'income',
    values: { amount },
    text: `${what.zh} ${amount} 元。`,
    textEn: `${what.en}: ${amount} (CNY).`,
  };
}

/** Where a table stands and how sure of it we are; every working ends with these. */
export function tellSources(table: DatedTable): TaxStep[] {
  return table.sources.map(({ zh, en, status }) => ({
    key: 'source',
    values: { zh, en, status, from: table.from, to: table.to ?? '' },
    text: `依据：${zh}（${STATUS_WORDS[status].zh}）；适用 ${table.from} 起${table.to === null ? '' : `至 ${table.to}`}。`,
    textEn: `By: ${en} (${STATUS_WORDS[status].en}); from ${table.from}${table.to === null ? '' : ` to ${table.to}`}.`,
  }));
}

/** A question without a date is answered by the newest table, and is told so. */
export function tellTable(table: DatedTable, day: string | null): TaxStep[] {
  if (day !== null) return tellSources(table);
  return [
    ...tellSources(table),
    {
      key: 'table_newest',
      values: { from: table.from, to: table.to ?? '' },
      text: `未给出日期，按最新一版（${table.from} 起）计算。`,
      textEn: `No date was given: reckoned by the newest table (from ${table.from}).`,
    },
  ];
}

export const STATUS_WORDS: Record<SourceStatus, { zh: string; en: string }> = {
  V: { zh: '已读条文原文', en: 'article read in full' },
  V2: { zh: '据二手资料核对，未见原文', en: 'read in secondary material' },
  M: { zh: '凭记忆，未复核，不作为法律依据', en: 'from memory, not verified, not to be taken as law' },
  D: { zh: '由条文推算，未见明文', en: 'derived, not stated anywhere' },
};
