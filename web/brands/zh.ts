export const zh = {
  brands: {
    name: '品牌',
    fields: {
      id: '编号',
      name: '品牌',
      company: '公司全称',
      creditCode: '统一社会信用代码',
      contact: '联系人',
      status: '状态',
      note: '备注',
      productCount: '商品数',
      dealCount: '合作数',
    },
    values: { status: { active: '合作中', paused: '暂停', blacklisted: '黑名单' } },
    section: { profile: '基本资料', products: '商品', deals: '合作', history: '修改记录' },
    empty: '还没有品牌。先添加品牌，再录入它的商品和合作。',
    creditCodeShape: '统一社会信用代码为 18 位数字或大写字母',
  },
};
