import { NUMBER_SLOT_COUNT, TEXT_SLOT_COUNT } from './plan.ts';

/** One order line while it is read: reused for every row. Numbers are NaN and texts start at -1 where there is none. */
export interface LineRegisters {
  numbers: Float64Array;
  textIn: Buffer[];
  textFrom: Int32Array;
  textTo: Int32Array;
  status: number;
  kind: number;
}

/** Why one line is refused: shown with its line number and column. */
export interface LineProblem {
  code: string;
  /** Place of the column that is to blame; undefined when it is the line as a whole. */
  place: number | undefined;
  reason: string;
}

export function createRegisters(): LineRegisters {
  return {
    numbers: new Float64Array(NUMBER_SLOT_COUNT).fill(Number.NaN),
    textIn: Array.from({ length: TEXT_SLOT_COUNT }, () => Buffer.alloc(0)),
    textFrom: new Int32Array(TEXT_SLOT_COUNT).fill(-1),
    textTo: new Int32Array(TEXT_SLOT_COUNT).fill(-1),
    status: 0,
    kind: 0,
  };
}

export function setText(line: LineRegisters, slot: number, bytes: Buffer, from: number, to: number): void {
  line.textIn[slot] = bytes;
  line.textFrom[slot] = from;
  line.textTo[slot] = to;
}
