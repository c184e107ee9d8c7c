/** Writes a list number the way Word does: `format` is a numFmt of numbering.xml. An unknown format is written in digits. */
export function formatNumber(value: number, format: string): string {
  return FORMATS[format]?.(value) ?? String(value);
}

const FORMATS: Record<string, (value: number) => string | undefined> = {
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: (value) => toRoman(value),
  lowerRoman: (value) => toRoman(value)?.toLowerCase(),
  upperLetter: (value) => toLetters(value),
  lowerLetter: (value) => toLetters(value)?.toLowerCase(),
  ordinal: (value) => `${value}${ordinalSuffix(value)}`,
  chineseCounting: (value) => countInChinese(value),
  chineseCountingThousand: (value) => countInChinese(value),
  taiwaneseCounting: (value) => countInChinese(value),
  taiwaneseCountingThousand: (value) => countInChinese(value),
  japaneseCounting: (value) => countInChinese(value),
  ideographDigital: (value) => [...String(value)].map((digit) => DIGITS[Number(digit)]).join(''),
  taiwaneseDigital: (value) => [...String(value)].map((digit) => DIGITS[Number(digit)]).join(''),
  japaneseDigitalTenThousand: (value) => [...String(value)].map((digit) => DIGITS[Number(digit)]).join(''),
  chineseLegalSimplified: (value) => toFinancial(value),
  ideographLegalTraditional: (value) => toFinancial(value),
  ideographTraditional: (value) => '甲乙丙丁戊己庚辛壬癸'[value - 1],
  ideographZodiac: (value) => '子丑寅卯辰巳午未申酉戌亥'[value - 1],
  decimalEnclosedCircle: (value) => at(value, 20, 0x2460),
  decimalEnclosedCircleChinese: (value) => at(value, 20, 0x2460),
  decimalEnclosedParen: (value) => at(value, 20, 0x2474),
  decimalEnclosedFullstop: (value) => at(value, 20, 0x2488),
  ideographEnclosedCircle: (value) => at(value, 10, 0x3280),
  decimalFullWidth: (value) => toFullWidth(value),
  decimalFullWidth2: (value) => toFullWidth(value),
  numberInDash: (value) => `- ${value} -`,
};

const DIGITS = '〇一二三四五六七八九';

/** 1–99,999 in counting characters: 十, 十一, 二十, 一百零三. */
function countInChinese(value: number): string | undefined {
  if (value < 0 || value > 99_999) return undefined;
  if (value === 0) return '零';
  const counted = writePlaces(value, '零一二三四五六七八九', ['', '十', '百', '千', '万']);
  return value >= 10 && value < 20 ? counted.slice(1) : counted;
}

function toFinancial(value: number): string | undefined {
  if (value < 1 || value > 99_999) return undefined;
  return writePlaces(value, '零壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟', '万']);
}

function writePlaces(value: number, digits: string, places: string[]): string {
  const written = [...String(value)];
  return written
    .map((digit, index) =>
      digit === '0' ? digits[0]! : digits[Number(digit)]! + places[written.length - 1 - index]!,
    )
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
}

function toRoman(value: number): string | undefined {
  if (value < 1 || value > 3999) return undefined;
  let rest = value;
  let roman = '';
  for (const [size, letters] of ROMAN) {
    while (rest >= size) {
      roman += letters;
      rest -= size;
    }
  }
  return roman;
}

const ROMAN: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Word doubles the letter after Z: AA, BB. */
function toLetters(value: number): string | undefined {
  if (value < 1 || value > 780) return undefined;
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function ordinalSuffix(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

function at(value: number, last: number, first: number): string | undefined {
  return value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : undefined;
}

function toFullWidth(value: number): string {
  return [...String(value)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
}
