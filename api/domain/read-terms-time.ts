import type { ReadTerm } from './read-terms-shape.ts';
import { bearerOf, type TermSentence } from './read-terms-text.ts';

const MONTHS_EN = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const DATE = new RegExp(
  `(\\d{4}) ?(?:年|-|/|\\.) ?(\\d{1,2}) ?(?:月|-|/|\\.) ?(\\d{1,2}) ?日?|(${MONTHS_EN.join('|')}) (\\d{1,2}),? (\\d{4})|(\\d{1,2}) (${MONTHS_EN.join('|')}),? (\\d{4})`,
  'g',
);
const SPAN = '(?<!\\d)(\\d{1,3}) ?(年(?!\\d)|years?|个(?:自然|日历)?月|months?)';

/** How long the contract runs: its first and last day, its length, or whichever of them is said. */
export function readTerm({ text, context }: TermSentence): ReadTerm[] {
  const about = `${context}${text}`;
  if (
    !/期限|有效期|合作期|服务期|签约期|为期|自.{0,24}起.{0,24}止|\bterm\b|effective (?:from|date)|commenc/.test(
      about,
    )
  )
    return [];
  if (
    /保密|竞业|续[约签期展]|宽限|异议|保质|confiden|renew/.test(text) &&
    !/(?:合同|协议|合作)(?:的)?(?:有效)?期限|term of this agreement/.test(text)
  )
    return [];
  const dates = [...text.matchAll(DATE)].map(dayOf).filter((day) => day !== undefined);
  const length =
    new RegExp(`(?:期限|有效期|合作期|服务期|签约期|为期|\\bterm\\b)[^。;内满后终]{0,40}?${SPAN}`).exec(
      text,
    ) ?? (dates.length > 0 ? new RegExp(`(?:共|计|of|for) ?${SPAN}`).exec(text) : null);
  const isRange = dates.length >= 2 && /至|到|止|to|until|through|ending/.test(text);
  if (!isRange && !length) return [];
  const from =
    isRange || (dates.length === 1 && /自|从|起|from|commenc|effective/.test(text)) ? dates[0]! : null;
  const to = isRange ? dates[1]! : null;
  const months = length ? monthsOf(length[1]!, length[2]!) : null;
  const isNamed = /(?:合同|协议|合作|本)[^。;,]{0,6}期|term of this/.test(about);
  return [{ value: { field: 'term', from, to, months }, confidence: isRange || isNamed ? 'high' : 'medium' }];
}

export function readNotice({ text }: TermSentence): ReadTerm[] {
  const found: ReadTerm[] = [];
  const chinese =
    /提前(?:至少)?(\d+) ?(个?工作日|个?自然日|日|天|个(?:自然)?月)[^。;,]{0,14}(?:通知|书面|告知|提出|函告|申请)/g;
  const english =
    /(\d+) ?(business days?|working days?|calendar days?|days?|months?)'?(?: prior| advance)?(?: written)? notice/g;
  for (const match of [...text.matchAll(chinese), ...text.matchAll(english)]) {
    const count = Number(match[1]);
    const days = /月|month/.test(match[2]!) ? count * 30 : count;
    found.push({
      value: { field: 'notice_days', days, bearer: whoGives(text.slice(0, match.index)) },
      confidence: 'high',
    });
  }
  return found;
}

/** The one who acts is the subject of the part, not whom he tells. */
function whoGives(before: string) {
  const sign = [...before.matchAll(/(?<![向给与对])[ⒶⒸⒷ]/g)].at(-1)?.[0];
  return sign === 'Ⓐ' ? 'anchor' : sign === 'Ⓒ' ? 'company' : sign === 'Ⓑ' ? 'both' : bearerOf(before);
}

export function readNoncompete({ text }: TermSentence): ReadTerm[] {
  const isBan = /不得|禁止|承诺不|不再|竞业|shall not|may not|will not|non-compet/.test(text);
  const isAfter =
    /(?:终止|解除|届满|到期|结束|离职|期满)[^。;,]{0,8}(?:后|之日起|起)|竞业(?:限制|禁止)期|after (?:the )?(?:termination|expir|end)|following (?:the )?(?:termination|expir|end)|post-term/.test(
      text,
    );
  if (!isBan || !isAfter || /保密|confiden|剩余/.test(text)) return [];
  if (!/直播|从事|合作|签约|竞争|竞业|同类|任职|入职|经营|stream|compet|engage|perform|similar/.test(text))
    return [];
  const span = new RegExp(
    `(?:后|起|期(?:限|间)?为?|for|within|of)[^。;]{0,16}?${SPAN}|${SPAN} ?(?:内|之内|after|following)`,
  ).exec(text);
  if (!span) return [];
  const months = monthsOf(span[1] ?? span[3]!, span[2] ?? span[4]!);
  return months > 0 ? [{ value: { field: 'noncompete_months', months }, confidence: 'high' }] : [];
}

