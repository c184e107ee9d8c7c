import { normaliseHeader } from './reading/header.ts';

/** A mapping as far as headers alone can tell; status and platform are the user's to say. */
export interface SuggestedMapping {
  fields: Record<string, { column: string }>;
}

/** Words headers are made of, the surest first. Each column is used once. */
const WORDS: readonly [field: string, words: readonly string[]][] = [
  ['lineNo', ['子订单', '子编号', 'line', 'sub order']],
  [
    'orderNo',
    [
      '订单号',
      '订单编号',
      '订单id',
      '主订单',
      '主编号',
      'order no',
      'order id',
      'order number',
      'invoice no',
      'invoiceno',
    ],
  ],
  ['productExtId', ['商品id', '商品编号', '商品编码', 'product id', 'item id', 'sku', 'stockcode']],
  ['productName', ['商品名称', '商品标题', '商品信息', 'product name', 'item title', 'description']],
  ['anchorExtId', ['达人id', '主播id', '达人编号', 'creator id', 'anchor id']],
  ['anchorName', ['达人昵称', '达人名称', '主播昵称', '主播', '作者', 'creator', 'anchor']],
  ['quantity', ['数量', '件数', 'quantity', 'qty']],
  ['settledFen', ['结算金额', '计佣基数', '分账基数', 'settled']],
  ['refundFen', ['退款金额', '退款', 'refund']],
  ['commissionEstFen', ['预估佣金', '预估收入', 'est. commission', 'estimated commission']],
  ['commissionFen', ['实际佣金', '结算佣金', '佣金金额', '达人佣金', 'actual commission', 'commission']],
  ['commissionRateBps', ['佣金率', '佣金比例', '佣金比率', 'commission rate']],
  ['paidFen', ['实付', '支付金额', '付款金额', '实际支付', 'paid', 'payment amount', 'amount']],
  ['unitPriceFen', ['单价', 'unit price', 'unitprice']],
  ['settledAt', ['结算时间', 'settle time', 'settled at']],
  ['paidAt', ['付款时间', '支付时间', '支付日期', 'paid at', 'payment time']],
  ['receivedAt', ['收货时间', 'received at']],
  ['orderedAt', ['下单时间', '创建时间', '提交时间', 'time created', 'order time', 'invoicedate']],
  ['status', ['订单状态', '状态', 'status']],
  ['shopName', ['店铺名称', '店铺', 'shop']],
  ['buyerKey', ['买家', '客户', 'customerid', 'customer id', 'buyer']],
  ['remark', ['备注', 'remark', 'note']],
];

export function suggestMapping(headers: readonly string[]): SuggestedMapping {
  const free = new Map(headers.map((name) => [normaliseHeader(name), name]));
  const fields: SuggestedMapping['fields'] = {};
  for (const [field, words] of WORDS) {
    const found = words.map((word) => [...free.keys()].find((name) => name.includes(word))).find(Boolean);
    if (found === undefined) continue;
    fields[field] = { column: free.get(found)! };
    free.delete(found);
  }
  return { fields };
}
