const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const PLACES: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 };
const ENGLISH: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** `三百二十` → 320, `五百万` → 5000000, `3万` → 30000, `一二三` → 123; undefined when it is not a number. */
export function readChineseNumber(said: string): number | undefined {
  const mixed = /^(\d+(?:\.\d+)?)([十百千万亿]*)$/.exec(said);
  if (mixed) return Number(mixed[1]) * scaleOf(mixed[2]!);
  if (/^[零〇一二三四五六七八九]{2,}$/.test(said))
    return Number([...said].map((char) => DIGITS[char]).join(''));
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const char of said.replaceAll('萬', '万')) {
    if (char in DIGITS) digit = DIGITS[char];
    else if (char in PLACES) {
      section += (digit ?? 1) * PLACES[char]!;
      digit = undefined;
    } else if (char === '万') {
      total += (section + (digit ?? 0) || 1) * 10_000;
      section = 0;
      digit = undefined;
    } else if (char === '亿') {
      total = (total + section + (digit ?? 0) || 1) * 100_000_000;
      section = 0;
      digit = undefined;
    } else return undefined;
  }
  return total + section + (digit ?? 0);
}

/** `five hundred thousand`, `twenty-five` → the number; undefined when it is not one. */
export function readEnglishNumber(said: string): number | undefined {
  let total = 0;
  let section = 0;
  for (const word of said.toLowerCase().split(/[\s-]+/)) {
    if (word === 'and' || word === '') continue;
    if (word in ENGLISH) section += ENGLISH[word]!;
    else if (word === 'hundred') section = (section || 1) * 100;
    else if (word === 'thousand' || word === 'million') {
      total += (section || 1) * (word === 'thousand' ? 1000 : 1_000_000);
      section = 0;
    } else return undefined;
  }
  return total + section;
}

/** The words of `readEnglishNumber` as a pattern. */
export const ENGLISH_NUMBER = `(?:${Object.keys(ENGLISH)
  .sort((a, b) => b.length - a.length)
  .join('|')}|hundred|thousand|million)`;

function scaleOf(places: string): number {
  let scale = 1;
  for (const char of places) scale *= PLACES[char] ?? (char === '万' ? 10_000 : 100_000_000);
  return scale;
}
