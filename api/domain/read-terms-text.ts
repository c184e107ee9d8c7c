import { type Folded, fold, replaceIn } from './fairness/text/folded.ts';
import { readChineseNumber } from './fairness/text/numerals.ts';
import { ANCHOR, BOTH, COMPANY, type Parties, signParties } from './fairness/text/parties.ts';
import { writePlainNumbers } from './fairness/text/plain-numbers.ts';
import { type Quantity, readQuantities } from './fairness/text/quantities.ts';
import { type Clause, segment } from './fairness/text/segment.ts';
import type { Bearer } from './read-terms-shape.ts';

/** A sentence in plain form: parties are Ⓒ Ⓐ Ⓑ, numbers digits, punctuation of one kind. */
export interface TermSentence {
  text: string;
  /** The headings above it and the opening of the list it stands in: what it is about. */
  context: string;
  quantities: Quantity[];
  /** The role of 甲方, which is named first where both are. */
  first: 'anchor' | 'company';
  clauseNo: string;
  clauseIndex: number;
  /** Range of the original. */
  start: number;
  end: number;
}

/** Every sentence of the contract, each knowing its clause and its place in the original. */
export function readSentences(text: string, parties: Parties): TermSentence[] {
  const clauses = segment(text);
  const first = parties.anchor.includes('甲方') ? 'anchor' : 'company';
  return clauses.flatMap((clause) => {
    const folded = plainTextOf(text, clause, parties);
    const context = contextOf(text, clause, clauses, parties);
    const clauseNo = numberOf(clause, clauses);
    return splitPlain(folded.text).map(({ from, to }): TermSentence => {
      const sentence = folded.text.slice(from, to);
      return {
        text: sentence,
        context,
        quantities: readQuantities(sentence),
        first,
        clauseNo,
        clauseIndex: clause.index,
        start: folded.from[from]!,
        end: folded.to[to - 1]!,
      };
    });
  });
}

/** Who owes what the sentence speaks of: the one who pays the other, else the one named first. */
export function bearerOf(text: string): Bearer {
  const toCompany = new RegExp(
    `(?:向|给|赔偿|补偿|to ) ?${COMPANY}|${ANCHOR}[^。;]{0,12}(?:赔偿|支付|承担|pay)`,
  );
  const toAnchor = new RegExp(
    `(?:向|给|赔偿|补偿|to ) ?${ANCHOR}|${COMPANY}[^。;]{0,12}(?:赔偿|支付|承担|pay)`,
  );
  const [isByAnchor, isByCompany] = [toCompany.test(text), toAnchor.test(text)];
  if (text.includes(BOTH) && isByAnchor === isByCompany) return 'both';
  if (isByAnchor !== isByCompany) return isByAnchor ? 'anchor' : 'company';
  const firstSign = new RegExp(`[${ANCHOR}${COMPANY}]`).exec(text)?.[0];
  return firstSign === undefined ? 'unsaid' : firstSign === ANCHOR ? 'anchor' : 'company';
}

function plainTextOf(text: string, clause: Clause, parties: Parties): Folded {
  const folded = fold(text, clause.start, clause.end, clause.skips);
  const whole = replaceIn(folded, /(?<=\d),(?=\d{3}(?!\d))/g, () => '');
  // 50-100万 means from 500,000 on, and 违约金200万。 is money too; 50万粉丝 is not.
  const ranges = replaceIn(
    whole,
    /(\d+(?:\.\d+)?)(?= ?[至到~-] ?\d+(?:\.\d+)?([万亿]))/g,
    (match) => `${match[1]}${match[2]}`,
  );
  const money = replaceIn(
    ranges,
    /[\d一二三四五六七八九十百千两叁壹贰伍]万(?=[,;。)、 |至到~-]|整|\d+(?:\.\d+)?%|$)/g,
    (match) => `${match[0]}元`,
  );
  // Digits with 万 are written out here, so that no rule about sums in characters cuts them in two.
  const written = replaceIn(money, /(\d+(?:\.\d+)?)[万亿](?=元)/g, (match) => {
    const value = readChineseNumber(match[0]);
    return value === undefined ? undefined : String(Math.round(value * 100) / 100);
  });
  // forty percent (40%) is one rate said twice.
  const plain = replaceIn(writePlainNumbers(written), /(\d+(?:\.\d+)?%) ?\( ?\1 ?\)/g, (match) => match[1]);
  return signParties(plain, parties);
}

/** The clause's own title does not count as its text's context twice: it stands in the text already. */
function contextOf(text: string, clause: Clause, clauses: Clause[], parties: Parties): string {
  const parent = clause.parent === undefined ? undefined : clauses[clause.parent]!;
  if (!parent) return clause.heading;
  const opening = plainTextOf(text, parent, parties).text;
  const isList = /[:,]\s*$/.test(opening);
  const above = contextOf(text, parent, clauses, parties);
  return `${above}。${parent.heading}。${isList ? (splitPlain(opening).at(-1)?.text ?? '') : ''}`;
}

/** A list's items belong to the clause a person would cite: the nearest above with a number of its own. */
function numberOf(clause: Clause, clauses: Clause[]): string {
  const isCited = /^(?:第.+条|\d+[.．]\d|article|section|clause)/i.test(clause.number);
  if (isCited || clause.parent === undefined) return clause.number;
  const above = numberOf(clauses[clause.parent]!, clauses);
  return above === '' || /^第.+[章编节部]/.test(above) ? clause.number : above;
}

function splitPlain(text: string): { from: number; to: number; text: string }[] {
  const isChinese = /[\u4e00-\u9fff]{2}/.test(text);
  const pieces = text.split(
    isChinese ? /(?<=[。!?])/ : /(?<=[.!?]\)?)\s+(?=[a-zⒶⒸⒷ("\d])(?<!\b(?:no|art|inc|ltd)\.\s+)/,
  );
  const found: { from: number; to: number; text: string }[] = [];
  let at = 0;
  for (const piece of pieces) {
    const from = text.indexOf(piece, at);
    at = from + piece.length;
    const lead = /^\s*/.exec(piece)![0].length;
    const body = piece.trim();
    if (body !== '') found.push({ from: from + lead, to: from + lead + body.length, text: body });
  }
  return found;
}
