export const zh = {
  payouts: {
    name: '付款',
    fields: { id: '编号' },
  },
};
