import type { Platform } from '../../api/domain/platform.ts';
import type { DemoClause } from './contract-clauses.ts';

/** `anchor` is the contract's own; `anchor:KEY` another one; `party:KEY` of parties.ts. */
export type DemoPartyKey = 'agency' | 'platform' | 'anchor' | `anchor:${string}` | `party:${string}`;

export interface DemoPart {
  party: DemoPartyKey;
  /** Basis points; null receives the rest. */
  rateBps: number | null;
  takesFrom?: 'base' | 'rest';
}

export interface DemoRule {
  clauseNo: string;
  platform?: Platform;
  brandKey?: string;
  productKey?: string;
  base?: 'commission' | 'sales';
  tierOnRefund?: 'frozen' | 'trueup';
  /** By the month's cumulative sales; one tier from 0 when there is but one way to share. */
  tiers: readonly { fromFen: number; toFen: number | null; parts: readonly DemoPart[] }[];
}

export interface DemoVersion {
  effectiveFrom: string;
  summary: string;
  /** The clauses of §4, which say in words what the rules say as data. */
  shares: readonly DemoClause[];
  rules: readonly DemoRule[];
  /** The day the anchor signed it; the contract's own when not said. */
  signedOn?: string;
  /** A draft nobody has confirmed yet. */
  isDraft?: boolean;
}

export interface DemoContract {
  no: string;
  anchorKey: string;
  title: string;
  signedOn: string | null;
  startsOn: string;
  endsOn: string | null;
  note: string;
  versions: readonly DemoVersion[];
}

const always = (...parts: DemoPart[]) => [{ fromFen: 0, toFen: null, parts }];
/** The anchor's rate of the base; the agency keeps the rest. */
const plain = (rateBps: number) => always({ party: 'anchor', rateBps }, { party: 'agency', rateBps: null });
const step = (fromFen: number, toFen: number | null, rateBps: number) => ({
  fromFen,
  toFen,
  parts: plain(rateBps)[0]!.parts,
});

