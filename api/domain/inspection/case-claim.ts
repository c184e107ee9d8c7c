import { DomainError } from '../error.ts';
import { addFen, type Fen, fen, ZERO } from '../money.ts';

/** One affected line of an order; whole fen. */
export interface ClaimLine {
  orderNo: string;
  /** What the buyer paid for these goods, before refunds. */
  paidFen: Fen;
  /** Refunded to the buyer so far. */
  refundedFen: Fen;
  /** Commission of the line that was earned or expected, for anchor and agency together. */
  commissionFen: Fen;
}

/**
 * What a law adds to the refund where its own conditions are met; both texts were read in full. Which of them applies,
 * and whether any does, is for a court or an authority.
 */
export const COMPENSATION = {
  /** 退一赔三: fraud of the one who sells. */
  fraud: {
    law: '消费者权益保护法',
    article: '55',
    times: 3,
    floorFen: fen(50_000),
    condition: 'fraud_shown',
  },
  /** 退一赔十: food that breaks a food safety standard, made or knowingly sold. */
  unsafe_food: {
    law: '食品安全法',
    article: '148',
    times: 10,
    floorFen: fen(100_000),
    condition: 'standard_broken',
  },
} as const;
export type CompensationGround = keyof typeof COMPENSATION;

export interface OrderCompensation {
  orderNo: string;
  paidFen: Fen;
  compensationFen: Fen;
  /** The multiple was less than the law's least sum, which stands instead. */
  isFloor: boolean;
}

export interface BrandClaim {
  commissionFen: Fen;
  /** Still to be given back to buyers. */
  refundFen: Fen;
  compensation: {
    law: string;
    article: string;
    times: number;
    floorFen: Fen;
    condition: string;
    /** Always true: it is what buyers could ask for, not what anybody owes. */
    isEstimate: true;
    orders: readonly OrderCompensation[];
    totalFen: Fen;
  };
  /** Commission and refunds: these follow from the lines to the fen. */
  withoutEstimateFen: Fen;
  /** With the estimate. */
  totalFen: Fen;
}

/**
 * What is claimed from the brand: commission lost, refunds still due, and the compensation that buyers could ask for, an
 * order at a time: the law's least sum counts once for an order, however many lines of it are affected. Throws
 * DomainError `bad_claim_line`, naming the line, where a sum is negative or more was refunded than paid.
 */
export function computeBrandClaim(lines: readonly ClaimLine[], ground: CompensationGround): BrandClaim {
  lines.forEach(checkLine);
  const { law, article, times, floorFen, condition } = COMPENSATION[ground];
  const paidByOrder = new Map<string, Fen>();
  for (const { orderNo, paidFen } of lines)
    paidByOrder.set(orderNo, addFen(paidByOrder.get(orderNo) ?? ZERO, paidFen));
  const orders = [...paidByOrder]
    // A gift or a sample has no price, and nothing was bought that could be multiplied.
    .filter(([, paidFen]) => paidFen > 0)
    .map(([orderNo, paidFen]) => {
      const multiple = fen(BigInt(paidFen) * BigInt(times));
      const isFloor = multiple < floorFen;
      return { orderNo, paidFen, compensationFen: isFloor ? floorFen : multiple, isFloor };
    });
  const commissionFen = addFen(...lines.map((line) => line.commissionFen));
  const refundFen = addFen(...lines.map((line) => fen(line.paidFen - line.refundedFen)));
  const compensationFen = addFen(...orders.map((order) => order.compensationFen));
  const withoutEstimateFen = addFen(commissionFen, refundFen);
  return {
    commissionFen,
    refundFen,
    compensation: {
      ...{ law, article, times, floorFen, condition },
      isEstimate: true,
      orders,
      totalFen: compensationFen,
    },
    withoutEstimateFen,
    totalFen: addFen(withoutEstimateFen, compensationFen),
  };
}

function checkLine(line: ClaimLine, at: number): void {
  const isSound =
    line.orderNo !== '' &&
    line.paidFen >= 0 &&
    line.commissionFen >= 0 &&
    line.refundedFen >= 0 &&
    line.refundedFen <= line.paidFen;
  if (isSound) return;
  const message = `line ${at + 1} (${line.orderNo || 'no order number'}): paid, refunded and commission are sums from nought, and no more is refunded than paid`;
  throw new DomainError('invalid', 'bad_claim_line', message, { errors: { [`lines.${at}`]: message } });
}
