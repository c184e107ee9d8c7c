import { fen } from '../../money.ts';
import type { Month } from '../../month.ts';
import type { CarriedForward } from '../carry-forward.ts';
import type { DryRunLine } from '../compare-rules.ts';
import type { PayComponent } from '../component.ts';
import type { EarnedSum, MonthInput } from '../month-facts.ts';
import { checkHeads, isBlank, readFen, type Section } from './page.testing.ts';
import { fenOf, idOf, instantOf, textOf } from './terms.testing.ts';

type Row = Record<string, string>;
type Sections = ReadonlyMap<string, Section>;
const PLACES = ['平台', '品牌', '类目', '商品', '场次'];

/** The facts of one month of a page, on what the months before left. */
export function readMonth(
  sections: Sections,
  month: Month,
  components: readonly PayComponent[],
  { carried, earned }: { carried: CarriedForward; earned: readonly EarnedSum[] },
): MonthInput {
  const rows = (name: string, heads: readonly string[]): Row[] => {
    const section = sections.get(`${month}/${name}`);
    if (section) checkHeads(section, heads);
    return section?.rows ?? [];
  };
  const anchor = rows('主播', ['用工', '最低工资', '他处扣留'])[0];
  return {
    ...{ anchorId: 1, anchorPartyId: 1, month, components, ...carried },
    relation: anchor?.用工 === '劳动合同' ? 'employed' : 'independent',
    wageFloorFen: fenOf(anchor?.最低工资),
    otherFen: fenOf(anchor?.他处扣留) ?? fen(0),
    earned: [
      ...earned,
      ...rows('明细', ['日', '件数', '净销售额', '佣金', '分成', '所属月', ...PLACES]).map((row) =>
        readEarned(row, month),
      ),
    ],
    streams: rows('直播', ['编号', '日', '标题', '平台', '分钟']).map((row) => ({
      ...{ streamId: Number(row.编号), title: row.标题!, platform: row.平台 ?? '抖音' },
      ...{ day: row.日!, minutes: Number(row.分钟) },
    })),
    fees: rows('费用', ['编号', '日', '费用', '单据', '金额', ...PLACES]).map((row) => ({
      ...{ feeId: Number(row.编号), of: row.费用 === '坑位费' ? 'slot_fee' : 'service_fee' },
      ...{ streamId: idOf(row.场次), platform: textOf(row.平台), brandId: idOf(row.品牌) },
      ...{ productId: idOf(row.商品), day: row.日!, amountFen: fen(readFen(row.金额!)), ref: row.单据! },
    })),
    recoupItems: [
      ...carried.recoupItems,
      ...rows('预支', ['编号', '条款', '日', '名称', '金额', '申请', '批准']).map((row) => ({
        ...{ itemId: Number(row.编号), componentId: Number(row.条款), name: row.名称!, day: row.日! },
        ...{ amountFen: fen(readFen(row.金额!)), recoupedFen: fen(0) },
        ...{ requestedBy: row.申请!, approvedBy: textOf(row.批准) },
      })),
    ],
    cases: rows('案件', ['编号', '预留', '裁定日', '扣留']).map((row) => ({
      ...{ caseNo: row.编号!, withheldKey: row.预留!, decidedOn: textOf(row.裁定日) },
      forfeitFen: fen(readFen(row.扣留!)),
    })),
    fines: rows('违约', ['编号', '条款', '日', '事由', '金额', '凭证', '通知', '异议']).map((row) => ({
      ...{ fineId: Number(row.编号), componentId: Number(row.条款), day: row.日!, what: row.事由! },
      amountFen: fen(readFen(row.金额!)),
      evidenceRefs: isBlank(row.凭证) ? [] : row.凭证!.split('、'),
      notifiedOn: textOf(row.通知),
      objection: isBlank(row.异议)
        ? ('none' as const)
        : ({ 未决: 'open', 成立: 'upheld', 不成立: 'rejected' } as const)[
            row.异议 as '未决' | '成立' | '不成立'
          ],
    })),
    adjustments: rows('调整', ['编号', '所属月', '金额', '原因', '凭证', '制单', '复核']).map((row) => ({
      ...{ adjustmentId: Number(row.编号), concernsMonth: row.所属月 as Month },
      ...{ amountFen: fen(readFen(row.金额!)), reason: row.原因! },
      evidenceRefs: isBlank(row.凭证) ? [] : row.凭证!.split('、'),
      ...{ preparedBy: row.制单!, approvedBy: textOf(row.复核) },
    })),
  } as MonthInput;
}

export const ORDER_HEADS = ['行', '日', '净销售额', '佣金', '件数', '规则', '各方', '原因', ...PLACES];

/** Order lines of a page, settled in the order of the table. */
export function readOrders(section: Section | undefined): DryRunLine[] {
  if (!section) return [];
  checkHeads(section, ORDER_HEADS);
  return section.rows.map((row, at) => ({
    ...{ lineId: Number(row.行), anchorId: 1, platform: textOf(row.平台) ?? '抖音' },
    ...{ brandId: idOf(row.品牌), category: textOf(row.类目), productId: idOf(row.商品) },
    ...{ streamId: idOf(row.场次), quantity: Number(row.件数 ?? 1) },
    ...{ ruleAt: instantOf(row.日!), settledAt: instantOf(row.日!) + at },
    ...{ salesFen: fen(readFen(row.净销售额!)), commissionFen: fenOf(row.佣金) },
  }));
}

function readEarned(row: Row, month: Month): EarnedSum {
  return {
    ...{ platform: textOf(row.平台) ?? '抖音', brandId: idOf(row.品牌), category: textOf(row.类目) },
    ...{ productId: idOf(row.商品), streamId: idOf(row.场次), quantity: Number(row.件数 ?? 0) },
    salesFen: fenOf(row.净销售额) ?? fen(0),
    commissionFen: fenOf(row.佣金),
    concernsMonth: (textOf(row.所属月) ?? month) as Month,
    shareFen: fen(readFen(row.分成!)),
    day: row.日 ?? '2026-05-15',
  };
}
