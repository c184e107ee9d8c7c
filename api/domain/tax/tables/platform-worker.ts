import { bps, fen } from '../../money.ts';
import type { CumulativeTable } from '../cumulative.ts';
import { COMPREHENSIVE_BRACKETS } from './comprehensive.ts';

/** 互联网平台企业的从业人员: cumulative, 20 % cost, 5,000 for each consecutive month. */
export const PLATFORM_WORKER_TABLES: readonly CumulativeTable[] = [
  {
    from: '2025-10-01',
    to: null,
    costBps: bps(2000),
    monthlyDeductionFen: fen(5000_00),
    brackets: COMPREHENSIVE_BRACKETS,
    sources: [
      {
        zh: '国家税务总局公告2025年第16号第一条第一项（2025年10月1日起施行）',
        en: 'STA Announcement 2025 No. 16, art. 1(1), in force since 2025-10-01',
        status: 'V2',
      },
    ],
  },
];
