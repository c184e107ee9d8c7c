import { type Fen, mulDivHalfUp } from '../../api/domain/money.ts';
import type { DemoOrder } from './orders.ts';

/** One line of a platform's file by header name; what is not there is written as `-`. */
export type FileRow = Readonly<Record<string, string>>;

/** What the platform knows of an order on the day of the export. */
interface KnownState {
  isRefunded: boolean;
  isSettled: boolean;
  isReceived: boolean;
  totalFen: number;
  settledFen: number;
}

/** 达人佣金: paid orders only; ids end in a TAB, as in the real file. */
export function douyinRow(order: DemoOrder, exportedAt: string): FileRow {
  const { isRefunded, isSettled, isReceived, totalFen, settledFen } = stateOf(order, exportedAt);
  return {
    订单id: `${order.orderNo}\t`,
    商品id: `${order.productExtId}\t`,
    商品名称: order.productName,
    作者账号: order.anchorName,
    '抖音/火山号': order.anchorExtId,
    支付金额: yuan(totalFen),
    佣金率: percent(order.rateBps),
    预估佣金支出: yuan(commission(totalFen, order.rateBps)),
    结算金额: yuan(isSettled ? settledFen : 0),
    实际佣金支出: yuan(isSettled ? commission(settledFen, order.rateBps) : 0),
    订单状态: isRefunded ? '订单退货退款' : isSettled ? '订单结算' : isReceived ? '订单收货' : '订单付款',
    付款时间: order.paidAt!,
    收货时间: isReceived ? order.receivedAt! : '-',
    订单结算时间: isSettled ? order.settledAt! : '-',
    商品来源: '精选联盟',
    店铺名称: order.shopName,
    商品数量: String(order.quantity),
    是否阶梯佣金: '否',
    订单来源: '抖音',
    流量来源: order.media,
    订单类型: '普通订单',
  };
}

/** 结算明细: settled orders only. */
export function kuaishouRow(order: DemoOrder, exportedAt: string): FileRow {
  const { totalFen, settledFen } = stateOf(order, exportedAt);
  const commissionFen = commission(settledFen, order.rateBps);
  const feeFen = commission(settledFen, 500);
  return {
    商家ID: '1005501\t',
    订单号: `${order.orderNo}\t`,
    商品ID: `${order.productExtId}\t`,
    商品名称: order.productName,
    商品数量: String(order.quantity),
    订单创建时间: order.orderedAt,
    '订单实付(元)': yuan(totalFen),
    '合计收入(元)': yuan(totalFen),
    '订单退款(元)': yuan(totalFen - settledFen),
    '技术服务费(元)': yuan(feeFen),
    达人ID: order.anchorExtId,
    MCN机构ID: '88001',
    '达人佣金(元)': yuan(commissionFen),
    '团长佣金(元)': '0.00',
    佣金模式: '普通',
    分账基数: yuan(settledFen),
    '合计支出(元)': yuan(commissionFen + feeFen),
    '实际结算金额(元)': yuan(settledFen - commissionFen - feeFen),
    实际结算时间: order.settledAt!,
    资金渠道: '聚合账户',
  };
}

/** 订单明细: every order, those nobody paid as 订单失效. */
export function taobaoRow(order: DemoOrder, exportedAt: string): FileRow {
  const { isRefunded, isSettled, isReceived, totalFen, settledFen } = stateOf(order, exportedAt);
  const isLost = order.paidAt === null || isRefunded;
  return {
    创建时间: order.orderedAt,
    付款时间: order.paidAt ?? '-',
    结算时间: isSettled ? order.settledAt! : '-',
    商品标题: order.productName,
    掌柜旺旺: order.shopName,
    店铺名称: order.shopName,
    商品ID: `${order.productExtId}\t`,
    商品数量: String(order.quantity),
    商品单价: yuan(order.unitPriceFen),
    付款金额: order.paidAt === null ? '--' : yuan(totalFen),
    淘宝订单编号: `${order.orderNo}\t`,
    淘宝子订单号: `${order.orderNo}1\t`,
    订单状态: isLost ? '订单失效' : isSettled ? '订单结算' : isReceived ? '订单成功' : '订单付款',
    订单类型: '天猫',
    结算金额: isSettled ? yuan(settledFen) : '--',
    佣金比率: percent(order.rateBps),
    提成: percent(order.rateBps),
    付款预估收入: order.paidAt === null ? '0.00' : yuan(commission(totalFen, order.rateBps)),
    结算预估收入: isSettled ? yuan(commission(settledFen, order.rateBps)) : '--',
    推广者身份: '二方',
    媒体名称: order.anchorName,
    推广位名称: order.anchorExtId,
    维权标签: isRefunded ? '1' : '0',
  };
}

/** `123.45`, without separators: these files are read by machines. */
export const yuan = (amountFen: number): string =>
  `${Math.trunc(amountFen / 100)}.${String(amountFen % 100).padStart(2, '0')}`;

/** Texts of one form compare in the order of time. */
function stateOf(order: DemoOrder, exportedAt: string): KnownState {
  const has = (at: string | null) => at !== null && at <= exportedAt;
  const totalFen = order.unitPriceFen * order.quantity;
  const refundFen = has(order.refundedAt) ? order.refundFen : 0;
  return {
    isRefunded: refundFen === totalFen,
    isSettled: has(order.settledAt),
    isReceived: has(order.receivedAt),
    totalFen,
    settledFen: totalFen - refundFen,
  };
}

/** The platform rounds half up. */
const commission = (amountFen: number, rateBps: number): number =>
  mulDivHalfUp(amountFen as Fen, rateBps, 10_000);

const percent = (rateBps: number): string => `${yuan(rateBps)}%`;
