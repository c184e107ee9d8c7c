import { type Bps, bps, type Fen, fen } from '../../money.ts';
import { type Bracket, bracketsOfYuan } from '../brackets.ts';
import type { DatedTable } from '../table.ts';

export interface BusinessTable extends DatedTable {
  brackets: readonly Bracket[];
}

export interface BusinessReliefTable extends DatedTable {
  /** The relief halves the tax on the part of the year's taxable income up to here. */
  upToFen: Fen;
  reliefBps: Bps;
}

/** 经营所得, by the year. */
export const BUSINESS_TABLES: readonly BusinessTable[] = [
  {
    from: '2019-01-01',
    to: null,
    brackets: bracketsOfYuan([
      [30_000, 500, 0],
      [90_000, 1000, 1500],
      [300_000, 2000, 10_500],
      [500_000, 3000, 40_500],
      [null, 3500, 65_500],
    ]),
    sources: [
      {
        zh: '《个人所得税法》第六条第一款第三项、税率表二（经营所得）',
        en: 'IIT Law art. 6(3) and rate table 2 (business income)',
        status: 'V2',
      },
    ],
  },
];

/** Why a payer withholds nothing from one that invoices and files for itself. */
export const STUDIO_TABLES: readonly DatedTable[] = [
  {
    from: '2019-01-01',
    to: null,
    sources: [
      {
        zh: '《个人所得税法》第十二条：经营所得由纳税人自行办理纳税申报',
        en: 'IIT Law art. 12: business income is declared by the taxpayer',
        status: 'M',
      },
    ],
  },
];

/** 个体工商户 half relief. */
export const BUSINESS_RELIEF_TABLES: readonly BusinessReliefTable[] = [
  {
    from: '2023-01-01',
    to: '2027-12-31',
    upToFen: fen(2_000_000_00),
    reliefBps: bps(5000),
    sources: [
      {
        zh: '财政部 税务总局公告2023年第12号：个体工商户年应纳税所得额不超过 200 万元部分减半，2023年至2027年',
        en: 'MOF/STA Announcement 2023 No. 12: tax halved on the part up to 2,000,000 a year, 2023 to 2027',
        status: 'V2',
      },
      {
        zh: '超过 200 万元时，减征额按 200 万元部分单独计算的税额的一半',
        en: 'above 2,000,000 the relief is half the tax of 2,000,000 alone',
        status: 'D',
      },
    ],
  },
];
