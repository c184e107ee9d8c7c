export const zh = {
  orders: {
    name: '订单',
    fields: { id: '编号' },
  },
};
