import { formatYuan } from '../../money.ts';
import { plainYuan, plainYuanOrZero } from '../exact.ts';
import { taxLabour } from '../labour.ts';
import type { Regime } from '../regime.ts';
import { tableOn } from '../table.ts';
import { LABOUR_TABLES } from '../tables/labour.ts';
import { STUDENT_INTERN_TABLES } from '../tables/student-intern.ts';
import {
  addPerMonth,
  answerCumulative,
  type CumulativeQuestion,
  checkWithinYear,
  runCumulative,
} from './cumulative.ts';

const NAME = 'student_intern_cumulative';

/** `income` of one first month beside what a single payment would withhold; or `monthlyIncome`, the year's months. */
export const studentInternCumulative: Regime = {
  name: NAME,
  title: { zh: '实习学生（累计预扣）', en: 'Student intern (cumulative)' },
  answer(inputs) {
    const single = !inputs.has('monthlyIncome');
    const incomesFen = single ? [inputs.yuan('income').fen] : inputs.yuanList('monthlyIncome');
    const firstMonth = inputs.month('firstMonth');
    checkWithinYear('monthlyIncome', incomesFen.length, firstMonth);
    const day = firstMonth === null ? null : `${firstMonth}-01`;
    const question: CumulativeQuestion = {
      name: NAME,
      tables: STUDENT_INTERN_TABLES,
      firstMonth,
      incomesFen,
      deductedFen: addPerMonth(inputs, incomesFen.length, []),
      // The deduction counts the months of the internship since its start, with or without pay.
      afterGap: 'count_on',
    };
    const answer = answerCumulative(question);
    if (!single) return answer;
    const withheldFen = runCumulative(question).months[0]!.withheldFen;
    const { taxFen } = taxLabour(incomesFen[0]!, tableOn(LABOUR_TABLES, day, NAME, 'firstMonth'));
    const singlePayment = formatYuan(taxFen);
    return {
      ...answer,
      outputs: { withholding: plainYuanOrZero(withheldFen), ifSinglePayment: plainYuan(taxFen) },
      steps: [
        ...answer.steps,
        {
          key: 'comparison',
          values: { singlePayment },
          text: `若按劳务报酬按次预扣，则为 ${singlePayment} 元。`,
          textEn: `Withheld as a single payment of labour remuneration it would be ${singlePayment}.`,
        },
      ],
    };
  },
};
