/** Contracts that are still on their way: as texts, the way people bring them in. */
export interface DemoNegotiation {
  no: string;
  anchorKey: string;
  title: string;
  startsOn: string;
  endsOn: string;
  note: string;
  fileName: string;
  text: string;
  /** How far it came: before compliance, or with the anchor. */
  reaches: 'review' | 'sent';
  /** What compliance says to the high findings, when it goes out. */
  waiver: string;
  /** What the anchor asked, to the clause of this number. */
  wish: { clauseNo: string; body: string } | null;
}

const HEAD = (anchor: string) => `直播带货合作协议
甲方：杭州明播文化有限公司
乙方：${anchor}`;

export const NEGOTIATIONS: readonly DemoNegotiation[] = [
  {
    no: 'MC-2027-002',
    anchorKey: 'beichuan',
    title: '家居类目合作协议（2027 续约）',
    startsOn: '2027-01-01',
    endsOn: '2027-12-31',
    note: '对方希望降低违约金。',
    fileName: '北川-2027续约稿.txt',
    reaches: 'sent',
    waiver: '违约金以甲方有凭证的前期投入为参照，已向主播说明可协商，先发出征询意见。',
    wish: { clauseNo: '第四条', body: '五百万元远超我的年收入，请改为以实际损失为限，双方对等。' },
    text: `${HEAD('江北川')}

第一条 合作内容
甲方为乙方提供家居类目的选品、招商与直播运营服务。双方系平等的商事合作关系。

第二条 分成
平台结算佣金由乙方得 48%，其余归甲方。

第三条 结算
甲方于次月十五日前出具结算单，列明每一笔订单的计算依据；乙方确认后十个工作日内付款。

第四条 违约责任
乙方提前解约的，无论何种原因，应一次性向甲方赔偿人民币五百万元。

第五条 直播安排
甲方每月为乙方安排不少于八场直播，并提供每场不低于三千元的流量投放。

第六条 争议解决
因本协议发生的争议，由甲方所在地人民法院管辖。`,
  },
  {
    no: 'MC-2027-003',
    anchorKey: 'ayou',
    title: '直播带货合作协议（2027 外部稿）',
    startsOn: '2027-01-01',
    endsOn: '2029-12-31',
    note: '合作方提供的文本，先由合规审阅。',
    fileName: '阿柚-外部稿.txt',
    reaches: 'review',
    waiver: '',
    wish: null,
    text: `${HEAD('余柚')}

第一条 合作内容
甲方为乙方提供美食类目的选品与直播运营服务。

第二条 分成
平台结算佣金由乙方得 50%，其余归甲方。

第三条 账号
合作期间及终止后，乙方以本人身份信息注册的账号归甲方所有。

第四条 证件保管
为便于管理，甲方有权保管乙方的身份证原件直至合同期满。

第五条 违约责任
乙方提前解约的，应向甲方支付其签约以来全部收入十倍的违约金。`,
  },
];

/** What the agency promised in contracts in force, with what there is to show for it. */
export interface DemoPromise {
  contractNo: string;
  clauseNo: string;
  kind: 'streams' | 'traffic' | 'training' | 'guarantee';
  title: string;
  target: number | null;
  unit: string | null;
  cadence: 'once' | 'monthly';
  startsOn: string;
  endsOn: string | null;
  evidence: readonly { dueOn: string; delivered: number; note: string }[];
}

export const PROMISES: readonly DemoPromise[] = [
  {
    contractNo: 'MC-2026-001',
    clauseNo: '§1',
    kind: 'streams',
    title: '每月安排不少于四场直播',
    target: 4,
    unit: '场',
    cadence: 'monthly',
    startsOn: '2026-04-01',
    endsOn: '2026-12-31',
    evidence: [
      { dueOn: '2026-04-30', delivered: 4, note: '四月排期表，四场均已开播。' },
      { dueOn: '2026-05-31', delivered: 3, note: '五月三场，一场因平台活动取消。' },
    ],
  },
  {
    contractNo: 'MC-2026-006',
    clauseNo: '§1',
    kind: 'training',
    title: '入职三个月内完成家居类目选品培训',
    target: null,
    unit: null,
    cadence: 'once',
    startsOn: '2026-02-01',
    endsOn: '2026-04-30',
    evidence: [{ dueOn: '2026-04-30', delivered: 1, note: '培训签到表，2026-03-18。' }],
  },
  {
    contractNo: 'MC-2026-006',
    clauseNo: '§1',
    kind: 'traffic',
    title: '每月流量投放不低于三千元',
    target: 300_000,
    unit: 'fen',
    cadence: 'monthly',
    startsOn: '2026-04-01',
    endsOn: '2026-12-31',
    evidence: [{ dueOn: '2026-04-30', delivered: 210_000, note: '四月投放账单合计 2,100.00 元。' }],
  },
];
