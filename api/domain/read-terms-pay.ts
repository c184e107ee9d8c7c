import { fen } from './money.ts';
import type { GuaranteeCondition, ReadTerm } from './read-terms-shape.ts';
import { exactBps } from './read-terms-shares.ts';
import type { TermSentence } from './read-terms-text.ts';

const PAYS = /结算|支付|打款|付款|发放|划付|结清|转账|到账|打入|汇付|汇入|\bpa(?:y|id|yment)|remit|settle/;
const INCOME =
  /收[入益]|佣金|分成|报酬|提成|款项|应得|结算款|劳务费|earnings|commission|share|revenue|income|remuneration|fees?|payment/;
const OTHER_TIMES =
  /违约|赔偿|退还|返还|异议|保证金|押金|罚|整改|费用由|逾期|解除|终止|提出|核对|核实|催告|仍未|未支付|refund|deposit|object|dispute|terminat/;
/** What these open, the next part closes: the last account, not the monthly one. */
const LAST_ACCOUNT = /解除|终止|届满|到期|违约|terminat|expir/;
/** A statement handed over is not yet a payment. */
const HANDS_OVER = /提供|出具|发送|明细|对账单|账单|report|statement/;

/** Within how many days what was earned is paid out. */
export function readSettlementDays({ text, context }: TermSentence): ReadTerm[] {
  if (!PAYS.test(text) || !INCOME.test(`${context}${text}`)) return [];
  const found: ReadTerm[] = [];
  const window =
    /(\d+) ?(个?工作日|(?:business|working) days?|个?自然日|日|天|(?:calendar )?days?|个(?:自然)?月|months?)(?:内|之内|以内|after|of|following|from)?/g;
  for (const match of text.matchAll(window)) {
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 36);
    const isWithin =
      /内$/.test(match[0]) || /within (?:the )?$|账期(?:为|是)?$|结算周期(?:为|是)?$|t\+$/.test(before);
    const own = partAround(text, match.index, 0);
    if (
      !isWithin ||
      OTHER_TIMES.test(own) ||
      LAST_ACCOUNT.test(partAround(text, match.index)) ||
      !(PAYS.test(after) || PAYS.test(before))
    )
      continue;
    if (/Ⓐ[^,;。]{0,10}(?:应|须|需)?向Ⓒ/.test(`${own}${after}`)) continue;
    const count = Number(match[1]);
    const isWorkdays = /工作|business|working/.test(match[2]!);
    const days = /月|month/.test(match[2]!) ? count * 30 : count;
    if (days > 0)
      found.push({
        value: { field: 'settlement_days', days, isWorkdays },
        confidence: /Ⓐ/.test(text) ? 'high' : 'medium',
      });
  }
  return found;
}

/** The day of the month it is paid. */
export function readPaymentDay({ text, context }: TermSentence): ReadTerm[] {
  if (!PAYS.test(text) || !INCOME.test(`${context}${text}`)) return [];
  const chinese =
    /(每个?自?然?月|当月|次月|下个?月|次次月|隔月|第三个?月)(?:的)?(?:第)?(\d{1,2})[日号](?!内)/.exec(text);
  const english =
    /(\d{1,2}) ?(?:st|nd|rd|th)(?: (?:calendar )?day)? of (?:the |each |every )*(following|next|succeeding)? ?(?:calendar )?month/.exec(
      text,
    );
  const day = Number(chinese?.[2] ?? english?.[1] ?? 0);
  if (day < 1 || day > 31) return [];
  const own = partAround(text, (chinese ?? english)!.index, 0);
  if (OTHER_TIMES.test(own) || (HANDS_OVER.test(own) && !/支付|发放|打款|付款|\bpa(?:y|id)/.test(own)))
    return [];
  const isTwoLater = /次次月|隔月|第3个?月/.test(chinese?.[1] ?? '');
  const isNext =
    /次月|下个?月/.test(chinese?.[1] ?? '') ||
    english?.[2] !== undefined ||
    /上个?(?:自然)?月|前月|previous month|preceding month/.test(text);
  return [
    {
      value: { field: 'payment_day', day, monthsAfter: isTwoLater ? 2 : isNext ? 1 : 0 },
      confidence: 'high',
    },
  ];
}

/** What is paid each month whatever was sold, and on which conditions. */
export function readGuarantee({ text, quantities }: TermSentence): ReadTerm[] {
  const word =
    /保底|最低(?:收入|月收入|报酬)?保障|底薪|基本(?:报酬|工资|劳务费)|固定(?:月薪|报酬)|guarantee|base (?:fee|pay|salary)|minimum monthly/.exec(
      text,
    );
  if (!word || /保底(?:销售|销量|gmv)|质量保障/.test(text)) return [];
  // A month's sales that the guarantee hangs on is money too, and not the guarantee.
  const sums = quantities.filter(
    ({ kind, at }) =>
      kind === 'money' && !/(?:销售额|gmv|业绩|流水|成交额|sales)[^,;。]{0,10}$/.test(text.slice(0, at)),
  );
  const money = sums.sort((a, b) => Math.abs(a.at - word.index) - Math.abs(b.at - word.index))[0];
  if (money?.kind !== 'money' || Math.abs(money.at - word.index) > 60) return [];
  const isMonthly = /每月|每个月|月薪|元\/月|月保底|monthly|per month|each month|a month/.test(text);
  const value = {
    field: 'guarantee' as const,
    amountFen: fen(money.amountFen),
    conditions: readConditions(text),
  };
  return [{ value, confidence: isMonthly ? 'high' : 'medium' }];
}

