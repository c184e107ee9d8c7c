export const zh = {
  imports: {
    name: '导入',
    fields: { id: '编号' },
  },
};