/** Hours a day, hours and days a month that the anchor is to be live. */
export function readHours({ text, context }: TermSentence): ReadTerm[] {
  if (!/直播|开播|播出|工作|出勤|在线|stream|live|broadcast/.test(`${context}${text}`)) return [];
  if (/每周休|客服|补偿|加班费/.test(text)) return [];
  const found: ReadTerm[] = [];
  const add = (pattern: RegExp, make: (count: number) => ReadTerm['value']) => {
    const match = pattern.exec(text);
    const count = Number(match?.[1] ?? match?.[2] ?? 0);
    if (count > 0 && !/休息|休假|rest/.test(match![0]))
      found.push({ value: make(count), confidence: 'high' });
  };
  add(
    /(?:每[日天]|日均|单日|日播)[^。;,]{0,20}?(\d+(?:\.\d+)?) ?个?小时|(\d+(?:\.\d+)?) hours (?:a|per|each|every) day/,
    (hours) => ({
      field: 'minutes_per_day',
      minutes: Math.round(hours * 60),
    }),
  );
  add(
    /(?:每个?自?然?月|当月|月(?:度|均|直播))[^。;,每]{0,24}?(\d+(?:\.\d+)?) ?个?小时|(\d+(?:\.\d+)?) hours (?:a|per|each|every|in each) (?:calendar )?month/,
    (hours) => ({
      field: 'minutes_per_month',
      minutes: Math.round(hours * 60),
    }),
  );
  add(
    /(?:每个?自?然?月|当月|月(?:度|均|直播))[^。;,每]{0,24}?(\d+) ?[天日](?!内|前|起|之|结|支|发)|(\d+) days (?:a|per|each|every|in each) (?:calendar )?month/,
    (days) => ({
      field: 'days_per_month',
      days,
    }),
  );
  return found;
}

export function readExclusive({ text }: TermSentence): ReadTerm[] {
  if (/非独家|非排他|不具(?:有)?(?:独家|排他)|non-?exclusive/.test(text))
    return [{ value: { field: 'exclusive', isExclusive: false }, confidence: 'high' }];
  const isNamed =
    /独家(?:的|性)?(?:直播)?(?:授予|Ⓒ|经纪|合作|签约|直播|代理|演艺|管理|运营|服务|带货|委托|期|主播|艺人)|(?:唯一|排他)(?:的|性)?(?:经纪|合作|代理|签约|管理)|exclusive(?:ly)? (?:agent|manager|agency|represent|services|basis|talent|engage|stream)/.test(
      text,
    );
  if (isNamed) return [{ value: { field: 'exclusive', isExclusive: true }, confidence: 'high' }];
  const isBan =
    /Ⓐ[^。;]{0,24}不得[^。;]{0,20}(?:第三方|其他(?:平台|公司|机构|mcn|经纪)|他人)[^。;]{0,24}(?:合作|签约|直播|经纪|带货)/.test(
      text,
    );
  return isBan && !/(?:终止|解除|届满|到期)[^。;,]{0,6}后/.test(text)
    ? [{ value: { field: 'exclusive', isExclusive: true }, confidence: 'medium' }]
    : [];
}

export function readConfidentiality({ text, context }: TermSentence): ReadTerm[] {
  const isHere = /保密|confiden/.test(text);
  if (
    !isHere &&
    !(/保密|confiden/.test(context) && /义务|本条|obligation|this (?:clause|section)/.test(text))
  )
    return [];
  if (/永久|无限期|长期有效|永远|不因[^。;]{0,12}(?:终止|解除|届满)|perpetu|indefinite|forever/.test(text))
    return [{ value: { field: 'confidentiality_months', months: null }, confidence: 'high' }];
  const span = new RegExp(
    `(?:后|起|期(?:限|间)?为?|届满|终止|持续|for)[^。;]{0,16}?${SPAN}|${SPAN}[^。;,]{0,10}(?:保密|after|following)`,
  ).exec(text);
  return span
    ? [
        {
          value: {
            field: 'confidentiality_months',
            months: monthsOf(span[1] ?? span[3]!, span[2] ?? span[4]!),
          },
          confidence: 'high',
        },
      ]
    : [];
}

const monthsOf = (count: string, unit: string): number => Number(count) * (/年|year/.test(unit) ? 12 : 1);

/** `2026年1月1日` → `2026-01-01`; undefined for a day no calendar has. */
function dayOf(match: RegExpMatchArray): string | undefined {
  const [year, month, day] = match[1]
    ? [match[1], match[2]!, match[3]!]
    : match[4]
      ? [match[6]!, String(MONTHS_EN.indexOf(match[4]) + 1), match[5]!]
      : [match[9]!, String(MONTHS_EN.indexOf(match[8]!) + 1), match[7]!];
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? undefined : text;
}
