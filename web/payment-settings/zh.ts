export const zh = {
  'payment-settings': {
    name: '付款设置',
    fields: {
      id: '编号',
      disputeWindowDays: '提出异议的天数（留空用默认）',
      fromBatchFen: '批次合计达到',
      fromPayoutFen: '或单笔达到',
      approvers: '复核人数',
      debtorName: '付款户名',
      debtorBankName: '付款开户行',
      debtorAccount: '付款账号',
      debtorCnaps: '联行号',
      chargeBearer: '手续费',
      withholdsTax: '代扣个人所得税',
      platformWorkerCumulative: '平台从业人员累计预扣',
      naturalPersonVat: '代扣自然人增值税',
    },
    values: { chargeBearer: { DEBT: '付款方承担', CRED: '收款方承担', SHAR: '双方分担', SLEV: '按约定' } },
    section: { window: '确认结算单', tiers: '复核人数', debtor: '付款账户', tax: '个税' },
    windowHelp: '结算单发出后，主播有 %{days} 天提出异议。合同没有写沉默算同意，到期不算确认。',
    houseTiers: '现在用的是默认档位：一人复核；批次 20 万元或单笔 5 万元起要两人。',
    ownTiers: '现在用的是本机构的档位。全部删除就回到默认。',
    addTier: '添加档位',
    noDebtor: '还没有付款账户：没有它不能出具银行文件。',
    keepAccount: '现在是尾号 %{tail}；留空不变',
    cnapsHelp: '12 位，跨行转账用，可空',
    help: {
      withholdsTax:
        '开启后，出具结算单时按每位主播登记的计税方式代扣，税款单独列示，算法可查。有一位主播没有登记就不能出单。',
      platformWorkerCumulative:
        '只有本机构自己是互联网平台企业或其相关运营主体才适用。一般 MCN 请不要开启，先问主管税务机关。',
      naturalPersonVat: '规则的条文还没有核实。开启会停住自然人的出单，系统不会自己编一个算法。',
    },
    vatBlocks: '开启后，自然人主播的个税无法计算，结算单不能出具。请先向税务机关确认。',
  },
};
