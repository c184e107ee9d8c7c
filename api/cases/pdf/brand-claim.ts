import { formatYuan } from '../../domain/money.ts';
import { drawHeading, type Flow, LEFT, RIGHT, STRONG } from '../../pdf/sheet-style.ts';
import { type Column, drawTableHead, prepareRow } from '../../pdf/table.ts';
import {
  type CasePaper,
  drawFactRow,
  drawParagraph,
  type RenderedCasePaper,
  renderCasePaper,
  say,
} from './case-sheet.ts';

const TEMPLATE_VERSION = 2;

/** The claim against the brand: what follows from the lines, and apart from it an estimate under a named article. */
export interface ClaimPaper extends CasePaper {
  brand: { name: string };
  commissionFen: number;
  refundFen: number;
  withoutEstimateFen: number;
  totalFen: number;
  lines: number;
  orders: number;
  floorOrders: number;
  compensation: {
    law: string;
    article: string;
    times: number;
    floorFen: number;
    condition: string;
    totalFen: number;
  };
  decision: string;
}

export function renderBrandClaim(claim: ClaimPaper): RenderedCasePaper {
  const title = { zh: '品牌责任索赔函', en: 'Claim against the Brand' };
  return renderCasePaper(claim, { title, creator: `FairCast brand claim ${TEMPLATE_VERSION}` }, drawClaim);
}

function drawClaim(flow: Flow, claim: ClaimPaper): void {
  const { lang, compensation } = claim;
  drawFactRow(flow, say(lang, '致', 'To'), claim.brand.name);
  drawFactRow(flow, say(lang, '商品', 'Goods'), claim.case.productName);
  drawFactRow(
    flow,
    say(lang, '涉及', 'Concerns'),
    say(lang, `${claim.orders} 个订单，${claim.lines} 行`, `${claim.orders} orders, ${claim.lines} lines`),
  );
  drawFactRow(flow, say(lang, '决定', 'Decision'), claim.decision);
  flow.y += 6;
  drawHeading(flow, '金额', 'Amounts', 80);
  drawTableHead(flow, AMOUNTS);
  drawAmount(flow, say(lang, '佣金（主播与机构）', 'Commission (anchor and agency)'), claim.commissionFen);
  drawAmount(flow, say(lang, '尚须退还买家的货款', 'Still to be refunded to buyers'), claim.refundFen);
  drawAmount(
    flow,
    say(lang, '小计（由订单逐行得出）', 'Sum (follows from the lines)'),
    claim.withoutEstimateFen,
    true,
  );
  drawAmount(
    flow,
    say(
      lang,
      `《${compensation.law}》第 ${compensation.article} 条，${compensation.times} 倍（估算）`,
      `${compensation.law} art. ${compensation.article}, ${compensation.times} times (estimate)`,
    ),
    compensation.totalFen,
  );
  drawAmount(flow, say(lang, '合计（含估算）', 'Total (with the estimate)'), claim.totalFen, true);
  flow.y += 8;
  drawParagraph(
    flow,
    say(
      lang,
      `估算是买家在该条款的条件成立时可能主张的金额：每个订单按货款的 ${compensation.times} 倍计，不足 ${formatYuan(compensation.floorFen)} 元的按 ${formatYuan(compensation.floorFen)} 元计（${claim.floorOrders} 个订单适用下限）。条款是否适用，由法院或主管机关认定；本函不作此认定。`,
      `The estimate is what buyers could ask for where the conditions of the article are met: ${compensation.times} times the price of an order, at least CNY ${formatYuan(compensation.floorFen)} (${claim.floorOrders} orders at the least sum). Whether the article applies is for a court or an authority; this paper does not say.`,
    ),
  );
}

function drawAmount(flow: Flow, label: string, amountFen: number, isStrong = false): void {
  const style = isStrong ? STRONG : undefined;
  const row = prepareRow(flow, AMOUNTS, [
    { text: label, style },
    { figure: formatYuan(amountFen), style },
  ]);
  flow.makeRoom(row.height);
  row.draw();
}

const FULL = RIGHT - LEFT;
const AMOUNTS: readonly Column[] = [
  { chinese: '项目', english: 'Item', width: FULL * 0.7, align: 'left' },
  { chinese: '金额（元）', english: 'CNY', width: FULL * 0.3, align: 'right' },
];
