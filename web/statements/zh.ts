export const zh = {
  statements: {
    name: '结算单',
    fields: { id: '编号' },
  },
};
