import { type Bps, type Fen, formatRate, formatYuan } from '../money.ts';
import { partsOf, roundPartsToFen, roundToFen } from './exact.ts';
import type { VatTable } from './tables/vat.ts';
import type { TaxStep } from './working.ts';

export type VatPeriod = 'day' | 'month' | 'quarter';

/** Whether sales of exactly the threshold are taxed. `达到` says they are (derived); an older wording exempted them. */
export type AtThreshold = 'taxable' | 'exempt';

export interface Vat {
  vatFen: Fen;
  steps: TaxStep[];
}

const PERIOD_WORDS: Record<VatPeriod, { zh: string; en: string }> = {
  day: { zh: '每次（日）', en: 'a time (day)' },
  month: { zh: '每月', en: 'a month' },
  quarter: { zh: '每季', en: 'a quarter' },
};

export function reachesThreshold(
  salesFen: Fen,
  period: VatPeriod,
  table: VatTable,
  atThreshold: AtThreshold,
): boolean {
  const bound = table.thresholdFen[period];
  return atThreshold === 'taxable' ? salesFen >= bound : salesFen > bound;
}

/** VAT of a period's sales without VAT: nothing below the threshold, else on the whole amount (VAT Law art. 23). */
export function vatOfPeriod(
  salesFen: Fen,
  period: VatPeriod,
  table: VatTable,
  atThreshold: AtThreshold,
): Vat {
  const reached = reachesThreshold(salesFen, period, table, atThreshold);
  const threshold = tellThreshold(salesFen, period, table, atThreshold, reached);
  if (!reached) return { vatFen: 0 as Fen, steps: [threshold] };
  const { vatFen, steps } = vatAtRate(salesFen, table.reducedBps);
  return { vatFen, steps: [threshold, ...steps] };
}

/** VAT of sales without VAT, half a fen up. */
export function vatAtRate(salesFen: Fen, rateBps: Bps): Vat {
  const vatFen = roundPartsToFen(partsOf(salesFen, rateBps));
  const values = { sales: formatYuan(salesFen), rate: formatRate(rateBps), vat: formatYuan(vatFen) };
  return {
    vatFen,
    steps: [
      {
        key: 'vat',
        values,
        text: `增值税：销售额（不含税）${values.sales} × ${values.rate} = ${values.vat} 元（四舍五入到分）。`,
        textEn: `VAT: sales without VAT ${values.sales} × ${values.rate} = ${values.vat} (half a fen up).`,
      },
    ],
  };
}

/** The sales within an amount that holds its VAT: `gross / (1 + rate)`, half a fen up. */
export const salesWithoutVat = (grossFen: Fen, rateBps: Bps): Fen =>
  roundToFen(BigInt(grossFen) * 10_000n, 10_000n + BigInt(rateBps));

function tellThreshold(
  salesFen: Fen,
  period: VatPeriod,
  table: VatTable,
  atThreshold: AtThreshold,
  reached: boolean,
): TaxStep {
  const words = PERIOD_WORDS[period];
  const values = {
    sales: formatYuan(salesFen),
    threshold: formatYuan(table.thresholdFen[period]),
    period,
    atThreshold,
    status: 'D',
  };
  const atBound = salesFen === table.thresholdFen[period];
  const doubt = atBound
    ? {
        zh: `（恰为起征点，按“${atThreshold === 'taxable' ? '达到即征' : '含本数免征'}”处理，系推算）`,
        en: ` (exactly the threshold, taken as ${atThreshold}: derived, not stated)`,
      }
    : { zh: '', en: '' };
  return {
    key: 'vat_threshold',
    values,
    text: `起征点${words.zh} ${values.threshold} 元：销售额 ${values.sales} 元${reached ? '达到，全额计税' : '未达到，免征增值税'}${doubt.zh}。`,
    textEn: `Threshold ${values.threshold} ${words.en}: sales ${values.sales} ${reached ? 'reach it and are taxed whole' : 'stay below it, no VAT'}${doubt.en}.`,
  };
}
