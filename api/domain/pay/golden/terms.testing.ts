import { bps, fen } from '../../money.ts';
import type { SharePart, ShareRule } from '../../settlement.ts';
import type { ComponentRule, PayComponent } from '../component.ts';
import { checkHeads, isBlank, readBps, readFen, type Section } from './page.testing.ts';

export const PARTIES: readonly string[] = ['主播', '机构', '平台', '副播', '经纪人', '推荐人', '团长'];
export const partyId = (name: string): number => {
  const at = PARTIES.indexOf(name);
  if (at < 0) throw new Error(`no party ${name}`);
  return at + 1;
};

type Row = Record<string, string>;
const SCOPE = ['平台', '品牌', '类目', '商品', '场次'];
const HEADS = [
  ...['编号', '类型', '条款', '生效', '失效', '顺序', '每月最低', '每月最高', '金额', '取整', '费用', '分配'],
  ...[
    '按天折算',
    '期间',
    '计入',
    '条件',
    '费率',
    '阶梯',
    '基数',
    '方式',
    '返还天数',
    '收入比例',
    '通知天数',
    '扣回',
  ],
  ...SCOPE,
];

/** `主播 60% 余；机构 余额`: a rate of the whole, of what is left, or the rest. */
export function readParts(text: string): SharePart[] {
  return text.split('；').map((part) => {
    const [name, rate, rest] = part.trim().split(' ');
    const rateBps = rate === '余额' ? null : bps(readBps(rate!));
    return { partyId: partyId(name!), takesFrom: rest === '余' ? 'rest' : 'base', rateBps };
  });
}

export function readComponents(section: Section): PayComponent[] {
  checkHeads(section, HEADS);
  return section.rows.map((row) => ({
    id: Number(row.编号),
    contractVersionId: 1,
    clause: row.条款!,
    effectiveFrom: row.生效 ?? '2026-01-01',
    effectiveTo: isBlank(row.失效) ? null : row.失效!,
    priority: Number(row.顺序 ?? 0),
    scope: {
      platform: textOf(row.平台),
      brandId: idOf(row.品牌),
      category: textOf(row.类目),
      productId: idOf(row.商品),
      streamId: idOf(row.场次),
    },
    minFen: fenOf(row.每月最低),
    maxFen: fenOf(row.每月最高),
    ...readRule(row),
  }));
}

export function readShareRules(section: Section): ShareRule[] {
  checkHeads(section, ['编号', '基数', '档起', '档止', '分配', '生效', '失效', '退款', ...SCOPE]);
  const byRule = Map.groupBy(section.rows, (row) => row.编号!);
  return [...byRule].map(([id, rows]) => ({
    id: Number(id),
    anchorId: 1,
    platform: textOf(rows[0]!.平台),
    brandId: idOf(rows[0]!.品牌),
    productId: idOf(rows[0]!.商品),
    streamId: idOf(rows[0]!.场次),
    base: rows[0]!.基数 === '净销售额' ? 'sales' : 'commission',
    tierOnRefund: 'frozen',
    effectiveFrom: instantOf(rows[0]!.生效 ?? '2026-01-01'),
    effectiveTo: isBlank(rows[0]!.失效) ? null : instantOf(rows[0]!.失效!),
    tiers: rows.map((row, at) => ({
      id: Number(id) * 100 + at,
      fromFen: fenOf(row.档起) ?? fen(0),
      toFen: fenOf(row.档止),
      parts: readParts(row.分配!),
    })),
  }));
}

export const instantOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
export const textOf = (text: string | undefined): string | null => (isBlank(text) ? null : text!);
export const idOf = (text: string | undefined): number | null => (isBlank(text) ? null : Number(text));
export const fenOf = (text: string | undefined) => (isBlank(text) ? null : fen(readFen(text!)));
const bpsOf = (text: string | undefined) => (isBlank(text) ? null : bps(readBps(text!)));

function readRule(row: Row): ComponentRule {
  const amountFen = fenOf(row.金额) ?? fen(0);
  const prorate = row.按天折算 === '是';
  switch (row.类型) {
    case '按场':
      return { type: 'per_stream', amountFen };
    case '按小时':
      return { type: 'per_hour', amountFen, rounding: readRounding(row.取整) };
    case '按件':
      return { type: 'per_item', amountFen };
    case '费用分成': {
      const of = row.费用 === '坑位费' ? 'slot_fee' : 'service_fee';
      return { type: 'fee_share', of, parts: readParts(row.分配!) };
    }
    case '阶梯提成':
      return {
        type: 'tiered_share',
        of: row.基数 === '佣金' ? 'commission' : 'net_sales',
        mode: row.方式 === '全额' ? 'retroactive' : 'marginal',
        tiers: row.阶梯!.split('；').map((one) => {
          const [from, rate] = one.split(' ');
          return { fromFen: fen(readFen(from!)), rateBps: bps(readBps(rate!)) };
        }),
      };
    case '分成上下限':
      return { type: 'limit' };
    case '底薪提成取高':
      return { type: 'base_or_commission', amountFen, prorate };
    case '底薪加提成':
      return { type: 'base_plus_commission', amountFen, prorate };
    case '保底': {
      const span = row.期间 === '合同累计' ? 'contract' : 'month';
      const counts = row.计入 === '全部收入' ? 'all_earnings' : 'shares';
      return { type: 'guarantee', amountFen, prorate, span, counts, conditions: readConditions(row.条件) };
    }
    case '质保金': {
      const rates = row.费率!.split('；').map((one) => {
        const [category, rate] = one.split(' ');
        return { category: category === '其他' ? null : category!, rateBps: bps(readBps(rate!)) };
      });
      return { type: 'holdback', rates, releaseAfterDays: Number(row.返还天数) };
    }
    case '违约扣款':
      return { type: 'fine', capBps: bpsOf(row.收入比例), noticeDays: idOf(row.通知天数) };
    case '扣回': {
      const names = { 预支: 'advance', 培训: 'training', 投流: 'traffic' } as const;
      const of = names[row.扣回 as keyof typeof names];
      if (!of) throw new Error(`nothing is taken back as ${row.扣回}`);
      return { type: 'recoup', of, shareCeilingBps: bpsOf(row.收入比例) };
    }
    default:
      throw new Error(`no rule kind ${row.类型}`);
  }
}

function readRounding(text: string | undefined) {
  if (isBlank(text)) return null;
  const [minutes, how] = text!.split(' ');
  const mode = { 舍去: 'down', 进位: 'up', 四舍五入: 'nearest' }[how!] as 'down' | 'up' | 'nearest';
  return { stepMinutes: Number(minutes), mode };
}

/** `12 场；40 小时`. */
function readConditions(text: string | undefined) {
  if (isBlank(text)) return [];
  return text!.split('；').map((one) => {
    const [count, unit] = one.split(' ');
    return unit === '场'
      ? { kind: 'min_streams' as const, count: Number(count) }
      : { kind: 'min_minutes' as const, count: Number(count) * 60 };
  });
}
