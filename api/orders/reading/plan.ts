import { ORDER_STATUS_CODES } from '../../domain/order-status.ts';
import type { Platform } from '../../domain/platform.ts';
import { refuseFile } from '../../files/refusal.ts';
import { readPercent } from './amount.ts';
import { type ByteTable, byteTableOf } from './byte-table.ts';
import {
  AMOUNT_FIELDS,
  type AmountField,
  type AmountSource,
  type FieldSources,
  ID_FIELDS,
  RATE_FIELDS,
  type RateField,
  type RateSource,
  TEXT_FIELDS,
  type TextField,
  TIME_FIELDS,
  type TimeField,
} from './fields.ts';

/** How a file is read, whatever it came from: a profile or a user's mapping. */
export interface ReadingRules {
  platform: Platform;
  fields: FieldSources;
  amounts: 'net' | 'gross';
  signByKind: boolean;
  missing: readonly string[];
  /** Place of a column in the file, or undefined; refuses a name that stands twice. */
  placeOf(column: string): number | undefined;
  /** The header's name as the file writes it. */
  nameOf(place: number): string;
  /** Columns the file must have; others are left out when they are not there. */
  isRequired(column: string): boolean;
}

export const TEXT_SLOTS = Object.keys(TEXT_FIELDS) as TextField[];
const NUMBER_NAMES = [
  ...Object.keys(AMOUNT_FIELDS),
  ...Object.keys(RATE_FIELDS),
  ...Object.keys(TIME_FIELDS),
  'quantity',
] as const;
/** Register of each number field; texts have registers of their own. */
export const NUMBER_SLOT = Object.fromEntries(NUMBER_NAMES.map((name, slot) => [name, slot])) as Record<
  AmountField | RateField | TimeField | 'quantity',
  number
>;
export const NUMBER_SLOT_COUNT = NUMBER_NAMES.length;
export const TEXT_SLOT = Object.fromEntries(TEXT_SLOTS.map((name, slot) => [name, slot])) as Record<
  TextField,
  number
>;
/** The status as the file writes it. */
export const STATUS_RAW_SLOT = TEXT_SLOTS.length;
export const TEXT_SLOT_COUNT = TEXT_SLOTS.length + 1;

export const OP = {
  text: 0,
  id: 1,
  fen: 2,
  yuan: 3,
  percent: 4,
  scaled: 5,
  integer: 6,
  time: 7,
  multiply: 8,
  mappedText: 9,
} as const;

/** One value to read: where from, by which operation, into which register. */
export interface Step {
  op: number;
  place: number;
  second: number;
  slot: number;
  decimals: number;
  words: ByteTable | undefined;
  outputs: Buffer[];
}

export type StatusRule =
  | { kind: 'constant'; code: number }
  | { kind: 'column'; place: number; words: ByteTable; codes: number[] }
  | { kind: 'payment' }
  | { kind: 'settlement' };

export interface Plan {
  platform: Platform;
  amounts: 'net' | 'gross';
  signByKind: boolean;
  steps: Step[];
  constants: { slot: number; bytes: Buffer }[];
  constantRates: { slot: number; bps: number }[];
  rateOf: { slot: number; of: number }[];
  ordinal: { places: number[] } | undefined;
  status: StatusRule;
  refundWhen: { place: number; startsWith: Buffer | undefined; equals: Buffer[] } | undefined;
  missing: Buffer[];
  textFields: TextField[];
  numberFields: (AmountField | RateField | TimeField | 'quantity')[];
  /** Place that provides a register, to name the column in a reject. */
  placeOfSlot: Map<number, number>;
  namesAnchor: boolean;
  nameOf(place: number): string;
}

/** Resolves every source against a header once, so that reading a row only walks arrays. Refuses missing columns. */
export function makePlan(rules: ReadingRules): Plan {
  const plan: Plan = {
    platform: rules.platform,
    amounts: rules.amounts,
    signByKind: rules.signByKind,
    steps: [],
    constants: [],
    constantRates: [],
    rateOf: [],
    ordinal: undefined,
    status: { kind: 'settlement' },
    refundWhen: undefined,
    missing: rules.missing.filter((word) => !['', '-', '--'].includes(word)).map((word) => Buffer.from(word)),
    textFields: [],
    numberFields: [],
    placeOfSlot: new Map(),
    namesAnchor: false,
    nameOf: rules.nameOf,
  };
  for (const field of TEXT_SLOTS) addText(plan, rules, field);
  for (const field of Object.keys(AMOUNT_FIELDS) as AmountField[]) addAmount(plan, rules, field);
  for (const field of Object.keys(RATE_FIELDS) as RateField[]) addRate(plan, rules, field);
  for (const field of Object.keys(TIME_FIELDS) as TimeField[]) {
    const place = placeFor(rules, rules.fields[field]?.column);
    if (place !== undefined) addNumber(plan, field, { op: OP.time, place });
  }
  const quantity = placeFor(rules, rules.fields.quantity?.column);
  if (quantity !== undefined) addNumber(plan, 'quantity', { op: OP.integer, place: quantity });
  plan.status = makeStatusRule(plan, rules);
  plan.refundWhen = makeRefundRule(rules);
  plan.namesAnchor = plan.textFields.includes('anchorExtId');
  return plan;
}

