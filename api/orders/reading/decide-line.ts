import { type Fen, mulDivHalfUp } from '../../domain/money.ts';
import { ORDER_STATUS_CODES } from '../../domain/order-status.ts';
import { AMOUNT_FIELDS, type AmountField } from './fields.ts';
import type { LineProblem, LineRegisters } from './line-registers.ts';
import { NUMBER_SLOT, type Plan, STATUS_RAW_SLOT, TEXT_SLOT } from './plan.ts';
import { refuse, trimField, trimmed } from './read-fields.ts';
import type { Row } from './row.ts';

const PAID = NUMBER_SLOT.paidFen;
const REFUND = NUMBER_SLOT.refundFen;
const SETTLED = NUMBER_SLOT.settledFen;
const COMMISSION = NUMBER_SLOT.commissionFen;
const SERVICE = NUMBER_SLOT.serviceFen;
const SETTLED_AT = NUMBER_SLOT.settledAt;
const QUANTITY = NUMBER_SLOT.quantity;
const RATE = NUMBER_SLOT.commissionRateBps;
const AMOUNT_SLOTS = (Object.keys(AMOUNT_FIELDS) as AmountField[]).map((field) => NUMBER_SLOT[field]);
const SIGNED_SLOTS = [PAID, SETTLED, COMMISSION, SERVICE];
const EVIDENCE_SLOTS = [SETTLED, COMMISSION, SERVICE, SETTLED_AT];

/**
 * From what was read to what is kept: sale or refund, status, net amounts. Two tracks: settled amounts stay only with
 * evidence of settlement (a settlement time), and are never filled from the paid ones when the file has none.
 */
export function decideLine(plan: Plan, row: Row, line: LineRegisters): LineProblem | undefined {
  const { numbers } = line;
  if (line.textFrom[TEXT_SLOT.orderNo]! < 0) {
    return refuse('missing_order_no', undefined, 'the line has no order number');
  }
  line.kind = isRefundLine(plan, row, numbers) ? 1 : 0;
  if (plan.signByKind) setSigns(line);
  // a refund is an amount; which sign a platform writes before it says nothing more
  if (numbers[REFUND]! < 0) numbers[REFUND] = -numbers[REFUND]!;
  const status = statusOf(plan, row, line);
  if (typeof status !== 'number') return status;
  line.status = status;
  return checkPaid(plan, line) ?? settle(plan, line) ?? checkSigns(plan, line);
}

function isRefundLine(plan: Plan, row: Row, numbers: Float64Array): boolean {
  const rule = plan.refundWhen;
  if (rule === undefined) return false;
  if (trimField(plan, row, rule.place)) {
    const { from, to } = trimmed;
    const { startsWith } = rule;
    if (startsWith !== undefined) {
      const stop = from + startsWith.length;
      if (stop <= to && row.bytes.compare(startsWith, 0, startsWith.length, from, stop) === 0) return true;
    }
    for (const word of rule.equals) {
      if (word.length === to - from && row.bytes.compare(word, 0, word.length, from, to) === 0) return true;
    }
  }
  // in such a file a line that takes goods or money back is one too, whatever it is called
  return numbers[QUANTITY]! < 0 || numbers[PAID]! < 0;
}

function setSigns(line: LineRegisters): void {
  for (const slot of SIGNED_SLOTS) {
    const size = Math.abs(line.numbers[slot]!);
    line.numbers[slot] = line.kind === 1 && size !== 0 ? -size : size;
  }
}

function statusOf(plan: Plan, row: Row, line: LineRegisters): number | LineProblem {
  const { numbers } = line;
  const rule = plan.status;
  const isSettledNow = !Number.isNaN(numbers[SETTLED_AT]!);
  switch (rule.kind) {
    case 'constant':
      return rule.code;
    case 'payment':
      if (Number.isNaN(numbers[NUMBER_SLOT.paidAt]!)) return ORDER_STATUS_CODES.unpaid;
      return numbers[REFUND]! > 0 && numbers[PAID] === 0
        ? ORDER_STATUS_CODES.refunded
        : ORDER_STATUS_CODES.paid;
    case 'settlement':
      return isSettledNow ? ORDER_STATUS_CODES.settled : ORDER_STATUS_CODES.paid;
    case 'column': {
      const from = line.textFrom[STATUS_RAW_SLOT]!;
      if (from < 0) return refuse('missing_status', rule.place, 'the line has no status');
      const index = rule.words.find(row.bytes, from, line.textTo[STATUS_RAW_SLOT]!);
      if (index < 0) {
        const word = row.bytes.toString('utf8', from, Math.min(line.textTo[STATUS_RAW_SLOT]!, from + 60));
        return refuse('unknown_status', rule.place, `the status "${word}" is not known`);
      }
      const code = rule.codes[index]!;
      const isOpen = code === ORDER_STATUS_CODES.paid || code === ORDER_STATUS_CODES.received;
      return plan.amounts === 'gross' && isOpen && isSettledNow ? ORDER_STATUS_CODES.settled : code;
    }
  }
}

