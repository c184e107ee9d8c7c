import { bps, fen } from '../../money.ts';
import type { CumulativeTable } from '../cumulative.ts';
import { COMPREHENSIVE_BRACKETS } from './comprehensive.ts';

/** 实习学生: labour remuneration that may be withheld cumulatively. */
export const STUDENT_INTERN_TABLES: readonly CumulativeTable[] = [
  {
    from: '2020-07-01',
    to: null,
    costBps: bps(2000),
    monthlyDeductionFen: fen(5000_00),
    brackets: COMPREHENSIVE_BRACKETS,
    sources: [
      {
        zh: '国家税务总局公告2020年第13号：全日制学生实习取得劳务报酬可按累计预扣法',
        en: 'STA Announcement 2020 No. 13: full-time students on internship may be withheld cumulatively',
        status: 'M',
      },
    ],
  },
];
