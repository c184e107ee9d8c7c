import type { Regime } from '../regime.ts';
import { WAGE_TABLES } from '../tables/wages.ts';
import { addPerMonth, answerCumulative, checkWithinYear } from './cumulative.ts';

/** A year's months at one employer: one salary for all of them, or a list with one for each. */
export const wagesCumulative: Regime = {
  name: 'wages_cumulative',
  title: { zh: '工资薪金（累计预扣）', en: 'Wages (cumulative)' },
  answer(inputs) {
    const months = inputs.whole('months', 1, 12);
    const firstMonth = inputs.month('firstMonth');
    checkWithinYear('months', months, firstMonth);
    return answerCumulative({
      name: 'wages_cumulative',
      tables: WAGE_TABLES,
      firstMonth,
      incomesFen: inputs.yuanPerMonth('monthlySalary', months),
      deductedFen: addPerMonth(inputs, months, [
        'socialInsuranceAndHousing',
        'specialAdditional',
        'otherDeduction',
      ]),
      afterGap: 'count_on',
    });
  },
};
