/** The mark at the head of a clause: `第三条`, `2.1`, `（一）`, `①`, `Article 4`, `(a)`. */
export interface Mark {
  /** As printed, without the separator after it. */
  number: string;
  /** Depth class: lower is nearer to the root; equal classes are sisters. */
  rank: number;
  /** UTF-16 length of mark and separator. */
  length: number;
}

const HAN = '[零〇一二两三四五六七八九十百千]';
const NUM = '[0-9０-９]';
const REFERENCE = '(?!\\s*(?:的|规定|约定|所|之|、|和|及|或|至|中|款|项|第|[)）]|条款))';

/** Tried in this order; each says its rank. Ranks of dotted numbers grow with their depth. */
const MARKS: [RegExp, (match: RegExpExecArray) => number][] = [
  [new RegExp(`^第\\s*(?:${HAN}+|${NUM}+)\\s*(?:编|部分|篇|章)${REFERENCE}[、.．:：\\s]*`), () => 1],
  [new RegExp(`^第\\s*(?:${HAN}+|${NUM}+)\\s*节${REFERENCE}[、.．:：\\s]*`), () => 2],
  [
    /^(?:附件|附录|附表|附则|补充协议)\s*(?:[一二三四五六七八九十\d０-９a-zA-Z]{1,3})?(?=\s*(?:[:：《、]|$|\s))[、.．:：\s]*/,
    () => 1,
  ],
  [/^(?:annex|appendix|schedule|exhibit)\s+[a-z\d]{1,4}\b[.:\s-]*/i, () => 1],
  [new RegExp(`^第\\s*(?:${HAN}+|${NUM}+)\\s*条${REFERENCE}[、.．:：\\s]*`), () => 3],
  [
    /^(?:article|clause|section|chapter|part)\s+(?:\d+(?:\.\d+)*|[ivxlc]+)\b[.:)\s-]*/i,
    (match) => (/^(?:part|chapter)/i.test(match[0]) ? 1 : 3 + (match[0].match(/\./g)?.length ?? 0) * 0.5),
  ],
  [/^§\s*\d+(?:\.\d+)*[.:)\s]*/, () => 3],
  [new RegExp(`^第\\s*(?:${HAN}+|${NUM}+)\\s*款${REFERENCE}[、.．:：\\s]*`), () => 6],
  [
    new RegExp(`^${NUM}{1,3}(?:[.．]${NUM}{1,3})+(?![%％\\d元万倍年月])[、.．)）:：\\s]*`),
    (match) =>
      4 +
      match[0]
        .replaceAll('．', '.')
        .split('.')
        .filter((part) => /\d/.test(part)).length,
  ],
  [new RegExp(`^${HAN}{1,4}\\s*[、.．，,](?=\\s*\\S)`), () => 4],
  [new RegExp(`^[（(]\\s*${HAN}{1,4}\\s*[）)][、.．]?`), () => 6.5],
  [/^[①-⑳⑴-⒇㈠-㈩]\s*/, () => 9],
  [new RegExp(`^${NUM}{1,3}\\s*(?:[、．)）]|[.](?!\\d))\\s*`), () => 5],
  [new RegExp(`^[（(]\\s*${NUM}{1,3}\\s*[）)][、.．]?`), () => 7.5],
  [/^[（(]\s*[a-zA-Z]\s*[）)][、.．]?\s*/, () => 8],
  [/^[a-zA-Z]\s*[)）、]\s*/, () => 8],
  [/^[（(]\s*(?:i{1,3}|iv|v|vi{1,3}|ix|x)\s*[）)]\s*/i, () => 8.5],
  [/^[ivx]{1,5}\.\s+(?=[A-Z])/i, () => 3],
  [/^[A-Z]\.\s+(?=[A-Z])/, () => 7],
];

/** The mark at the head of this line, if any. `line` begins with its first character that is not blank. */
export function readMark(line: string): Mark | undefined {
  for (const [pattern, rankOf] of MARKS) {
    const match = pattern.exec(line);
    if (match)
      return {
        number: match[0].trim().replace(/[、.．:：，,\s-]+$/, ''),
        rank: rankOf(match),
        length: match[0].length,
      };
  }
  return undefined;
}

/** Where a new mark begins in the middle of a line that was never broken (pasted or extracted text). */
export const INLINE_MARK = new RegExp(
  `(?<=[。；;！!])\\s*(?=第\\s*(?:${HAN}+|${NUM}+)\\s*条${REFERENCE})|(?<=[。；;：:])\\s*(?=[（(]\\s*(?:${HAN}{1,3}|${NUM}{1,2})\\s*[）)])|(?<=[。；;：:])\\s*(?=[①-⑳])|(?<=[。；;])\\s*(?=${NUM}{1,2}(?:[.．]${NUM}{1,2}){1,3}[、.．\\s]*[\\u4e00-\\u9fff])|(?<=[。；;：:])\\s*(?=${NUM}{1,2}[、．]\\s*[\\u4e00-\\u9fff])|(?<=[。；;])\\s*(?=${HAN}{1,3}、[\\u4e00-\\u9fff])|(?<=[.;:]\\s)(?=(?:Article|Section|Clause)\\s+\\d)|(?<=[.;:]\\s)(?=\\d{1,2}\\.(?:\\d{1,2}\\.?)?\\s+[A-Z])|(?<=[;:]\\s)(?=\\([a-z]\\)\\s)`,
  'g',
);
