import { type Folded, replaceIn } from './folded.ts';
import { ENGLISH_NUMBER, readChineseNumber, readEnglishNumber } from './numerals.ts';

// A bare 万 after a blank to fill in (＿＿万元) is no number: the first character is a digit or a lower place.
const N =
  '[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟][零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬]*|\\d[\\d,]*(?:\\.\\d+)?[十百千万亿萬]*';
const NOT_BEFORE = '(?<!(?<!合)同)(?<![任统单唯某逐第之合专惟万零〇一二两三四五六七八九十百千_＿×□\\d.])';
const UNIT =
  '元|块|圆|美元|倍|年|个月|个自然月|个日历月|个季度|月|日|天|个工作日|工作日|个自然日|自然日|周岁|周|个星期|岁|个?小时|分钟|%|成|次|场|期|公斤|斤|个百分点|条|名|人|余元|多元|以上|以下|折|亩|平方米|w|个';
const NUMBER_THEN_UNIT = new RegExp(`${NOT_BEFORE}(${N})(?=(?:余|多|来)?(?:${UNIT}))`, 'g');
const RANGE = new RegExp(`${NOT_BEFORE}(${N})(?=(?:元)?[至到~-](?:人民币)?\\d+(?:\\.\\d+)?(?:${UNIT}))`, 'g');
const HUNDREDTHS = new RegExp(`百分之(${N}|百)(?:至百分之(${N}))?`, 'g');
const SMALLER_PARTS = new RegExp(`(千|万)分之(${N})`, 'g');
const TENTHS = new RegExp(
  `(?<![年月\\d第])(${N})成(?![为本立交员功果品就长分])(?:([一二三四五六七八九]|半))?`,
  'g',
);
const BARE_SUM = new RegExp(
  `(?<=(?:赔|付|交|缴|罚|扣|补偿|违约金|款|费|收|要|Ⓒ|公司|-|:)(?:了|你|我|我们|公司|出)?)(${N})(?<=万|[百千]|\\d{3,})(?![元块圆人粉单次件个名时天年日月%倍小\\d.零〇一二两三四五六七八九十百千万亿])`,
  'g',
);
const ORDINAL = new RegExp(`(?<=第)(${N})(?=个?(?:自然)?(?:工作)?(?:日|天|个月|月|季度))`, 'g');
const ENGLISH_WORDS = new RegExp(`\\b${ENGLISH_NUMBER}(?:(?:[ -]|\\band\\b)+${ENGLISH_NUMBER})*\\b`, 'g');

/** Numbers in characters or words become digits with their unit: `五百万元` → `5000000元`, `九成` → `90%`, `半年` → `6个月`. */
export function writePlainNumbers(folded: Folded): Folded {
  if (!/[\u4e00-\u9fff]/.test(folded.text)) return writeEnglishNumbers(folded);
  let plain = replaceIn(folded, HUNDREDTHS, (match) => {
    const low = readNumber(match[1]!);
    return low === undefined ? undefined : match[2] ? `${low}至${readNumber(match[2])}%` : `${low}%`;
  });
  plain = replaceIn(plain, SMALLER_PARTS, (match) => {
    const value = readNumber(match[2]!);
    return value === undefined ? undefined : `${trim(value / (match[1] === '千' ? 10 : 100))}%`;
  });
  plain = replaceIn(plain, /([二三四五六七八九十])分之([一二三四五六七八九])/g, (match) => {
    const value = (readChineseNumber(match[2]!)! / readChineseNumber(match[1]!)!) * 100;
    return `${trim(value)}%`;
  });
  plain = replaceIn(
    plain,
    /([一二三四五六七八九])([一二三四五六七八九])(?=分成|开(?!始|播|设|展|通)|分账|分配|拆分|分润|比例分)/g,
    (match) => {
      const [left, right] = [readChineseNumber(match[1]!)!, readChineseNumber(match[2]!)!];
      return left + right === 10 ? `${left * 10}%:${right * 10}%` : undefined;
    },
  );
  plain = replaceIn(plain, /半数(?!以)|一半|对半/g, () => '50%');
  plain = replaceIn(
    plain,
    /([一二两三四五六七八九十]|\d{1,2})年半/g,
    (match) => `${readNumber(match[1]!)! * 12 + 6}个月`,
  );
  plain = replaceIn(plain, /半年/g, () => '6个月');
  plain = replaceIn(plain, /双倍|加倍|翻倍/g, () => '2倍');
  plain = replaceIn(plain, TENTHS, (match) => {
    const value = readNumber(match[1]!);
    if (value === undefined || value > 10) return undefined;
    const extra = match[2] === '半' ? 5 : match[2] ? readChineseNumber(match[2])! : 0;
    return `${value * 10 + extra}%`;
  });
  // 赔三百万, 罚五万: a sum said without 元.
  plain = replaceIn(plain, BARE_SUM, (match) => {
    const value = readNumber(match[1]!);
    return value === undefined || value < 50 ? undefined : `${trim(value)}元`;
  });
  // 第九十日, 第四个月: an ordinal that counts a stretch of time.
  plain = replaceIn(plain, ORDINAL, (match) => said(match[1]!));
  plain = replaceIn(plain, /个?(?:钟头|h(?![a-z]))/g, () => '小时');
  plain = replaceIn(plain, NUMBER_THEN_UNIT, (match) => said(match[1]!));
  return replaceIn(plain, RANGE, (match) => said(match[1]!));
}

function writeEnglishNumbers(folded: Folded): Folded {
  let plain = replaceIn(folded, ENGLISH_WORDS, (match) => {
    const value = readEnglishNumber(match[0]);
    return value === undefined ? undefined : String(value);
  });
  plain = replaceIn(
    plain,
    /(\d[\d,]*(?:\.\d+)?) ?\( ?\d[\d,.]* ?(%?) ?\)/g,
    (match) => match[1]! + match[2]!,
  );
  plain = replaceIn(plain, / ?(?:percent|per cent|percentage)\b/g, (match) =>
    match[0].includes('age') ? undefined : '%',
  );
  plain = replaceIn(plain, /\b(\d[\d,]*(?:\.\d+)?) ?(million|m|k|thousand)\b/g, (match) =>
    trim(Number(match[1]!.replaceAll(',', '')) * (match[2]!.startsWith('m') ? 1_000_000 : 1000)),
  );
  plain = replaceIn(plain, /\b\d{1,3}(?:,\d{3})+\b/g, (match) => match[0].replaceAll(',', ''));
  plain = replaceIn(plain, /\bhalf a year\b|\bsix-month\b/g, () => '6 months');
  plain = replaceIn(plain, /\b(?:a|one|1) decade\b/g, () => '10 years');
  plain = replaceIn(plain, /\b(?:a|one|1) hundred grand\b/g, () => '100000');
  plain = replaceIn(plain, /(?<=\d)-(?=(?:year|month|day|hour|week)s?\b)/g, () => ' ');
  return replaceIn(plain, /\bdouble (?=the )|\btwice (?=the )/g, () => '2 times ');
}

function said(text: string): string | undefined {
  const value = readNumber(text);
  return value === undefined ? undefined : trim(value);
}

function readNumber(text: string): number | undefined {
  return readChineseNumber(text.replaceAll(',', ''));
}

/** At most four decimals and no exponent: quantities are read again from this text. */
function trim(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
