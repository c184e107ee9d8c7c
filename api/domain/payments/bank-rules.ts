/** What a bank takes, as data a person sets per bank account; amounts whole fen. */
export interface BankRules {
  maxItems: number;
  maxItemFen: number;
  maxTotalFen: number;
  maxNameCharacters: number;
  maxPurposeCharacters: number;
  names: CharacterSetName;
  needsCnaps: boolean;
}

export const CHARACTER_SETS = {
  /** Names a bank of GBK takes: 〇 and the 20,902 hanzi of it, Latin letters, digits, marks of names and companies. */
  gbk: [
    [0x20, 0x20],
    [0x26, 0x29],
    [0x2d, 0x39],
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0xb7, 0xb7],
    [0x3007, 0x3007],
    [0x4e00, 0x9fa5],
    [0xff08, 0xff09],
  ],
  /** The same with the rare hanzi that GB 18030-2022 asks systems of names to take (𠮷, 㐱). */
  gb18030: [
    [0x20, 0x20],
    [0x26, 0x29],
    [0x2d, 0x39],
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0xb7, 0xb7],
    [0x3007, 0x3007],
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0xff08, 0xff09],
    [0x20000, 0x2ebe0],
    [0x30000, 0x323af],
  ],
} as const satisfies Record<string, readonly (readonly [number, number])[]>;
export type CharacterSetName = keyof typeof CHARACTER_SETS;

/**
 * House default, not a bank's promise: the narrow character set and the limit of one million a payment refuse too much
 * rather than too little, since a refused name costs a question and a garbled one a payment to nobody.
 */
export const HOUSE_BANK_RULES: BankRules = {
  maxItems: 5_000,
  maxItemFen: 100_000_000,
  maxTotalFen: 5_000_000_000,
  maxNameCharacters: 60,
  maxPurposeCharacters: 60,
  names: 'gbk',
  needsCnaps: false,
};

/** Characters of a text that are not in the set, each once. */
export function findForeignCharacters(text: string, set: CharacterSetName): string[] {
  const ranges: readonly (readonly [number, number])[] = CHARACTER_SETS[set];
  const isTaken = (character: string) =>
    ranges.some(([from, to]) => character.codePointAt(0)! >= from && character.codePointAt(0)! <= to);
  return [...new Set(text)].filter((character) => !isTaken(character));
}
