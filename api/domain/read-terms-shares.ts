import { type Bps, bps, type Fen, fen } from './money.ts';
import type { Confidence, ReadTerm, TermValue } from './read-terms-shape.ts';
import type { TermSentence } from './read-terms-text.ts';

type Share = Extract<TermValue, { field: 'share' }>;
type Party = Share['party'];

const SPEAKS_OF_SHARES =
  /分成|分配|分得|[分占拿][走取]?|坑位费|分账|分润|提成|拆分|佣金|净收[入益]|收益|报酬|扣点|技术服务费|revenue|commission|share|royalt/;
/** Percentages that divide nothing: interest, rates of return and refund, tax, deposits, damages. */
const OTHER_RATES =
  /违约金|逾期|利息|滞纳|税率|税点|增值税|所得税|退[货款]率|完成率|合格率|转化率|损失|赔偿|保证金|押金|质保|定金|股[权份]|折扣|损耗|预留|准备金|缓结|管理费|运营费|培训费|推广费|孵化费|penalt|interest|tax|deposit|damages|reserve/;
const PERCENT = /(\d+(?:\.\d+)?)%/g;

/** Rates and tiers the sentence gives a party. */
export function readShares(sentence: TermSentence): ReadTerm[] {
  const about = `${sentence.context}。${sentence.text}`;
  if (!SPEAKS_OF_SHARES.test(about)) return [];
  const columns = readColumns(sentence);
  if (columns.length > 0) return columns;
  let party = partyIn(/[:：]?[^。]*$/.exec(sentence.context)?.[0] ?? '');
  return sentence.text.split(/(?<=[;。])/).flatMap((piece) => {
    if (OTHER_RATES.test(piece)) return [];
    const ratio = readRatio(piece, sentence);
    if (ratio.length > 0) return ratio;
    const found = readPercents(piece, sentence, party);
    const own = found.at(-1);
    party = own?.party ?? party;
    return found.map(({ term }) => term);
  });
}

/** 甲方60%、乙方40% is two attributions; 6:4 and 60%:40% are one ratio, the first for the party named first. */
function readRatio(piece: string, sentence: TermSentence): ReadTerm[] {
  const match = /(\d+(?:\.\d+)?)(%?) ?[:比/] ?(\d+(?:\.\d+)?)(%?)/.exec(piece);
  if (!match) return [];
  const [left, right] = [Number(match[1]), Number(match[3])];
  const whole = left + right;
  if (!(whole === 100 || (whole === 10 && match[2] === '')) || !SPEAKS_OF_SHARES.test(piece)) return [];
  const named = /([ⒸⒶ])[^ⒸⒶⒷ]{0,6}([ⒸⒶ])[^。;]*$/.exec(piece.slice(0, match.index));
  const between = /^[^ⒸⒶ.。;]{0,20}between ([ⒸⒶ]) and [ⒸⒶ]/.exec(piece.slice(match.index + match[0].length));
  const sign = (named ?? between)?.[1];
  const first: Party = sign === undefined ? sentence.first : sign === 'Ⓐ' ? 'anchor' : 'company';
  const confidence: Confidence = sign !== undefined || piece.includes('Ⓑ') ? 'high' : 'low';
  const scale = 10_000 / whole;
  return ([first, first === 'anchor' ? 'company' : 'anchor'] as const).map((party, at) => ({
    value: {
      field: 'share',
      party,
      rateBps: bps(Math.round((at === 0 ? left : right) * scale)),
      ...baseOf(piece, sentence),
      tier: readTier(piece.slice(0, match.index), sentence),
    },
    confidence,
  }));
}

const COLUMN = '([ⒸⒶ])(?:分成|分得|所得|分配|比例|share)*[|\\s]*';
const COLUMNS = new RegExp(`${COLUMN}${COLUMN}(?=[^ⒸⒶ]*%)`);

