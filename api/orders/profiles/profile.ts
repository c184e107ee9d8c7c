import type { Platform } from '../../domain/platform.ts';
import type { FieldSources } from '../reading/fields.ts';

/**
 * How one platform file is read. Data, not code: a platform that renames a column costs a line in `aliases`.
 * Headers are compared trimmed and with half-width brackets.
 */
export interface Profile {
  id: string;
  title: { zh: string; en: string };
  platform: Platform;
  /** The file is this one when all of these headers are there, in whatever order. */
  required: readonly string[];
  /** Other spellings of a header: canonical name → what files also call it. */
  aliases: Readonly<Record<string, readonly string[]>>;
  fields: FieldSources;
  /**
   * `net`: the file's settled amounts already have refunds taken off and are kept as they are.
   * `gross`: they do not, so settled = settled − refund and commission = commission × (paid − refund) ÷ paid.
   */
  amounts: 'net' | 'gross';
  /** Refund rows of their own: settlement files write the sign one way or the other, it is set by the row's kind. */
  signByKind?: boolean;
}

/** The status words of Douyin's alliance, its API's names beside those its files use. */
export const DOUYIN_STATUSES = {
  订单付款: 'paid',
  支付完成: 'paid',
  已付款: 'paid',
  已支付: 'paid',
  PAY_SUCC: 'paid',
  订单收货: 'received',
  确认收货: 'received',
  已收货: 'received',
  CONFIRM: 'received',
  订单结算: 'settled',
  结算: 'settled',
  已结算: 'settled',
  SETTLE: 'settled',
  订单退货退款: 'refunded',
  退款: 'refunded',
  已退款: 'refunded',
  REFUND: 'refunded',
  订单失效: 'closed',
  已失效: 'closed',
} as const;

export const MEDIA_WORDS = {
  直播: 'live',
  live: 'live',
  视频: 'video',
  短视频: 'video',
  video: 'video',
  橱窗: 'shop',
  shop_list: 'shop',
  商品卡: 'card',
  图文: 'other',
  其他: 'other',
  others: 'other',
} as const;
