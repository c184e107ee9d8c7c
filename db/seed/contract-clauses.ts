/** A clause as it stands in the paper; §4 is each contract's own. */
export interface DemoClause {
  clauseNo: string;
  heading: string;
  body: string;
}

export const BEFORE_SHARES: readonly DemoClause[] = [
  {
    clauseNo: '§1',
    heading: '合作内容',
    body: '甲方为乙方提供选品、招商、直播运营与结算服务；乙方以约定的平台账号开展带货直播。双方系平等的商事合作关系，不构成劳动关系。',
  },
  {
    clauseNo: '§2',
    heading: '选品与合规',
    body: '甲方对商品资质、样品与价格承诺负审核责任；乙方按已审核的手卡介绍商品，不使用绝对化用语，不夸大功效。乙方有权拒绝推广资质不全的商品。',
  },
  {
    clauseNo: '§3',
    heading: '账号与作品',
    body: '乙方实名注册的账号归乙方所有，甲方仅在合作期内取得绑定与运营授权；合作终止之日起七日内，甲方应当协助解除机构绑定。',
  },
];

export const AFTER_SHARES: readonly DemoClause[] = [
  {
    clauseNo: '§5',
    heading: '结算与付款',
    body: '以平台实际结算的订单为准，按自然月结算。甲方于次月十五日前出具结算单，列明每一笔订单的计算依据；乙方确认后十个工作日内付款。',
  },
  {
    clauseNo: '§6',
    heading: '退款与负数结转',
    body: '已结算订单发生退款的，在退款当月以负数行冲减，并注明所冲减的原订单。当月合计为负的，结转至下月抵扣，甲方不要求乙方现金返还。',
  },
  {
    clauseNo: '§7',
    heading: '税费',
    body: '双方各自承担依法应缴的税费。乙方以个人名义收款的，由甲方依法预扣预缴个人所得税，并向乙方提供完税凭证。',
  },
  {
    clauseNo: '§8',
    heading: '解除与违约',
    body: '任何一方可以提前三十日书面通知解除合同。违约责任以实际损失为限，甲方不得以乙方未来收入作为违约金的计算基数。',
  },
];
