import {
  type Decimal,
  MALFORMED,
  multiplyToFen,
  readDecimal,
  readFen,
  readInteger,
  readPercent,
  readScaled,
  TOO_FINE,
} from './amount.ts';
import { type LineProblem, type LineRegisters, setText } from './line-registers.ts';
import { OP, type Plan, type Step } from './plan.ts';
import { CELL_ERROR, CELL_FORMULA, CELL_NUMBER, CELL_PERCENT, type Row } from './row.ts';
import { fromSerialDay, readTimestamp } from './timestamp.ts';

const MAX_ID_BYTES = 200;
const MAX_INT4 = 2_147_483_647;
const left: Decimal = { mantissa: 0, scale: 0 };
const right: Decimal = { mantissa: 0, scale: 0 };

/** Bounds of the value last trimmed: a pair without an allocation per field. */
const range = { from: 0, to: 0 };

/** Reads every field the plan names from a row into the registers; the first that cannot be read refuses the line. */
export function readFields(
  plan: Plan,
  row: Row,
  line: LineRegisters,
  is1904: boolean,
): LineProblem | undefined {
  const { steps } = plan;
  line.numbers.fill(Number.NaN);
  line.textFrom.fill(-1);
  line.textTo.fill(-1);
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index]!;
    if (!trimField(plan, row, step.place)) continue;
    const kind = row.kinds === undefined ? 0 : row.kinds[step.place]!;
    if (kind >= CELL_FORMULA) return refuseCell(step.place, kind);
    const problem =
      step.op <= OP.id || step.op === OP.mappedText
        ? readText(step, row, line, kind)
        : readNumber(plan, step, row, line, kind, is1904);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Outer blanks and tabs go; false when nothing, `-`, `--` or one of the mapping's own words for nothing is left. */
export function trimField(plan: Plan, row: Row, place: number): boolean {
  const { bytes } = row;
  let from = row.starts[place]!;
  let to = row.ends[place]!;
  while (from < to && (bytes[from] === 32 || bytes[from] === 9)) from++;
  while (to > from && (bytes[to - 1] === 32 || bytes[to - 1] === 9)) to--;
  range.from = from;
  range.to = to;
  const length = to - from;
  if (length <= 2) {
    if (length === 0) return false;
    if (bytes[from] === 45 && (length === 1 || bytes[from + 1] === 45)) return false;
  }
  return plan.missing.length === 0 || !isMissingWord(plan.missing, bytes, from, to);
}

function isMissingWord(words: readonly Buffer[], bytes: Buffer, from: number, to: number): boolean {
  return words.some(
    (word) => word.length === to - from && bytes.compare(word, 0, word.length, from, to) === 0,
  );
}

/** Bounds of the field last trimmed. */
export const trimmed: Readonly<{ from: number; to: number }> = range;

function readText(step: Step, row: Row, line: LineRegisters, kind: number): LineProblem | undefined {
  const { bytes } = row;
  let { from, to } = range;
  if (step.op === OP.mappedText) {
    const found = step.words!.find(bytes, from, to);
    const output = found < 0 ? undefined : step.outputs[found];
    if (output !== undefined) setText(line, step.slot, output, 0, output.length);
    else setText(line, step.slot, bytes, from, to);
    return undefined;
  }
  if (step.op === OP.id) {
    // ="123" and '123 are how spreadsheets are told to keep an id as text
    if (bytes[from] === 61 && bytes[from + 1] === 34 && bytes[to - 1] === 34 && to - from > 3) {
      from += 2;
      to--;
    } else if (bytes[from] === 39 && to - from > 1) from++;
    if (to - from > MAX_ID_BYTES) return refuse('id_too_long', step.place, 'the id has more than 200 bytes');
    if (lostDigits(bytes, from, to, kind)) {
      const shown = bytes.toString('latin1', from, to);
      return refuse(
        'number_id',
        step.place,
        `the id was kept as a number (${shown}) and has lost its last digits`,
      );
    }
  }
  setText(line, step.slot, bytes, from, to);
  return undefined;
}

