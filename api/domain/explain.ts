import { type Fen, formatRate, formatYuan } from './money.ts';
import type { Month } from './month.ts';

/** Everything one settlement line stands on. Amounts in fen; instants as China-time text `2026-05-01 20:15`. */
export interface LineFacts {
  lineId: number;
  seq: number;
  month: Month;
  kind: 'settle' | 'refund' | 'trueup';
  salesFen: Fen;
  baseFen: Fen;
  order: {
    orderNo: string;
    lineNo: string;
    product: string | null;
    paidFen: Fen;
    paidAt: string | null;
    settledAt: string | null;
  };
  rule: {
    contractNo: string;
    versionNo: number;
    clauseNo: string;
    clauseHeading: string | null;
    clauseText: string;
    base: 'commission' | 'sales';
    /** What the rule is narrowed to, in words (`商品 山岚面霜`); empty: everything. */
    scope: string[];
    tierFromFen: Fen;
    tierToFen: Fen | null;
    cumulativeBeforeFen: Fen | null;
  };
  parts: {
    position: number;
    partyName: string;
    kind: string;
    rateBps: number | null;
    takesFrom: 'base' | 'rest';
    amountFen: Fen;
    fromFen: Fen | null;
  }[];
  /** What earlier lines of the same order line gave on the same tier. */
  earlierBaseFen: Fen;
  amends: { month: Month; seq: number; orderNo: string; amountFen: Fen | null } | null;
}

/** One step of the working: a key for the screens, its values, and the sentence in both languages. */
export interface Sentence {
  key: 'order' | 'rule' | 'tier' | 'share' | 'rest' | 'amends' | 'retier';
  values: Record<string, string>;
  text: string;
  textEn: string;
}

/** Why this amount: from the order line over the clause to the last fen, as sentences a person can check by hand. */
export function explainLine(facts: LineFacts): Sentence[] {
  return [
    describeOrder(facts),
    describeRule(facts),
    ...describeTier(facts),
    ...describeAmendment(facts),
    ...facts.parts.map((part) => describePart(facts, part)),
  ];
}

function describeOrder({ order, salesFen, baseFen, rule }: LineFacts): Sentence {
  const [sales, base, paid] = [formatYuan(salesFen), formatYuan(baseFen), formatYuan(order.paidFen)];
  const what = order.product ?? '—';
  const no = order.lineNo ? `${order.orderNo} / ${order.lineNo}` : order.orderNo;
  const basis =
    rule.base === 'sales' ? { zh: '', en: '' } : { zh: `，佣金 ${base} 元`, en: `, commission ${base}` };
  return {
    key: 'order',
    values: { no, what, paid, sales, base, settledAt: order.settledAt ?? '—' },
    text: `订单 ${no}（${what}），支付 ${paid} 元，平台于 ${order.settledAt ?? '—'} 结算；本行净销售额 ${sales} 元${basis.zh}。`,
    textEn: `Order ${no} (${what}), paid ${paid}, settled by the platform on ${order.settledAt ?? '—'}; net sales of this line ${sales}${basis.en} (CNY).`,
  };
}

function describeRule({ rule }: LineFacts): Sentence {
  const clause = `${rule.contractNo} v${rule.versionNo} ${rule.clauseNo}`;
  const scope =
    rule.scope.length === 0
      ? { zh: '适用于全部商品', en: 'covers everything' }
      : { zh: `仅适用于${rule.scope.join('、')}`, en: `only for ${rule.scope.join(', ')}` };
  const base = rule.base === 'sales' ? { zh: '净销售额', en: 'net sales' } : { zh: '佣金', en: 'commission' };
  return {
    key: 'rule',
    values: { clause, scope: scope.zh, base: base.zh },
    text: `依据合同 ${clause}${rule.clauseHeading ? `（${rule.clauseHeading}）` : ''}，${scope.zh}，以${base.zh}为基数分配。`,
    textEn: `By contract ${clause}${rule.clauseHeading ? ` (${rule.clauseHeading})` : ''}, which ${scope.en}; what is divided is the ${base.en}.`,
  };
}

