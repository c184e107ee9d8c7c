import { type Bps, bps, type Fen, fen } from '../../money.ts';
import { type Bracket, bracketsOfYuan } from '../brackets.ts';
import type { DatedTable, Source } from '../table.ts';

export interface RoyaltyTable extends DatedTable {
  smallIncomeFen: Fen;
  fixedDeductionFen: Fen;
  deductionBps: Bps;
  /** What is counted of the income after its deduction: 100 % for royalties, 70 % for 稿酬. */
  countedBps: Bps;
  brackets: readonly Bracket[];
}

const source: Source = {
  zh: '《个人所得税扣缴申报管理办法（试行）》（国家税务总局公告2018年第61号）第八条',
  en: 'STA Announcement 2018 No. 61, art. 8',
  status: 'V2',
};

const common = {
  from: '2019-01-01',
  to: null,
  smallIncomeFen: fen(4000_00),
  fixedDeductionFen: fen(800_00),
  deductionBps: bps(2000),
  brackets: bracketsOfYuan([[null, 2000, 0]]),
  sources: [source],
};

/** 特许权使用费: use of name, likeness or work, 20 % flat. */
export const ROYALTY_TABLES: readonly RoyaltyTable[] = [{ ...common, countedBps: bps(10_000) }];

/** 稿酬: 30 % less is counted. */
export const AUTHOR_TABLES: readonly RoyaltyTable[] = [{ ...common, countedBps: bps(7000) }];
