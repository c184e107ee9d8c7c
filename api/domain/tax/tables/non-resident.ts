import { type Bps, bps } from '../../money.ts';
import { type Bracket, bracketsOfYuan } from '../brackets.ts';
import type { DatedTable } from '../table.ts';

export interface NonResidentTable extends DatedTable {
  deductionBps: Bps;
  brackets: readonly Bracket[];
}

/** 非居民个人 labour remuneration: 20 % off, monthly table 3, final (no annual settlement). */
export const NON_RESIDENT_TABLES: readonly NonResidentTable[] = [
  {
    from: '2019-01-01',
    to: null,
    deductionBps: bps(2000),
    brackets: bracketsOfYuan([
      [3000, 300, 0],
      [12_000, 1000, 210],
      [25_000, 2000, 1410],
      [35_000, 2500, 2660],
      [55_000, 3000, 4410],
      [80_000, 3500, 7160],
      [null, 4500, 15_160],
    ]),
    sources: [
      {
        zh: '《个人所得税法》第六条第一款第二项、第十一条第三款；国家税务总局公告2018年第61号第九条、税率表三',
        en: 'IIT Law arts. 6(2), 11(3); STA Announcement 2018 No. 61, art. 9 and rate table 3',
        status: 'M',
      },
    ],
  },
];
