import { type Bps, bps, type Fen, fen } from '../../money.ts';
import { type Bracket, bracketsOfYuan } from '../brackets.ts';
import type { DatedTable } from '../table.ts';

export interface LabourTable extends DatedTable {
  /** Up to and including this income a fixed deduction holds, above it a share. */
  smallIncomeFen: Fen;
  fixedDeductionFen: Fen;
  deductionBps: Bps;
  brackets: readonly Bracket[];
}

/** 劳务报酬 of a resident: summed per month, table 2. */
export const LABOUR_TABLES: readonly LabourTable[] = [
  {
    from: '2019-01-01',
    to: null,
    smallIncomeFen: fen(4000_00),
    fixedDeductionFen: fen(800_00),
    deductionBps: bps(2000),
    brackets: bracketsOfYuan([
      [20_000, 2000, 0],
      [50_000, 3000, 2000],
      [null, 4000, 7000],
    ]),
    sources: [
      {
        zh: '《个人所得税扣缴申报管理办法（试行）》（国家税务总局公告2018年第61号）第八条、预扣率表二',
        en: 'STA Announcement 2018 No. 61, art. 8 and withholding table 2',
        status: 'V2',
      },
      {
        zh: '《个人所得税法实施条例》第十四条第一项：同一项目连续性收入以一个月内取得的收入为一次',
        en: 'IIT Implementing Regulations art. 14(1): continuous income of one item counts per month',
        status: 'V',
      },
    ],
  },
];