/** A table with a column for each party: each row a threshold and as many percentages as there are parties. */
function readColumns(sentence: TermSentence): ReadTerm[] {
  const head = COLUMNS.exec(sentence.text);
  if (!head || head[1] === head[2]) return [];
  const parties: Party[] = head[1] === 'Ⓐ' ? ['anchor', 'company'] : ['company', 'anchor'];
  const rows = sentence.text.slice(head.index + head[0].length);
  let from = 0;
  let tier: Share['tier'] = null;
  return [...rows.matchAll(PERCENT)].flatMap((match, at): ReadTerm[] => {
    if (at % 2 === 0) tier = readTier(rows.slice(from, match.index), sentence);
    from = match.index + match[0].length;
    const rateBps = exactBps(match[1]!);
    if (rateBps === undefined) return [];
    const base = baseOf(sentence.context, sentence);
    const value: Share = { field: 'share', party: parties[at % 2]!, rateBps, ...base, tier };
    return [{ value, confidence: tier === null ? 'low' : 'high' }];
  });
}

interface Attributed {
  term: ReadTerm;
  party: Party;
}

function readPercents(piece: string, sentence: TermSentence, before: Party | undefined): Attributed[] {
  const found: Attributed[] = [];
  let party = before;
  let from = 0;
  for (const match of piece.matchAll(PERCENT)) {
    const rateBps = exactBps(match[1]!);
    const until = match.index + match[0].length;
    const own = partyOfPercent(piece, from, match.index, until);
    const owner = own ?? party;
    const span = piece.slice(from, match.index);
    from = until;
    if (owner === undefined || rateBps === undefined || rateBps > 10_000) continue;
    party = owner;
    const tier = readTier(span, sentence);
    const value: Share = { field: 'share', party: owner, rateBps, ...baseOf(piece, sentence), tier };
    const isPlain = own !== undefined || tier !== null;
    found.push({
      term: { value, confidence: isPlain ? (value.of === 'unsaid' ? 'medium' : 'high') : 'low' },
      party: owner,
    });
  }
  return found;
}

/** Words that receive: after the percentage (`40%归Ⓐ`), before it (`Ⓐ分得…40%`), or the one who is paid (`向Ⓐ支付…40%`). */
function partyOfPercent(piece: string, from: number, at: number, until: number): Party | undefined {
  const before = piece.slice(from, at);
  const after = piece.slice(until);
  const next =
    /^(?:\(?[^ⒶⒸ,;。]{0,10}?\)?)(?:归|归属于?|支付给|付给|分给|给予?|由|向|作为|为|属于|to|goes to|for) ?([ⒶⒸ])/.exec(
      after,
    );
  if (next) return next[1] === 'Ⓐ' ? 'anchor' : 'company';
  const platformAt = Math.max(
    before.lastIndexOf('平台'),
    before.lastIndexOf('platform'),
    before.lastIndexOf('技术服务费'),
  );
  const signAt = Math.max(before.lastIndexOf('Ⓐ'), before.lastIndexOf('Ⓒ'));
  if (
    platformAt > signAt &&
    /(?:平台|技术服务费|platform)[^,;。]{0,16}(?:收取|扣[除点]|费|抽成|fee|charges?|takes?)?[^,;。]{0,30}$/.test(
      before,
    ) &&
    !/平台[^,;。]{0,12}(?:结算|支付|到账|返还|实际)/.test(before)
  )
    return 'platform';
  const paid = /(?:向|支付给|付给|给予?|pays?(?: to)?|to) ?([ⒶⒸ])(?=[^ⒶⒸ]*$)/.exec(before) ?? undefined;
  if (paid) return paid[1] === 'Ⓐ' ? 'anchor' : 'company';
  const later = /^[^ⒶⒸ;。]{0,14}(?:向|给) ?([ⒶⒸ])/.exec(after);
  if (later) return later[1] === 'Ⓐ' ? 'anchor' : 'company';
  if (/^ ?(?:of|the)?[^.;]{0,40}\b(?:to|for) (?:the )?([ⒶⒸ])/.test(after)) {
    return /(?:to|for) (?:the )?Ⓐ/.test(after) ? 'anchor' : 'company';
  }
  return partyIn(before);
}

/** The party named last before the percentage, unless it only has something (`Ⓐ的账号`) or pays. */
function partyIn(before: string): Party | undefined {
  const signs = [...before.matchAll(/([ⒶⒸ])(?!的(?:账号|直播间|名义|粉丝)|(?:应|需|须)?(?:向|承担))/g)];
  const last = signs.at(-1)?.[1];
  return last === undefined ? undefined : last === 'Ⓐ' ? 'anchor' : 'company';
}

