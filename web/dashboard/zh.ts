export const zh = {
  dashboard: {
    name: '工作台',
    hello: '%{name}，你好',
    today: '今天是 %{day}',
    upcoming: '接下来的场次',
    noUpcoming: '没有已排期的场次',
    drafts: '待确认的合同',
    noDrafts: '没有草稿合同',
    figures: '概况',
    quick: '常用',
  },
};
