import { DomainError } from '../error.ts';
import {
  AQLS,
  type Aql,
  CODE_LETTERS,
  isSingleSource,
  LEVELS,
  type Level,
  LOT_ROWS,
  PLAN_CELLS,
  SAMPLE_SIZES,
  STAGES,
  STANDARD,
  type Stage,
} from './tables.ts';

export interface LotTerms {
  /** Units in the lot, a whole number from 1. */
  lotSize: number;
  level: Level;
  aql: Aql;
  stage: Stage;
}

export interface SamplingPlan extends LotTerms {
  standard: string;
  /** Of the lot size and level, by Table 1. */
  codeLetter: string;
  /** Whose plan is used: another letter where the table has an arrow. */
  planLetter: string;
  arrow: 'direct' | 'up' | 'down';
  /** Units to look at: the table's sample size, or the whole lot. */
  sampleSize: number;
  tableSampleSize: number;
  /** The table's sample is as large as the lot or larger: every unit is looked at. */
  isFullInspection: boolean;
  acceptUpTo: number;
  rejectFrom: number;
  /** Ac and Re rest on one source alone: a person compares them with the printed standard first. */
  isSingleSource: boolean;
}

/**
 * The single sampling plan of a lot: its code letter, the arrow followed (n changes with it), all of the lot where the
 * sample would not be smaller. Throws DomainError `bad_lot_size` for a lot that is no whole number from 1. The table
 * starts at lots of two: a lot of one takes its first row, and is looked at as a whole anyway.
 */
export function planLot(terms: LotTerms): SamplingPlan {
  const { lotSize, level, aql, stage } = terms;
  if (!Number.isSafeInteger(lotSize) || lotSize < 1)
    throw invalid('lotSize', 'bad_lot_size', `the lot has a whole number of units from 1, not ${lotSize}`);
  const codeLetter = codeLetterOf(lotSize, level);
  const { planLetter, arrow, acceptUpTo } = followArrow(stage, codeLetter, aql);
  const tableSampleSize = SAMPLE_SIZES[stage][CODE_LETTERS.indexOf(planLetter)]!;
  return {
    ...terms,
    standard: STANDARD,
    codeLetter,
    planLetter,
    arrow,
    sampleSize: Math.min(tableSampleSize, lotSize),
    tableSampleSize,
    isFullInspection: tableSampleSize >= lotSize,
    acceptUpTo,
    rejectFrom: acceptUpTo + 1,
    isSingleSource: isSingleSource(stage, codeLetter, aql),
  };
}

/** The Ac of one letter's plan at an AQL, the arrow followed. */
export const acceptanceNumberOf = (stage: Stage, codeLetter: string, aql: Aql): number =>
  followArrow(stage, codeLetter, aql).acceptUpTo;

/** Reads a lot size as it is written; throws DomainError `bad_lot_size`. */
export function readLotSize(text: string): number {
  const lotSize = /^\d+$/.test(text.trim()) ? Number(text) : 0;
  if (!Number.isSafeInteger(lotSize) || lotSize < 1)
    throw invalid(
      'lotSize',
      'bad_lot_size',
      `the lot has a whole number of units from 1, not ${quote(text)}`,
    );
  return lotSize;
}

/** Reads an AQL however many noughts it is written with (`1`, `1.0`, `1.00 %`); throws DomainError `unknown_aql`. */
export function readAql(text: string): Aql {
  const written = text.replace(/\s*[%％]?\s*$/, '').trim();
  const aql = /^\d+(\.\d+)?$/.test(written)
    ? AQLS.find((one) => dropNoughts(one) === dropNoughts(written))
    : undefined;
  if (aql === undefined)
    throw invalid('aql', 'unknown_aql', `AQL ${quote(text)} is not in the table: ${AQLS.join(', ')}`);
  return aql;
}

/** Throws DomainError `unknown_level`. */
export function readLevel(text: string): Level {
  const level = LEVELS.find((one) => one === text.trim().toUpperCase());
  if (level === undefined)
    throw invalid(
      'level',
      'unknown_level',
      `there is no inspection level ${quote(text)}: ${LEVELS.join(', ')}`,
    );
  return level;
}

/** Throws DomainError `unknown_stage`. */
export function readStage(text: string): Stage {
  const stage = STAGES.find((one) => one === text.trim().toLowerCase());
  if (stage === undefined)
    throw invalid('stage', 'unknown_stage', `there is no stage ${quote(text)}: ${STAGES.join(', ')}`);
  return stage;
}

function codeLetterOf(lotSize: number, level: Level): string {
  const [, letters] = LOT_ROWS.find(([last]) => last === undefined || lotSize <= last)!;
  return letters[LEVELS.indexOf(level)]!;
}

function followArrow(stage: Stage, codeLetter: string, aql: Aql) {
  const rows = PLAN_CELLS[stage];
  const column = AQLS.indexOf(aql);
  const first = CODE_LETTERS.indexOf(codeLetter);
  const direction = rows[first]![column]!;
  const step = direction === '↓' ? 1 : direction === '↑' ? -1 : 0;
  let row = first;
  // Both directions end at a number in every column: the test walks all of them.
  while (/[↑↓]/.test(rows[row]![column]!)) row += step;
  const arrow: SamplingPlan['arrow'] = step === 0 ? 'direct' : step > 0 ? 'down' : 'up';
  return { planLetter: CODE_LETTERS[row]!, arrow, acceptUpTo: Number(rows[row]![column]) };
}

const dropNoughts = (number: string): string =>
  number.includes('.')
    ? number.replace(/^0+(?=\d)/, '').replace(/\.?0+$/, '')
    : number.replace(/^0+(?=\d)/, '');

const quote = (text: string): string => JSON.stringify(text.slice(0, 40));

const invalid = (field: string, code: string, message: string): DomainError =>
  new DomainError('invalid', code, message, { errors: { [field]: message } });