function describeTier({ rule }: LineFacts): Sentence[] {
  if (rule.tierFromFen === 0 && rule.tierToFen === null) return [];
  const [from, to] = [
    formatYuan(rule.tierFromFen),
    rule.tierToFen === null ? '∞' : formatYuan(rule.tierToFen),
  ];
  const before = rule.cumulativeBeforeFen === null ? null : formatYuan(rule.cumulativeBeforeFen);
  return [
    {
      key: 'tier',
      values: { from, to, before: before ?? '' },
      text:
        before === null
          ? `沿用被冲销行的档位：累计 ${from} 至 ${to} 元。`
          : `本行之前当月累计净销售额 ${before} 元，落在 ${from} 至 ${to} 元一档。`,
      textEn:
        before === null
          ? `On the tier of the line it amends: ${from} to ${to}.`
          : `Net sales of the month before this line: ${before}, which is in the tier ${from} to ${to}.`,
    },
  ];
}

function describeAmendment({ amends, kind, baseFen, earlierBaseFen, seq }: LineFacts): Sentence[] {
  if (!amends) return [];
  const values = {
    month: amends.month,
    orderNo: amends.orderNo,
    earlier: formatYuan(earlierBaseFen),
    base: formatYuan(baseFen),
  };
  if (kind === 'trueup') {
    const isBack = baseFen === -earlierBaseFen && earlierBaseFen !== 0;
    return [
      {
        key: 'retier',
        values,
        text: isBack
          ? `退款使当月累计下降，按原档位已计的 ${values.earlier} 元基数全部冲回。`
          : `按新档位重新计算，基数 ${values.base} 元。`,
        textEn: isBack
          ? `A refund lowered the month’s sum: the base ${values.earlier} given on the old tier is taken back whole.`
          : `Given anew on the right tier, base ${values.base}.`,
      },
    ];
  }
  const own = seq > 0;
  return [
    {
      key: 'amends',
      values,
      text: own
        ? `本行修正 ${values.month} 结算的同一订单：基数此前已计 ${values.earlier} 元，现变动 ${values.base} 元。`
        : `本行为退款，冲回 ${values.month} 结算的订单 ${values.orderNo}。`,
      textEn: own
        ? `Amends the same order, settled in ${values.month}: base ${values.earlier} was counted, it changes by ${values.base}.`
        : `A refund: takes back order ${values.orderNo}, settled in ${values.month}.`,
    },
  ];
}

function describePart(facts: LineFacts, part: LineFacts['parts'][number]): Sentence {
  const amount = formatYuan(part.amountFen);
  const values = {
    party: part.partyName,
    amount,
    rate: part.rateBps === null ? '' : formatRate(part.rateBps),
    from: part.fromFen === null ? '' : formatYuan(part.fromFen),
  };
  if (part.rateBps === null) {
    return {
      key: 'rest',
      values,
      text: `${part.partyName}：其余部分（含尾差） ${amount} 元。`,
      textEn: `${part.partyName}: the rest, odd fen included: ${amount}.`,
    };
  }
  const of =
    part.takesFrom === 'rest'
      ? { zh: '扣除前列各方后的', en: 'of what the parts before left, ' }
      : { zh: '', en: '' };
  // An amended order line is split as a whole again: the line is the difference to what was given before.
  const isDifference = facts.seq > 0 && facts.kind === 'refund';
  const working = isDifference
    ? {
        zh: `按现有基数重算后与已计之差 ${amount} 元`,
        en: `recomputed on the base of today, less what was given: ${amount}`,
      }
    : {
        zh: `${of.zh}${values.from} × ${values.rate} = ${amount} 元（不足一分舍去）`,
        en: `${of.en}${values.from} × ${values.rate} = ${amount} (cut to whole fen)`,
      };
  return {
    key: 'share',
    values,
    text: `${part.partyName}：${working.zh}。`,
    textEn: `${part.partyName}: ${working.en}.`,
  };
}
