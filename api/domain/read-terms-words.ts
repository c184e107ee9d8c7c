import { formatRate, formatYuan } from './money.ts';
import type { Bearer, SaidPenalty, TermField, TermValue } from './read-terms-shape.ts';

type Words = { zh: string; en: string };
const words = (zh: string, en: string): Words => ({ zh, en });

/** `净佣金 40%，主播（月销售额 0.00 至 500,000.00 元）`: a term in words, for a list a person confirms. */
export function describeTerm(value: TermValue): Words {
  return (DESCRIBE[value.field] as (value: TermValue) => Words)(value);
}

const PARTIES = {
  anchor: words('主播', 'anchor'),
  company: words('机构', 'agency'),
  platform: words('平台', 'platform'),
};
const BASES = {
  commission: words('佣金', 'commission'),
  sales: words('销售额', 'sales'),
  income: words('收益', 'income'),
  other: words('坑位费等其他收入', 'slot fees and other income'),
  unsaid: words('（未写明基数）', '(base not said)'),
};
const BEARERS: Record<Bearer, Words> = {
  anchor: words('主播承担', 'borne by the anchor'),
  company: words('机构承担', 'borne by the agency'),
  both: words('双方对等', 'the same for both'),
  unsaid: words('未写明由谁承担', 'bearer not said'),
};
const PER = {
  time: words('次', 'time'),
  day: words('天', 'day'),
  hour: words('小时', 'hour'),
  month: words('月', 'month'),
  unsaid: words('（未写明）', '(not said)'),
};
const OF = {
  earned: words('已得收入', 'income earned'),
  monthly: words('月均收入', 'average month'),
  invested: words('投入', 'what was invested'),
  unsaid: words('（未写明）', '(not said)'),
};

type Describe = { [F in TermField]: (value: Extract<TermValue, { field: F }>) => Words };
const DESCRIBE: Describe = {
  share: ({ party, rateBps, of, isNet, tier }) => {
    const range = tier && `${formatYuan(tier.fromFen)}–${tier.toFen === null ? '∞' : formatYuan(tier.toFen)}`;
    const net = isNet && of !== 'unsaid' && of !== 'other';
    return words(
      `${PARTIES[party].zh} ${formatRate(rateBps)}，基数${net ? '净' : ''}${BASES[of].zh}${range ? `，月销售额 ${range}` : ''}`,
      `${PARTIES[party].en} ${formatRate(rateBps)} of ${net ? 'net ' : ''}${BASES[of].en}${range ? `, monthly sales ${range}` : ''}`,
    );
  },
  settlement_days: ({ days, isWorkdays }) =>
    words(
      `${days} 个${isWorkdays ? '工作日' : '自然日'}内结算`,
      `settled within ${days} ${isWorkdays ? 'working ' : ''}days`,
    ),
  payment_day: ({ day, monthsAfter }) =>
    words(
      `${['当月', '次月', '隔月'][monthsAfter] ?? ''} ${day} 日付款`,
      `paid on day ${day}, ${monthsAfter} months after`,
    ),
  term: ({ from, to, months }) =>
    words(
      [from && `自 ${from}`, to && `至 ${to}`, months && `${months} 个月`].filter(Boolean).join(' '),
      [from && `from ${from}`, to && `to ${to}`, months && `${months} months`].filter(Boolean).join(' '),
    ),
  guarantee: ({ amountFen }) =>
    words(`每月保底 ${formatYuan(amountFen)} 元`, `guarantee ${formatYuan(amountFen)} a month`),
  penalty: ({ bearer, penalty }) => {
    const said = describePenalty(penalty);
    return words(`${said.zh}，${BEARERS[bearer].zh}`, `${said.en}, ${BEARERS[bearer].en}`);
  },
  deposit: ({ amountFen, rateBps }) => {
    const sum = amountFen === null ? formatRate(rateBps ?? 0) : formatYuan(amountFen);
    return words(`保证金 ${sum}`, `deposit ${sum}`);
  },
  exclusive: ({ isExclusive }) =>
    isExclusive ? words('独家', 'exclusive') : words('非独家', 'not exclusive'),
  noncompete_months: ({ months }) =>
    words(`终止后竞业 ${months} 个月`, `non-compete ${months} months after the end`),
  minutes_per_day: ({ minutes }) => words(`每天 ${minutes / 60} 小时`, `${minutes / 60} hours a day`),
  minutes_per_month: ({ minutes }) => words(`每月 ${minutes / 60} 小时`, `${minutes / 60} hours a month`),
  days_per_month: ({ days }) => words(`每月 ${days} 天`, `${days} days a month`),
  fine: ({ amountFen, per }) =>
    words(
      `罚款每${PER[per].zh} ${formatYuan(amountFen)} 元`,
      `fine ${formatYuan(amountFen)} per ${PER[per].en}`,
    ),
  deduction: ({ rateBps, what }) =>
    words(`扣除 ${formatRate(rateBps)}（${what}）`, `deducted ${formatRate(rateBps)} (${what})`),
  notice_days: ({ days, bearer }) => {
    const who = { anchor: '主播', company: '机构', both: '双方', unsaid: '' }[bearer];
    const whoEn = { anchor: 'by the anchor', company: 'by the agency', both: 'by either side', unsaid: '' }[
      bearer
    ];
    return words(`${who}提前 ${days} 天通知`, `${days} days’ notice ${whoEn}`.trim());
  },
  confidentiality_months: ({ months }) =>
    months === null
      ? words('保密无期限', 'confidential for ever')
      : words(`保密 ${months} 个月`, `confidential for ${months} months`),
};

function describePenalty(penalty: SaidPenalty): Words {
  if (penalty.kind === 'amount') {
    return words(`违约金 ${formatYuan(penalty.amountFen)} 元`, `penalty ${formatYuan(penalty.amountFen)}`);
  }
  if (penalty.kind === 'multiple') {
    const times = formatYuan(Math.round(penalty.timesBps / 100));
    return words(`违约金为${OF[penalty.of].zh}的 ${times} 倍`, `penalty ${times} times ${OF[penalty.of].en}`);
  }
  if (penalty.kind === 'daily') {
    return words(`违约金每日 ${formatRate(penalty.rateBps)}`, `penalty ${formatRate(penalty.rateBps)} a day`);
  }
  return words('违约金按公式计算', 'penalty by a formula');
}