function checkPaid(plan: Plan, line: LineRegisters): LineProblem | undefined {
  const { numbers, status } = line;
  if (!Number.isNaN(numbers[PAID]!)) return undefined;
  if (status !== ORDER_STATUS_CODES.unpaid && status !== ORDER_STATUS_CODES.closed) {
    return refuse('missing_amount', plan.placeOfSlot.get(PAID), 'the line has no paid amount');
  }
  numbers[PAID] = 0;
  return undefined;
}

function settle(plan: Plan, line: LineRegisters): LineProblem | undefined {
  const { numbers, status } = line;
  const hasTime = !Number.isNaN(numbers[SETTLED_AT]!);
  if (status === ORDER_STATUS_CODES.settled && !hasTime) {
    return refuse(
      'settled_without_time',
      plan.placeOfSlot.get(SETTLED_AT),
      'settled, but without a settlement time',
    );
  }
  const isEvidence =
    status === ORDER_STATUS_CODES.settled || (status === ORDER_STATUS_CODES.refunded && hasTime);
  if (!isEvidence) {
    for (const slot of EVIDENCE_SLOTS) numbers[slot] = Number.NaN;
  } else if (plan.amounts === 'gross') {
    const problem = takeOffRefund(plan, numbers);
    if (problem !== undefined) return problem;
  }
  for (const { slot, of } of plan.rateOf) {
    if (EVIDENCE_SLOTS.includes(slot) && !isEvidence) continue;
    numbers[slot] = share(numbers[of]!, numbers[RATE]!, 10_000);
  }
  if (status === ORDER_STATUS_CODES.settled && Number.isNaN(numbers[SETTLED]!)) {
    return refuse(
      'settled_without_amount',
      plan.placeOfSlot.get(SETTLED),
      'settled, but without a settled amount',
    );
  }
  return undefined;
}

/** The file's settled amounts are before refunds: the base loses the refund, commissions shrink in proportion. */
function takeOffRefund(plan: Plan, numbers: Float64Array): LineProblem | undefined {
  const refund = numbers[REFUND]!;
  const paid = numbers[PAID]!;
  if (Number.isNaN(refund) || refund === 0) return undefined;
  if (refund > paid) {
    return refuse('refund_exceeds_paid', plan.placeOfSlot.get(REFUND), 'more was refunded than was paid');
  }
  numbers[SETTLED] = numbers[SETTLED]! - refund;
  // rounded half away from zero: the platform's own rounding of its net figures
  numbers[COMMISSION] = share(numbers[COMMISSION]!, paid - refund, paid);
  numbers[SERVICE] = share(numbers[SERVICE]!, paid - refund, paid);
  return undefined;
}

function checkSigns(plan: Plan, line: LineRegisters): LineProblem | undefined {
  for (const slot of SIGNED_SLOTS) {
    const value = line.numbers[slot]!;
    if (line.kind === 0 && value < 0) {
      return refuse('negative_amount', plan.placeOfSlot.get(slot), 'a sale with a negative amount');
    }
    if (line.kind === 1 && value > 0) {
      return refuse('positive_refund', plan.placeOfSlot.get(slot), 'a refund line with a positive amount');
    }
  }
  for (const slot of AMOUNT_SLOTS) {
    if (!Number.isNaN(line.numbers[slot]!) && !Number.isSafeInteger(line.numbers[slot]!)) {
      return refuse('number_too_large', plan.placeOfSlot.get(slot), 'the amount is too large');
    }
  }
  return undefined;
}

/** `a × b ÷ c` as mulDivHalfUp has it, in plain integers while the product is exact. */
function share(a: number, b: number, c: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  const product = Math.abs(a) * b;
  if (b < 0 || product > Number.MAX_SAFE_INTEGER / 4) return mulDivHalfUp(a as Fen, b, c);
  const rest = product % c;
  const rounded = (product - rest) / c + (2 * rest >= c ? 1 : 0);
  return a < 0 && rounded !== 0 ? -rounded : rounded;
}
