/** Who takes part in splits beside agency, platform and anchors. */
export const PARTIES = [
  { key: 'agent', kind: 'agent', name: '经纪人 顾南' },
  { key: 'muyanGoods', kind: 'brand', name: '沐砚堂 货款' },
] as const;

/** The agency itself, as its papers name it. */
export const AGENCY = {
  name: '明播示例传媒（杭州）有限公司',
  creditCode: '91330108MA0DEMO001',
  address: '杭州市滨江区示例路 8 号',
} as const;
