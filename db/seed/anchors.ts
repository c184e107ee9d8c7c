import type { Platform } from '../../api/domain/platform.ts';

export interface DemoAnchor {
  key: string;
  name: string;
  realName: string;
  tier: 'head' | 'waist' | 'tail';
  /** Key of the user who looks after this anchor. */
  managerKey: string;
  phone: string;
  bornOn: string;
  joinedOn: string;
  note: string;
  accounts: readonly { platform: Platform; externalId: string; nickname: string }[];
  payee: {
    kind: 'personal' | 'studio' | 'company';
    accountName: string;
    bankName: string;
    bankAccount: string;
  };
}

/** Six people nobody is: names, numbers and accounts are invented. */
export const ANCHORS: readonly DemoAnchor[] = [
  {
    key: 'linxiaoman',
    name: '林小满',
    realName: '林晓曼',
    tier: 'head',
    managerKey: 'operator',
    phone: '19900000001',
    bornOn: '1994-03-12',
    joinedOn: '2023-06-01',
    note: '头部主播，续约谈判中：对方要求阶梯上限提到 58%。',
    accounts: [
      { platform: 'douyin', externalId: 'linxiaoman_live', nickname: '林小满的直播间' },
      { platform: 'kuaishou', externalId: '2180045501', nickname: '林小满' },
    ],
    payee: {
      kind: 'studio',
      accountName: '杭州晓曼文化工作室',
      bankName: '钱江示例银行杭州滨江支行',
      bankAccount: '6200990000010000118',
    },
  },
  {
    key: 'zhouyihe',
    name: '周一禾',
    realName: '周一禾',
    tier: 'head',
    managerKey: 'operator',
    phone: '19900000002',
    bornOn: '1991-11-02',
    joinedOn: '2022-09-15',
    note: '由经纪人顾南引荐，经纪费先于双方分成扣除。',
    accounts: [
      { platform: 'douyin', externalId: 'zhouyihe', nickname: '周一禾 好物志' },
      { platform: 'taobao', externalId: 'mm_1380_一禾直播间', nickname: '一禾直播间' },
    ],
    payee: {
      kind: 'company',
      accountName: '嘉兴一禾传媒有限公司',
      bankName: '南湖示例银行嘉兴分行',
      bankAccount: '6200990000010000225',
    },
  },
  {
    key: 'ayou',
    name: '阿柚',
    realName: '余柚',
    tier: 'waist',
    managerKey: 'agent',
    phone: '19900000003',
    bornOn: '1998-07-23',
    joinedOn: '2024-02-20',
    note: '五月中旬起提高分成，详见合同第二版。',
    accounts: [
      { platform: 'kuaishou', externalId: '2180045502', nickname: '阿柚爱下厨' },
      { platform: 'douyin', externalId: 'ayou_kitchen', nickname: '阿柚爱下厨' },
    ],
    payee: {
      kind: 'personal',
      accountName: '余柚',
      bankName: '钱江示例银行杭州西湖支行',
      bankAccount: '6200990000010000332',
    },
  },
  {
    key: 'laochen',
    name: '老陈聊茶',
    realName: '陈守义',
    tier: 'waist',
    managerKey: 'agent',
    phone: '19900000004',
    bornOn: '1979-05-30',
    joinedOn: '2023-11-08',
    note: '茶专场按成交额结算，小鹿作为副播参与分配。',
    accounts: [{ platform: 'taobao', externalId: 'mm_1380_老陈聊茶', nickname: '老陈聊茶' }],
    payee: {
      kind: 'personal',
      accountName: '陈守义',
      bankName: '闽北示例银行武夷支行',
      bankAccount: '6200990000010000449',
    },
  },
  {
    key: 'xiaolu',
    name: '小鹿',
    realName: '鹿鸣',
    tier: 'tail',
    managerKey: 'agent',
    phone: '19900000005',
    bornOn: '2002-01-17',
    joinedOn: '2025-03-03',
    note: '新人，合同约定退款后阶梯重新计算。',
    accounts: [{ platform: 'douyin', externalId: 'xiaolu_daily', nickname: '小鹿的日常' }],
    payee: {
      kind: 'personal',
      accountName: '鹿鸣',
      bankName: '钱江示例银行杭州滨江支行',
      bankAccount: '6200990000010000556',
    },
  },
  {
    key: 'beichuan',
    name: '北川',
    realName: '江北川',
    tier: 'tail',
    managerKey: 'operator',
    phone: '19900000006',
    bornOn: '1996-09-09',
    joinedOn: '2025-08-18',
    note: '四月一笔团购大单五月全额退款，当月为负。',
    accounts: [{ platform: 'douyin', externalId: 'beichuan_home', nickname: '北川家居' }],
    payee: {
      kind: 'personal',
      accountName: '江北川',
      bankName: '岷江示例银行绵阳支行',
      bankAccount: '6200990000010000663',
    },
  },
];
