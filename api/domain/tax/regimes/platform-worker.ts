import type { Regime } from '../regime.ts';
import { tellPlatformSetting } from '../settings.ts';
import { PLATFORM_WORKER_TABLES } from '../tables/platform-worker.ts';
import { addPerMonth, answerCumulative, checkWithinYear } from './cumulative.ts';

/** `monthlyIncome` lists one person's consecutive months of a year; a month of zero breaks them (see `afterGap`). */
export const platformWorkerCumulative: Regime = {
  name: 'platform_worker_cumulative',
  title: { zh: '平台从业人员（累计预扣）', en: 'Platform worker (cumulative)' },
  answer(inputs) {
    const incomesFen = inputs.yuanList('monthlyIncome');
    const firstMonth = inputs.month('firstMonth');
    checkWithinYear('monthlyIncome', incomesFen.length, firstMonth);
    const answer = answerCumulative({
      name: 'platform_worker_cumulative',
      tables: PLATFORM_WORKER_TABLES,
      firstMonth,
      incomesFen,
      deductedFen: addPerMonth(inputs, incomesFen.length, ['monthlyTaxFree', 'monthlyOtherDeduction']),
      afterGap: inputs.choice('afterGap', ['restart', 'count_on'], 'restart'),
    });
    return { ...answer, steps: [...answer.steps, tellPlatformSetting()] };
  },
};
