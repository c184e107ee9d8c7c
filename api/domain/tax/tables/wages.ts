import { bps, fen } from '../../money.ts';
import type { CumulativeTable } from '../cumulative.ts';
import { COMPREHENSIVE_BRACKETS } from './comprehensive.ts';

/** 工资薪金, cumulative within the year at one employer. */
export const WAGE_TABLES: readonly CumulativeTable[] = [
  {
    from: '2019-01-01',
    to: null,
    costBps: bps(0),
    monthlyDeductionFen: fen(5000_00),
    brackets: COMPREHENSIVE_BRACKETS,
    sources: [
      {
        zh: '《个人所得税扣缴申报管理办法（试行）》（国家税务总局公告2018年第61号）第六条、预扣率表一',
        en: 'STA Announcement 2018 No. 61, art. 6 and withholding table 1',
        status: 'V2',
      },
      {
        zh: '《个人所得税法》第六条（每月减除费用 5,000 元）',
        en: 'IIT Law art. 6 (5,000 yuan a month)',
        status: 'V',
      },
    ],
  },
];
