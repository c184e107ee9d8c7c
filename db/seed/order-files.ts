import type { Month } from '../../api/domain/month.ts';
import { diceOf, laterBy } from './dice.ts';
import { DOUYIN_HEADER, KUAISHOU_HEADER, TAOBAO_HEADER, TMALL_HEADER } from './order-headers.ts';
import { douyinRow, type FileRow, kuaishouRow, taobaoRow, yuan } from './order-rows.ts';
import { type DemoOrder, type FilePlatform, tellOrders } from './orders.ts';

export interface DemoFile {
  name: string;
  /** The month whose settlement it is imported for. */
  month: Month;
  text: string;
}

/** Taken on the second of the next month, each with the month before it again: newer exports bring what changed. */
const EXPORTS: readonly { month: Month; from: string; exportedAt: string }[] = [
  { month: '2026-04', from: '2026-04-01', exportedAt: '2026-05-02 09:00:00' },
  { month: '2026-05', from: '2026-04-01', exportedAt: '2026-06-02 09:00:00' },
  { month: '2026-06', from: '2026-05-01', exportedAt: '2026-07-02 09:00:00' },
];

/** The files an agency downloads in three months, as their platforms write them. The same text each time. */
export function tellOrderFiles(): DemoFile[] {
  const orders = tellOrders();
  const files = EXPORTS.flatMap(({ month, from, exportedAt }) => {
    const of = (platform: FilePlatform) =>
      orders.filter(
        (order) => order.platform === platform && order.orderedAt >= from && order.orderedAt < exportedAt,
      );
    const settledSince = (order: DemoOrder) =>
      order.settledAt !== null && order.settledAt >= `${month}-01` && order.settledAt < exportedAt;
    const douyin = of('douyin').filter((order) => order.paidAt !== null);
    const kuaishou = orders.filter((order) => order.platform === 'kuaishou' && settledSince(order));
    return [
      {
        name: `抖音精选联盟-达人佣金-${month}.csv`,
        month,
        text: toCsv(DOUYIN_HEADER, [
          ...douyin.map((order) => douyinRow(order, exportedAt)),
          ...(month === '2026-05' ? [brokenRow(douyin[0]!, exportedAt)] : []),
        ]),
      },
      {
        name: `快手结算明细-${month}.csv`,
        month,
        text: toCsv(
          KUAISHOU_HEADER,
          kuaishou.map((order) => kuaishouRow(order, exportedAt)),
        ),
      },
      {
        name: `淘宝联盟订单明细-${month}.csv`,
        month,
        text: toCsv(
          TAOBAO_HEADER,
          of('taobao').map((order, index) => ({ 序号: String(index + 1), ...taobaoRow(order, exportedAt) })),
        ),
      },
    ];
  });
  const shop = {
    name: '天猫店铺订单-2026-06.csv',
    month: '2026-06',
    text: toCsv(TMALL_HEADER, tellShopRows()),
  } as const;
  // Before the last exports, so that the newest orders of a list are anchors' own.
  return [...files.slice(0, -3), shop, ...files.slice(-3)];
}

/** Somebody typed over an amount: the line is refused, the rest of the file is not. */
const brokenRow = (order: DemoOrder, exportedAt: string): FileRow => ({
  ...douyinRow(order, exportedAt),
  订单id: '6926052030085999991\t',
  支付金额: '99.0O',
});

/** A shop's own orders: paid, unpaid and refunded, and no evidence of settlement in any of them. */
function tellShopRows(): FileRow[] {
  const dice = diceOf('tmall');
  return Array.from({ length: 24 }, (_, index) => {
    const createdAt = laterBy('2026-06-18 00:00:00', index * 53 + dice() * 40);
    const totalFen = 3_990 + Math.floor(dice() * 20) * 1_000;
    const isPaid = dice() > 0.25;
    const isRefunded = isPaid && index % 6 === 2;
    return {
      订单编号: `33${String(20260618000000 + index * 137)}`,
      总金额: yuan(totalFen),
      买家实际支付金额: yuan(isPaid && !isRefunded ? totalFen : 0),
      '收货地址 ': ['浙江省', '上海', '四川省', '广东省'][index % 4]!,
      订单创建时间: createdAt,
      '订单付款时间 ': isPaid ? laterBy(createdAt, 1.5) : '',
      退款金额: yuan(isRefunded ? totalFen : 0),
    };
  });
}

/** UTF-8 with its mark and Windows' line ends, as spreadsheets want it. */
function toCsv(header: readonly string[], rows: readonly FileRow[]): string {
  const lines = rows.map((row) => header.map((name) => quoted(row[name] ?? '-')).join(','));
  return `\ufeff${[header.join(','), ...lines].join('\r\n')}\r\n`;
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
