export const zh = {
  teams: {
    name: '小组',
    fields: { id: '编号', name: '小组', members: '成员', anchors: '主播' },
    section: { profile: '小组' },
    counts: '%{members} 名成员 · %{anchors} 位主播',
    empty: '还没有小组。建好小组后，可见范围为“本组主播”的运营能看到同组的全部主播。',
  },
};
