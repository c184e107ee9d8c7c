export const zh = {
  settlements: {
    name: '结算',
    fields: { id: '编号' },
  },
};
