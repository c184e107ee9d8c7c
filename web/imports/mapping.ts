import type { OrderStatus } from '../../api/domain/order-status.ts';

/** What a mapping may hold; the API's own schema has the last word. */
export type FieldKind = 'text' | 'amount' | 'rate' | 'time' | 'count';
export interface MappingField {
  name: string;
  kind: FieldKind;
  group: 'order' | 'money' | 'people' | 'time';
  required?: true;
}

/** Every field of an order line a column can be read into, in the order of the screen. */
export const MAPPING_FIELDS: readonly MappingField[] = [
  { name: 'orderNo', kind: 'text', group: 'order', required: true },
  { name: 'lineNo', kind: 'text', group: 'order' },
  { name: 'productExtId', kind: 'text', group: 'order' },
  { name: 'productName', kind: 'text', group: 'order' },
  { name: 'spec', kind: 'text', group: 'order' },
  { name: 'quantity', kind: 'count', group: 'order' },
  { name: 'paidFen', kind: 'amount', group: 'money', required: true },
  { name: 'refundFen', kind: 'amount', group: 'money' },
  { name: 'settledFen', kind: 'amount', group: 'money' },
  { name: 'commissionRateBps', kind: 'rate', group: 'money' },
  { name: 'commissionEstFen', kind: 'amount', group: 'money' },
  { name: 'commissionFen', kind: 'amount', group: 'money' },
  { name: 'totalFen', kind: 'amount', group: 'money' },
  { name: 'serviceRateBps', kind: 'rate', group: 'money' },
  { name: 'serviceEstFen', kind: 'amount', group: 'money' },
  { name: 'serviceFen', kind: 'amount', group: 'money' },
  { name: 'techFeeFen', kind: 'amount', group: 'money' },
  { name: 'unitPriceFen', kind: 'amount', group: 'money' },
  { name: 'anchorExtId', kind: 'text', group: 'people' },
  { name: 'anchorName', kind: 'text', group: 'people' },
  { name: 'roomExtId', kind: 'text', group: 'people' },
  { name: 'shopName', kind: 'text', group: 'people' },
  { name: 'buyerKey', kind: 'text', group: 'people' },
  { name: 'media', kind: 'text', group: 'people' },
  { name: 'unsettledReason', kind: 'text', group: 'people' },
  { name: 'remark', kind: 'text', group: 'people' },
  { name: 'orderedAt', kind: 'time', group: 'time' },
  { name: 'paidAt', kind: 'time', group: 'time' },
  { name: 'receivedAt', kind: 'time', group: 'time' },
  { name: 'settledAt', kind: 'time', group: 'time' },
  { name: 'refundedAt', kind: 'time', group: 'time' },
];

export type Way = 'none' | 'column' | 'multiply' | 'constant' | 'ordinal' | 'rateOf';

/** How one field is filled, as the screen holds it: what is not of the chosen way is kept and not sent. */
export interface SourceDraft {
  way: Way;
  column: string;
  second: string;
  constant: string;
  unit: string;
  of: 'settledFen' | 'paidFen';
}

export interface MappingDraft {
  name: string;
  platform: string;
  sources: Record<string, SourceDraft>;
  status: {
    way: 'payment' | 'settlement' | 'column' | 'constant';
    column: string;
    constant: OrderStatus;
    values: Record<string, OrderStatus | ''>;
  };
  refund: { way: 'none' | 'startsWith' | 'equals'; column: string; text: string };
  missing: string;
}

/** Which ways a field may be filled. */
export function waysOf(field: MappingField): readonly Way[] {
  if (field.kind === 'amount') return ['none', 'column', 'multiply', 'rateOf'];
  if (field.kind === 'rate') return ['none', 'column', 'constant'];
  if (field.name === 'lineNo') return ['none', 'column', 'ordinal', 'constant'];
  return field.kind === 'text' ? ['none', 'column', 'constant'] : ['none', 'column'];
}

/** The units a column may be written in; the first is what is assumed when none is chosen. */
export const UNITS: Partial<Record<FieldKind, readonly string[]>> = {
  amount: ['yuan', 'fen'],
  rate: ['percent', 'fraction', 'permille', 'bps'],
};

export const EMPTY_SOURCE: SourceDraft = {
  way: 'none',
  column: '',
  second: '',
  constant: '',
  unit: '',
  of: 'settledFen',
};

export const emptyDraft = (name: string, platform: string): MappingDraft => ({
  name,
  platform,
  sources: {},
  status: { way: 'payment', column: '', constant: 'paid', values: {} },
  refund: { way: 'none', column: '', text: '' },
  missing: '',
});