/** A double holds 15 digits; what a spreadsheet shows as 6.95E+18 can not be brought back. */
function lostDigits(bytes: Buffer, from: number, to: number, kind: number): boolean {
  const isScientific = bytes[to - 3] === 43 && (bytes[to - 4]! | 32) === 101 && bytes[from]! - 48 <= 9;
  if (isScientific) return true;
  if (kind !== CELL_NUMBER) return false;
  return to - from > 15 || (bytes.includes(46, from) && bytes.indexOf(46, from) < to);
}

function readNumber(
  plan: Plan,
  step: Step,
  row: Row,
  line: LineRegisters,
  kind: number,
  is1904: boolean,
): LineProblem | undefined {
  const value = readValue(plan, step, row, kind, is1904);
  if (Number.isFinite(value)) {
    line.numbers[step.slot] = value;
    const isInt4 = step.op >= OP.percent && step.op <= OP.integer;
    if (!isInt4 || Math.abs(value) <= MAX_INT4) return undefined;
  } else if (step.op === OP.multiply && Number.isNaN(value) && range.from === range.to) {
    return undefined; // one factor is missing: no amount
  }
  return refuseNumber(step, row, value);
}

function readValue(plan: Plan, step: Step, row: Row, kind: number, is1904: boolean): number {
  const { bytes } = row;
  const { from, to } = range;
  switch (step.op) {
    case OP.yuan:
      return readFen(bytes, from, to);
    case OP.fen:
    case OP.integer:
      return readInteger(bytes, from, to);
    case OP.percent:
      return kind === CELL_PERCENT ? readScaled(bytes, from, to, 4) : readPercent(bytes, from, to);
    case OP.scaled:
      if (kind === CELL_PERCENT) return readScaled(bytes, from, to, 4);
      return bytes[to - 1] === 37 ? readPercent(bytes, from, to) : readScaled(bytes, from, to, step.decimals);
    case OP.time:
      return kind === CELL_NUMBER
        ? fromSerialDay(Number(bytes.toString('latin1', from, to)), is1904)
        : readTimestamp(bytes, from, to);
    default:
      return multiply(plan, step, row);
  }
}

function multiply(plan: Plan, step: Step, row: Row): number {
  if (!readDecimal(row.bytes, range.from, range.to, left)) return MALFORMED;
  if (!trimField(plan, row, step.second)) {
    range.to = range.from;
    return MALFORMED;
  }
  const kind = row.kinds === undefined ? 0 : row.kinds[step.second]!;
  if (kind >= CELL_FORMULA || !readDecimal(row.bytes, range.from, range.to, right)) return MALFORMED;
  return multiplyToFen(left, right);
}

const KIND_OF_OP: Record<number, [code: string, what: string]> = {
  [OP.yuan]: ['bad_amount', 'is not an amount in yuan'],
  [OP.fen]: ['bad_amount', 'is not an amount in fen'],
  [OP.multiply]: ['bad_amount', 'is not a number'],
  [OP.percent]: ['bad_rate', 'is not a rate like 20.00%'],
  [OP.scaled]: ['bad_rate', 'is not a rate'],
  [OP.integer]: ['bad_number', 'is not a whole number'],
  [OP.time]: ['bad_time', 'is not a time like 2026-05-01 20:30:00'],
};

function refuseNumber(step: Step, row: Row, value: number): LineProblem {
  const shown = row.bytes.toString('utf8', range.from, Math.min(range.to, range.from + 60));
  const [code, what] = KIND_OF_OP[step.op]!;
  if (value === TOO_FINE && code === 'bad_amount') {
    return refuse('amount_too_fine', step.place, `"${shown}" has more decimals than fen`);
  }
  if (value === Number.NEGATIVE_INFINITY || Number.isFinite(value)) {
    return refuse('number_too_large', step.place, `"${shown}" is too large`);
  }
  return refuse(code, step.place, `"${shown}" ${what}`);
}

function refuseCell(place: number, kind: number): LineProblem {
  if (kind === CELL_ERROR) return refuse('error_cell', place, 'the cell holds a spreadsheet error');
  return refuse('formula_cell', place, 'the cell holds a formula; save the sheet with values only');
}

export const refuse = (code: string, place: number | undefined, reason: string): LineProblem => ({
  code,
  place,
  reason,
});
