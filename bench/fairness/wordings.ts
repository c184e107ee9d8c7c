import fs from 'node:fs';
import type { ClauseType } from '../../api/domain/fairness/clause-type.ts';
import { sentences } from '../../api/domain/fairness/text/sentences.ts';

/** A wording with what a lawyer for the anchor would raise from it; `near` is the type whose words a fair one borrows. */
export interface Wording {
  id: string;
  text: string;
  types: ClauseType[];
  near?: ClauseType;
  /** Where the drafter said so. */
  lang?: 'zh' | 'en';
  kind?: 'unfair' | 'multi' | 'lookalike' | 'neutral';
  /** Who wrote it: wordings of one hand resemble each other, so a hand is measured by weights of the others. */
  hand: string;
  part: 'own' | 'tune' | 'held';
}

/** Who wrote which hands: hands of one author resemble each other, and are measured by weights that knew none of them. */
export const AUTHORS: Record<string, readonly string[]> = {
  'second hand': ['second-a', 'second-b'],
  guild: ['guild'],
  'small agency': ['small-mcn'],
  celebrity: ['celebrity'],
  'seven voices': [
    'media-group',
    'factory-boss',
    'law-firm',
    'online-base',
    'night-market',
    'shanghai-english',
    'network-english',
  ],
  'many voices': ['many-voices', 'many-voices-2', 'short-talk'],
  development: ['development'],
};
/** The wordings that the rules were written beside are learnt from and never measured. */
export const OWN_HAND = 'own';

/** A heading of clauses that speak of none of the types. */
const NEUTRAL = 'NEUTRAL';
const OWN = new URL('../../api/domain/fairness/wordings/', import.meta.url);
const CONTRACTS = new URL('./development/contracts/', import.meta.url);

/** The wordings kept beside the rules: `## TYPE`, then `+` unfair and `-` fair lines, `@` further types. */
export function readWordings(): Wording[] {
  return fs
    .readdirSync(OWN)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseWordings(fs.readFileSync(new URL(name, OWN), 'utf8'), name));
}

export function parseWordings(content: string, name: string): Wording[] {
  let type: ClauseType | typeof NEUTRAL | undefined;
  return content.split('\n').flatMap((line, index): Wording[] => {
    if (line.startsWith('## ')) type = line.slice(3).trim() as ClauseType | typeof NEUTRAL;
    const match = /^([+-]) (.*?)(?: @([A-Z_,]+))?$/.exec(line);
    if (!match || !type) return [];
    const others = (match[3]?.split(',') ?? []) as ClauseType[];
    const wording = { id: `${name}:${index + 1}`, text: match[2]!, hand: OWN_HAND, part: 'own' as const };
    if (type === NEUTRAL) return [{ ...wording, types: [] }];
    return [{ ...wording, types: match[1] === '+' ? [type, ...others] : others, near: type }];
  });
}

export function readDevelopmentSet(): Wording[] {
  return [
    ...readLines('development/clauses-zh.jsonl', 'development'),
    ...readLines('development/clauses-en.jsonl', 'development'),
  ];
}

/** Clauses of further drafters, who saw neither the reader nor the development set. */
export function readHands(): Wording[] {
  return [
    ...readLines('second-hand/clauses-a.jsonl', 'second-a'),
    ...readLines('second-hand/clauses-b.jsonl', 'second-b'),
    ...Object.values(AUTHORS)
      .flat()
      .flatMap((hand) => readLines(`hands/${hand}.jsonl`, hand)),
  ];
}

/** The clauses that nothing was trained, tuned or mended on. */
export function readUnseen(): Wording[] {
  return readLines('hands/mixed-agency.jsonl', 'mixed-agency');
}

function readLines(name: string, hand: string): Wording[] {
  const file = new URL(name, import.meta.url);
  if (!fs.existsSync(file)) return [];
  return fs
    .readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => ({ part: 'tune', ...JSON.parse(line), hand }) as Wording);
}

export interface DevelopmentContract {
  id: string;
  text: string;
  part: 'tune' | 'held';
  findings: { type: ClauseType; quote: string }[];
}

export function readContracts(): DevelopmentContract[] {
  if (!fs.existsSync(CONTRACTS)) return [];
  return fs
    .readdirSync(CONTRACTS)
    .sort()
    .map((name) => JSON.parse(fs.readFileSync(new URL(name, CONTRACTS), 'utf8')) as DevelopmentContract);
}

/** Every sentence of the whole contracts, with the types whose quote it carries. */
export function readContractSentences(): Wording[] {
  return readContracts().flatMap(({ id, text, part, findings }) =>
    text.split('\n').flatMap((line, row) =>
      sentences(line)
        .map(({ start, end }) => line.slice(start, end))
        .filter((sentence) => sentence.length >= 10)
        .map((sentence, index) => ({
          id: `${id}:${row}:${index}`,
          text: sentence,
          types: findings
            .filter(({ quote }) => quote.includes(sentence) || sentence.includes(quote))
            .map(({ type }) => type),
          hand: 'development',
          part,
        })),
    ),
  );
}