function readConditions(text: string): GuaranteeCondition[] {
  const patterns: [GuaranteeCondition['kind'], RegExp, number][] = [
    [
      'minutes_per_month',
      /(?:每月|每个月|当月|月)[^。;,]{0,24}?(\d+(?:\.\d+)?) ?个?小时|(\d+) hours (?:a|per|each) month/,
      60,
    ],
    [
      'minutes_per_day',
      /(?:每[日天]|日均|单日)[^。;,]{0,20}?(\d+(?:\.\d+)?) ?个?小时|(\d+) hours (?:a|per|each) day/,
      60,
    ],
    [
      'days_per_month',
      /(?:每月|每个月|当月|月)[^。;,]{0,24}?(\d+) ?[天日](?!内|前)|(\d+) days (?:a|per|each) month/,
      1,
    ],
    ['first_months', /(?:前|首|起)(\d+) ?个月|first (\d+) months/, 1],
  ];
  return patterns.flatMap(([kind, pattern, times]) => {
    const match = pattern.exec(text);
    const count = Number(match?.[1] ?? match?.[2] ?? 0);
    return count > 0 ? [{ kind, count: Math.round(count * times) }] : [];
  });
}

export function readDeposit({ text, quantities }: TermSentence): ReadTerm[] {
  const word = /保证金|押金|履约金|质保金|security deposit|\bdeposit\b/.exec(text);
  if (!word || /无需|不收取|不向Ⓐ收取|no deposit/.test(text)) return [];
  const near = quantities.filter(({ at }) => Math.abs(at - word.index) < 40);
  const money = near.find(({ kind }) => kind === 'money');
  const percent = near.find(({ kind }) => kind === 'percent');
  if (money?.kind === 'money')
    return [
      { value: { field: 'deposit', amountFen: fen(money.amountFen), rateBps: null }, confidence: 'high' },
    ];
  const rateBps = percent?.kind === 'percent' ? exactBps(percent.value) : undefined;
  return rateBps === undefined
    ? []
    : [{ value: { field: 'deposit', amountFen: null, rateBps }, confidence: 'high' }];
}

/** Sums taken for a lapse: 每次罚款500元. */
export function readFines({ text, context, quantities }: TermSentence): ReadTerm[] {
  const word = /罚款|扣罚|处罚|罚[^金则]|扣款|扣除|扣减|扣(?=\d|人民币)|\bfined?\b|deduct/;
  const found: ReadTerm[] = [];
  for (const quantity of quantities) {
    if (quantity.kind !== 'money' || quantity.amountFen === 0) continue;
    const own = partAround(text, quantity.at);
    const isFine = word.test(own) || /罚款|罚则|处罚|扣款|\bfines?\b/.test(lastPart(context));
    if (!isFine || /行政|监管|主管|违约金|赔偿金|平台处罚|保底|保证金|actual/.test(own)) continue;
    found.push({
      value: {
        field: 'fine',
        amountFen: fen(quantity.amountFen),
        per: perOf(`${own}${text.slice(quantity.at, quantity.at + 20)}`),
      },
      confidence: word.test(own) ? 'high' : 'medium',
    });
  }
  return found;
}

function perOf(words: string): 'time' | 'day' | 'hour' | 'month' | 'unsaid' {
  if (/每小时|\/小时|per hour|each hour/.test(words)) return 'hour';
  if (
    /每次|\/次|每一次|每场|\/场|1次|per (?:time|occurrence|instance|session)|each (?:time|occurrence|late)/.test(
      words,
    )
  )
    return 'time';
  if (/每[日天]|\/[日天]|每逾期1?[日天]|per day|each day/.test(words)) return 'day';
  return /每月|\/月|per month/.test(words) ? 'month' : 'unsaid';
}

/** Percentages taken from what is the anchor's: management fees, reserves. */
export function readDeductions({ text }: TermSentence): ReadTerm[] {
  const found: ReadTerm[] = [];
  for (const match of text.matchAll(/(\d+(?:\.\d+)?)%/g)) {
    const own = partAround(text, match.index, 2);
    const what =
      /(?:售后|质量)?(?:准备金|预留金)|(?:平台|账号)?(?:管理|运营|培训|投流|推广|服务|经纪|包装|孵化|通道)(?:服务)?费|代扣[^,;。]{0,4}税费|reserve|management fee|handling fee/.exec(
        own,
      )?.[0];
    if (
      !what ||
      !/扣|预留|收取|留存|计提|缓结|withh|deduct|retain|charge/.test(own) ||
      /违约|平台技术服务费|平台收取/.test(own)
    )
      continue;
    const rateBps = exactBps(match[1]!);
    if (rateBps !== undefined && rateBps > 0)
      found.push({ value: { field: 'deduction', rateBps, what }, confidence: 'medium' });
  }
  return found;
}

/** The part of a sentence between commas that holds a place, with `more` parts before it. */
export function partAround(text: string, at: number, more = 1): string {
  let from = at;
  for (let count = 0; count <= more && from > 0; count++)
    from = Math.max(text.lastIndexOf(',', from - 1), text.lastIndexOf(';', from - 1));
  const stops = [',', ';', '。'].map((stop) => text.indexOf(stop, at)).filter((place) => place >= 0);
  return text.slice(Math.max(0, from), Math.min(text.length, ...stops));
}

const lastPart = (context: string): string => context.slice(context.lastIndexOf('。') + 1);