function addText(plan: Plan, rules: ReadingRules, field: TextField): void {
  const source = rules.fields[field];
  if (source === undefined) return;
  const slot = TEXT_SLOT[field];
  if ('constant' in source) {
    plan.constants.push({ slot, bytes: Buffer.from(source.constant) });
  } else if ('ordinalWithin' in source) {
    plan.ordinal = { places: source.ordinalWithin.map((column) => mustPlace(rules, column)) };
  } else {
    const place = placeFor(rules, source.column);
    if (place === undefined) return;
    const values = 'values' in source ? Object.entries(source.values) : [];
    const words = values.length > 0 ? byteTableOf(values.map(([word]) => word)) : undefined;
    const op = words !== undefined ? OP.mappedText : ID_FIELDS.has(field) ? OP.id : OP.text;
    const outputs = values.map(([, output]) => Buffer.from(output));
    plan.steps.push(makeStep(op, place, slot, { words, outputs }));
  }
  plan.textFields.push(field);
}

function addAmount(plan: Plan, rules: ReadingRules, field: AmountField): void {
  const source: AmountSource | undefined = rules.fields[field];
  if (source === undefined) return;
  if ('rateOf' in source) {
    plan.rateOf.push({ slot: NUMBER_SLOT[field], of: NUMBER_SLOT[source.rateOf] });
    plan.numberFields.push(field);
  } else if ('multiply' in source) {
    const [place, second] = source.multiply.map((column) => mustPlace(rules, column)) as [number, number];
    addNumber(plan, field, { op: OP.multiply, place, second });
  } else {
    const place = placeFor(rules, source.column);
    if (place !== undefined) addNumber(plan, field, { op: source.unit === 'fen' ? OP.fen : OP.yuan, place });
  }
}

const RATE_DECIMALS = { percent: 2, fraction: 4, permille: 1, bps: 0 } as const;

function addRate(plan: Plan, rules: ReadingRules, field: RateField): void {
  const source: RateSource | undefined = rules.fields[field];
  if (source === undefined) return;
  if ('constant' in source) {
    const text = Buffer.from(source.constant);
    plan.constantRates.push({ slot: NUMBER_SLOT[field], bps: readPercent(text, 0, text.length) });
    plan.numberFields.push(field);
    return;
  }
  const place = placeFor(rules, source.column);
  if (place === undefined) return;
  const op = source.unit === undefined ? OP.percent : OP.scaled;
  addNumber(plan, field, { op, place, decimals: RATE_DECIMALS[source.unit ?? 'percent'] });
}

function addNumber(
  plan: Plan,
  field: Plan['numberFields'][number],
  step: { op: number; place: number; second?: number; decimals?: number },
): void {
  const slot = NUMBER_SLOT[field];
  plan.steps.push(makeStep(step.op, step.place, slot, step));
  plan.numberFields.push(field);
  plan.placeOfSlot.set(slot, step.place);
}

/** Every step has the same shape: reading walks millions of them. */
function makeStep(
  op: number,
  place: number,
  slot: number,
  more: { second?: number; decimals?: number; words?: ByteTable; outputs?: Buffer[] },
): Step {
  const { second = -1, decimals = 0, words, outputs = [] } = more;
  return { op, place, second, slot, decimals, words, outputs };
}

function makeStatusRule(plan: Plan, rules: ReadingRules): StatusRule {
  const source = rules.fields.status;
  if ('constant' in source) return { kind: 'constant', code: ORDER_STATUS_CODES[source.constant] };
  if ('from' in source) return { kind: source.from };
  const place = mustPlace(rules, source.column);
  const words = Object.entries(source.values);
  plan.steps.push(makeStep(OP.text, place, STATUS_RAW_SLOT, {}));
  return {
    kind: 'column',
    place,
    words: byteTableOf(words.map(([word]) => word)),
    codes: words.map(([, name]) => ORDER_STATUS_CODES[name]),
  };
}

function makeRefundRule(rules: ReadingRules): Plan['refundWhen'] {
  const source = rules.fields.refundWhen;
  if (source === undefined) return undefined;
  const place = mustPlace(rules, source.column);
  if ('startsWith' in source) return { place, startsWith: Buffer.from(source.startsWith), equals: [] };
  return { place, startsWith: undefined, equals: source.equals.map((word) => Buffer.from(word)) };
}

function placeFor(rules: ReadingRules, column: string | undefined): number | undefined {
  if (column === undefined) return undefined;
  return rules.isRequired(column) ? mustPlace(rules, column) : rules.placeOf(column);
}

function mustPlace(rules: ReadingRules, column: string): number {
  const place = rules.placeOf(column);
  if (place === undefined)
    throw refuseFile('file_unknown', `The file has no column "${column}".`, { column });
  return place;
}
