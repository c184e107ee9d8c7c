import type { OrderStatus } from '../../domain/order-status.ts';

/** What an order line is made of, by the name mappings use → the column that keeps it. */
export const TEXT_FIELDS = {
  orderNo: 'order_no',
  lineNo: 'line_no',
  productExtId: 'product_ext_id',
  productName: 'product_name',
  spec: 'spec',
  shopName: 'shop_name',
  anchorExtId: 'anchor_ext_id',
  anchorName: 'anchor_name',
  roomExtId: 'room_ext_id',
  media: 'media',
  unsettledReason: 'unsettled_reason',
  buyerKey: 'buyer_key',
  remark: 'remark',
} as const;

export const AMOUNT_FIELDS = {
  totalFen: 'total_fen',
  paidFen: 'paid_fen',
  refundFen: 'refund_fen',
  settledFen: 'settled_fen',
  commissionEstFen: 'commission_est_fen',
  commissionFen: 'commission_fen',
  serviceEstFen: 'service_est_fen',
  serviceFen: 'service_fen',
  techFeeFen: 'tech_fee_fen',
  unitPriceFen: 'unit_price_fen',
} as const;

export const RATE_FIELDS = { commissionRateBps: 'rate_bps', serviceRateBps: 'service_rate_bps' } as const;

export const TIME_FIELDS = {
  orderedAt: 'ordered_at',
  paidAt: 'paid_at',
  receivedAt: 'received_at',
  settledAt: 'settled_at',
  refundedAt: 'refunded_at',
} as const;

export type TextField = keyof typeof TEXT_FIELDS;
export type AmountField = keyof typeof AMOUNT_FIELDS;
export type RateField = keyof typeof RATE_FIELDS;
export type TimeField = keyof typeof TIME_FIELDS;

/** Ids lose digits when a spreadsheet keeps them as numbers; other texts do not care. */
export const ID_FIELDS: ReadonlySet<TextField> = new Set([
  'orderNo',
  'lineNo',
  'productExtId',
  'anchorExtId',
  'roomExtId',
  'buyerKey',
]);

/** Where a value comes from. Columns are named by header, never by position. */
export type ColumnSource = { column: string };
export type TextSource = ColumnSource | { constant: string } | { ordinalWithin: string[] };
export type MappedText = ColumnSource & { values: Record<string, string> };
export type AmountSource =
  | (ColumnSource & { unit?: 'yuan' | 'fen' })
  | { multiply: [string, string] }
  | { rateOf: 'settledFen' | 'paidFen' };
export type RateSource =
  | { constant: string }
  | (ColumnSource & { unit?: 'percent' | 'fraction' | 'permille' | 'bps' });
export type StatusSource =
  | { constant: OrderStatus }
  | (ColumnSource & { values: Record<string, OrderStatus> })
  /** No status column: paid when a pay time is there, refunded when a refund left nothing paid. */
  | { from: 'payment' }
  /** No status column: settled when a settlement time is there. */
  | { from: 'settlement' };
export type RefundWhen = ColumnSource & ({ startsWith: string } | { equals: string[] });

export type FieldSources = { orderNo: TextSource; paidFen: AmountSource; status: StatusSource } & {
  [field in Exclude<TextField, 'orderNo' | 'media'>]?: TextSource;
} & { [field in Exclude<AmountField, 'paidFen'>]?: AmountSource } & { [field in RateField]?: RateSource } & {
  [field in TimeField]?: ColumnSource;
} & { media?: TextSource | MappedText; quantity?: ColumnSource; refundWhen?: RefundWhen };
