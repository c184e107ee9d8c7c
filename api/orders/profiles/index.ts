import { douyinCommission } from './douyin-commission.ts';
import { douyinLeader } from './douyin-leader.ts';
import { douyinOrders } from './douyin-orders.ts';
import { kuaishouSettlement } from './kuaishou-settlement.ts';
import type { Profile } from './profile.ts';
import { taobaoAgency } from './taobao-agency.ts';
import { taobaoAlliance } from './taobao-alliance.ts';
import { tmallOrders } from './tmall-orders.ts';
import { wechatOrders } from './wechat-orders.ts';
import { xiaohongshuSettlement } from './xiaohongshu-settlement.ts';

/** Every file FairCast knows by its header. */
export const PROFILES: readonly Profile[] = [
  douyinCommission,
  douyinLeader,
  douyinOrders,
  kuaishouSettlement,
  taobaoAlliance,
  taobaoAgency,
  wechatOrders,
  xiaohongshuSettlement,
  tmallOrders,
];

export const findProfile = (id: string): Profile | undefined => PROFILES.find((profile) => profile.id === id);
