export const zh = {
  portal: {
    name: '我的',
    fields: { id: '编号' },
  },
};
