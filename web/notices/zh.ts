export const zh = {
  notices: {
    name: '通知',
    fields: { id: '编号', isRead: '已读' },
    empty: '没有通知。',
    readAll: '全部标为已读',
    unread: '未读',
    bell: '通知，%{smart_count} 条未读',
    kind: {
      statement_sent: '新的结算单，请核对',
      statement_reminder: '结算单快到期了，请核对',
      statement_silence: '结算单到期未回复，按合同视为同意',
      dispute_raised: '主播提出了异议',
      dispute_answered: '异议有了新的答复',
      dispute_decided: '异议有了结果',
      payee_change_requested: '有人申请变更收款账户',
      payee_change_decided: '收款账户变更有了结果',
    },
  },
};