function baseOf(piece: string, { text, context }: TermSentence): Pick<Share, 'of' | 'isNet'> {
  for (const words of [piece, text, context]) {
    // The threshold of a tier is in sales whatever the share is of.
    const plain = words.replaceAll(THRESHOLD, '');
    const base =
      /(净?)(?:(佣金|commission)|(销售额|gmv|成交额|成交金额|货款|sales)|(净收[入益]|净利润?|利润|收[入益]|所得|流水|坑位费|revenue|income|profit|proceeds))/.exec(
        plain,
      );
    if (!base) continue;
    if (OTHER_INCOME.test(words) && !/带货|佣金|销售/.test(words))
      return { of: 'other', isNet: /扣除|净/.test(plain) };
    const of = base[2] ? 'commission' : base[3] ? 'sales' : 'income';
    return { of, isNet: /净|扣除|实际到账|实收|\bnet\b|after (?:deduct|platform)/.test(plain) };
  }
  return { of: 'unsaid', isNet: false };
}

/** Sales that only choose the tier: 当月销售额不足50万元, 按当月销售额确定. */
const THRESHOLD =
  /(?:月|当月|自然月|每月|单月|累计|月度|monthly)[^,;。]{0,8}(?:销售额|gmv|成交额|业绩|流水|成交金额|sales|turnover)[^,;。]{0,24}?\d|(?:按|根据|依)[^,;。:]{0,10}(?:销售额|gmv|成交额|业绩)[^,;。:]{0,6}(?:确定|分[档段]|阶梯|区间)/g;

/** Income without an order line: no share rule settles it. */
const OTHER_INCOME = /坑位费|链接费|广告|代言|打赏|线下|演出费|slot fee|endorsement|tips|gifts/;

const SALES = /销售额|gmv|成交额|成交金额|业绩|流水|营业额|sales|turnover|revenue/;
const SUM = '(?:rmb|cny|¥|￥)? ?(\\d+(?:\\.\\d+)?) ?(?:元|yuan|rmb|cny)?';
const INCLUSIVE = '(?:\\((?:不?含|不?包含|不?包括)[^)]{0,4}\\))?';
const RANGE = new RegExp(`${SUM}${INCLUSIVE} ?(?:至|到|-|~|to|and) ?${SUM}`);
const BELOW = new RegExp(
  `(?:不足|低于|未达到?|不超过|未超过|不高于|小于|以内|≤|<|up to|below|under|less than|not exceeding) ?(?:人民币)?${SUM}|${SUM}${INCLUSIVE}(?:及以下|以下|以内|之内)`,
);
const ABOVE = new RegExp(
  `(?:超过|达到?|高于|大于|不低于|不少于|超出|突破|满|≥|>|over|above|exceed(?:s|ing)?|in excess of|more than) ?(?:人民币)?${SUM}|${SUM}${INCLUSIVE}(?:及以上|以上|起|or more|and above)`,
);

/** The threshold in the words before a percentage; null where none of the month's sales is spoken of. */
function readTier(before: string, { text, context }: TermSentence): Share['tier'] {
  if (!SALES.test(`${context}${text}`)) return null;
  const range = RANGE.exec(before);
  if (range && Number(range[2]) > Number(range[1]))
    return { fromFen: yuan(range[1]!), toFen: yuan(range[2]!) };
  const [below, above] = [BELOW.exec(before), ABOVE.exec(before)];
  const top = below?.[1] ?? below?.[2];
  const bottom = above?.[1] ?? above?.[2];
  // 不超过 holds the 超过 of the other: what is said to be not above is below.
  const isNegated = above !== null && /[不未]$/.test(before.slice(0, above.index));
  const from = bottom !== undefined && !isNegated ? bottom : undefined;
  if (from === undefined && top === undefined) return null;
  if (Math.max(Number(from ?? 0), Number(top ?? 0)) < SMALLEST_THRESHOLD) return null;
  return { fromFen: yuan(from ?? '0'), toFen: top === undefined ? null : yuan(top) };
}

/** A number below a thousand yuan is a count of days or sessions, not of a month's sales. */
const SMALLEST_THRESHOLD = 1000;

const yuan = (said: string): Fen => fen(Math.round(Number(said) * 100));

/** `12.5` → 1250; undefined for what basis points cannot say. */
export function exactBps(percent: string | number): Bps | undefined {
  const hundredths = Number(percent) * 100;
  const whole = Math.round(hundredths);
  return Math.abs(hundredths - whole) < 1e-6 ? bps(whole) : undefined;
}