/** One contract per anchor, each with another way to share, and one renewal that is still being written. */
export const CONTRACTS: readonly DemoContract[] = [
  {
    no: 'MC-2026-001',
    anchorKey: 'linxiaoman',
    title: '直播带货合作协议（阶梯分成）',
    signedOn: '2025-12-20',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    note: '公司毛利下限 42%，续约不得突破。',
    versions: [
      {
        effectiveFrom: '2026-01-01',
        summary: '按当月累计成交额阶梯分成',
        shares: [
          {
            clauseNo: '§4.1',
            heading: '阶梯分成',
            body: '订单按平台结算先后逐笔计算。一笔订单结算之前，乙方当月累计结算成交额不满三千元的，该笔订单整笔按平台结算佣金的 45% 分成；满三千元不满六千元的，整笔按 50% 分成；满六千元的，整笔按 55% 分成。跨越档位的订单不拆分。累计额按自然月计算，次月重新累计；已结算订单退款的，按该订单原档位冲减。',
          },
        ],
        rules: [
          {
            clauseNo: '§4.1',
            tiers: [step(0, 300_000, 4500), step(300_000, 600_000, 5000), step(600_000, null, 5500)],
          },
        ],
      },
    ],
  },
  {
    no: 'MC-2026-002',
    anchorKey: 'zhouyihe',
    title: '直播带货合作协议（经纪人引荐）',
    signedOn: '2025-12-28',
    startsOn: '2026-01-01',
    endsOn: '2027-12-31',
    note: '经纪人顾南的 8% 单独签有居间协议。',
    versions: [
      {
        effectiveFrom: '2026-01-01',
        summary: '先扣平台技术服务费与经纪费，余额对半',
        shares: [
          {
            clauseNo: '§4.1',
            heading: '分配顺序',
            body: '平台结算佣金按下列顺序分配：（一）平台技术服务费 10%；（二）余额的 8% 为经纪人居间费；（三）再余额的 50% 归乙方；（四）剩余部分（含分以下尾差）归甲方。',
          },
        ],
        rules: [
          {
            clauseNo: '§4.1',
            tiers: always(
              { party: 'platform', rateBps: 1000 },
              { party: 'party:agent', rateBps: 800, takesFrom: 'rest' },
              { party: 'anchor', rateBps: 5000, takesFrom: 'rest' },
              { party: 'agency', rateBps: null },
            ),
          },
        ],
      },
    ],
  },
  {
    no: 'MC-2026-003',
    anchorKey: 'ayou',
    title: '直播带货合作协议',
    signedOn: '2026-01-05',
    startsOn: '2026-01-10',
    endsOn: '2026-12-31',
    note: '第二版为五月谈判结果。',
    versions: [
      {
        effectiveFrom: '2026-01-10',
        summary: '固定比例：乙方 45%，甲方 55%',
        shares: [
          {
            clauseNo: '§4.1',
            heading: '固定分成',
            body: '平台结算佣金由乙方与甲方按 45% 与 55% 分配，不区分平台与商品。除不尽的尾差归甲方。',
          },
        ],
        rules: [{ clauseNo: '§4.1', tiers: plain(4500) }],
      },
      {
        effectiveFrom: '2026-05-16',
        signedOn: '2026-05-12',
        summary: '自五月十六日起乙方分成提高到 50%',
        shares: [
          {
            clauseNo: '§4.1',
            heading: '固定分成',
            body: '自二〇二六年五月十六日起付款的订单，平台结算佣金由乙方与甲方各得 50%。此前付款的订单仍适用第一版。除不尽的尾差归甲方。',
          },
        ],
        rules: [{ clauseNo: '§4.1', tiers: plain(5000) }],
      },
    ],
  },
  {
    no: 'MC-2026-004',
    anchorKey: 'laochen',
    title: '茶专场合作协议（按成交额）',
    signedOn: '2026-02-18',
    startsOn: '2026-03-01',
    endsOn: '2027-02-28',
    note: '品牌方货款由本机构代收代付，注意对账。',
    versions: [
      {
        effectiveFrom: '2026-03-01',
        summary: '沐砚堂按成交额分配，其余商品按佣金',
        shares: [
          {
            clauseNo: '§4.1',
            heading: '茶专场',
            body: '沐砚堂商品以平台结算成交额为基数分配：乙方 8%，副播小鹿 2%，甲方 9.5%，其余为品牌方货款。',
          },
          {
            clauseNo: '§4.2',
            heading: '其他商品',
            body: '沐砚堂以外的商品，平台结算佣金由乙方与甲方各得 50%。',
          },
        ],
        rules: [
          {
            clauseNo: '§4.1',
            brandKey: 'muyan',
            base: 'sales',
            tiers: always(
              { party: 'anchor', rateBps: 800 },
              { party: 'anchor:xiaolu', rateBps: 200 },
              { party: 'agency', rateBps: 950 },
              { party: 'party:muyanGoods', rateBps: null },
            ),
          },
          { clauseNo: '§4.2', tiers: plain(5000) },
        ],
      },
    ],
  },
  {
    no: 'MC-2026-005',
    anchorKey: 'xiaolu',
    title: '新人主播合作协议',
    signedOn: '2026-02-26',
    startsOn: '2026-03-01',
    endsOn: null,
    note: '新人扶持期，退款后阶梯重算。',
    versions: [
      {
        effectiveFrom: '2026-03-01',
        summary: '两档阶梯，退款后重新计算',
        shares: [
          {
            clauseNo: '§4.1',
            heading: '阶梯分成与重算',
            body: '订单按平台结算先后逐笔计算。一笔订单结算之前，乙方当月累计结算成交额不满二千元的，该笔订单整笔按平台结算佣金的 40% 分成；满二千元的，整笔按 50% 分成。跨越档位的订单不拆分。已结算订单退款的，该月其余订单的阶梯按退款后的累计额重新计算，差额在退款当月补扣或补发。',
          },
        ],
        rules: [
          {
            clauseNo: '§4.1',
            tierOnRefund: 'trueup',
            tiers: [step(0, 200_000, 4000), step(200_000, null, 5000)],
          },
        ],
      },
    ],
  },
  {
    no: 'MC-2026-006',
    anchorKey: 'beichuan',
    title: '家居类目合作协议',
    signedOn: '2026-01-15',
    startsOn: '2026-02-01',
    endsOn: '2026-12-31',
    note: '电炖锅为品牌定投款，单独约定。',
    versions: [
      {
        effectiveFrom: '2026-02-01',
        summary: '一般 45%，澄厨 50%，澄厨电炖锅 60%',
        shares: [
          { clauseNo: '§4.1', heading: '一般商品', body: '平台结算佣金由乙方与甲方按 45% 与 55% 分配。' },
          {
            clauseNo: '§4.2',
            heading: '品牌与单品',
            body: '澄厨品牌商品由乙方与甲方各得 50%；其中隔水电炖锅由乙方得 60%，甲方得 40%。约定较具体者优先适用。',
          },
        ],
        rules: [
          { clauseNo: '§4.1', tiers: plain(4500) },
          { clauseNo: '§4.2', brandKey: 'chengchu', tiers: plain(5000) },
          { clauseNo: '§4.2', productKey: 'dunguo', tiers: plain(6000) },
        ],
      },
    ],
  },
  {
    no: 'MC-2027-001',
    anchorKey: 'linxiaoman',
    title: '直播带货合作协议（2027 续约稿）',
    signedOn: null,
    startsOn: '2027-01-01',
    endsOn: '2027-12-31',
    note: '谈判稿，勿外发。',
    versions: [
      {
        effectiveFrom: '2027-01-01',
        summary: '续约草稿：上调第三档',
        isDraft: true,
        shares: [
          {
            clauseNo: '§4.1',
            heading: '阶梯分成',
            body: '订单按平台结算先后逐笔计算。一笔订单结算之前，乙方当月累计结算成交额不满三千元的，该笔订单整笔按平台结算佣金的 45% 分成；满三千元的，整笔按 58% 分成。跨越档位的订单不拆分。',
          },
        ],
        rules: [{ clauseNo: '§4.1', tiers: [step(0, 300_000, 4500), step(300_000, null, 5800)] }],
      },
    ],
  },
];
