import type { OrderStatus } from '../../api/domain/order-status.ts';

/** Where a line's money stands. `noEvidence`: paid, and the platform has not said that it settled. */
export type OrderState = 'settled' | 'noEvidence' | 'unpaid' | 'refunded';

export interface OrderLine {
  id: number;
  platform: string;
  orderNo: string;
  lineNo: string;
  kind: 'sale' | 'refund';
  status: OrderStatus;
  statusRaw: string | null;
  track: 'estimated' | 'settled';
  anchorId: number | null;
  anchorName: string | null;
  anchorExtId: string | null;
  productId: number | null;
  productName: string | null;
  streamId: number | null;
  quantity: number | null;
  paidFen: number;
  refundFen: number;
  settledFen: number | null;
  commissionEstFen: number | null;
  commissionFen: number | null;
  paidAt: string | null;
  settledAt: string | null;
  importId: number;
  srcLine: number;
  unsettledReason: string | null;
  refundOfId: number | null;
}

/**
 * The settled track asks for evidence and nothing else: what was paid never stands in for it. On the estimated
 * track a line says why it is there.
 */
export function orderStateOf(line: Pick<OrderLine, 'track' | 'status'>): OrderState {
  if (line.track === 'settled') return 'settled';
  if (line.status === 'unpaid') return 'unpaid';
  return line.status === 'refunded' || line.status === 'closed' ? 'refunded' : 'noEvidence';
}
