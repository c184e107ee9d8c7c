import { type Bps, bps, type Fen, fen } from '../../money.ts';
import type { DatedTable } from '../table.ts';

export interface VatTable extends DatedTable {
  /** 起征点: below them no VAT, reached they tax the whole amount. */
  thresholdFen: { day: Fen; month: Fen; quarter: Fen };
  reducedBps: Bps;
}

export interface VatLevyTable extends DatedTable {
  levyBps: Bps;
}

/** Thresholds and the cut levy of small-scale taxpayers; natural persons are always small-scale. */
export const VAT_TABLES: readonly VatTable[] = [
  {
    from: '2026-01-01',
    to: '2027-12-31',
    thresholdFen: { day: fen(1000_00), month: fen(100_000_00), quarter: fen(300_000_00) },
    reducedBps: bps(100),
    sources: [
      {
        zh: '财政部 税务总局公告2026年第10号：起征点月 10 万元、季 30 万元、每次（日）1,000 元，征收率 3% 减按 1%（至2027年12月31日）',
        en: 'MOF/STA Announcement 2026 No. 10: thresholds 100,000 a month, 300,000 a quarter, 1,000 a time (day); levy cut from 3 % to 1 % (to 2027-12-31)',
        status: 'V2',
      },
      {
        zh: '《增值税法》第二十三条：达到起征点的全额计税',
        en: 'VAT Law art. 23: what reaches the threshold is taxed whole',
        status: 'V',
      },
    ],
  },
];

/** The levy of the law itself, for special invoices issued after waiving the cut. */
export const VAT_LEVY_TABLES: readonly VatLevyTable[] = [
  {
    from: '2026-01-01',
    to: null,
    levyBps: bps(300),
    sources: [
      { zh: '《增值税法》第九条、第十一条：征收率 3%', en: 'VAT Law arts. 9, 11: levy 3 %', status: 'V' },
      {
        zh: '国家税务总局公告2026年第4号：小规模纳税人可放弃减征，开具 3% 专用发票',
        en: 'STA Announcement 2026 No. 4: small-scale taxpayers may waive the cut and issue special invoices at 3 %',
        status: 'V2',
      },
    ],
  },
];
