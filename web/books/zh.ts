export const zh = {
  books: {
    name: '账目检查',
    fields: { id: '编号' },
    intro: '对整个数据库逐条检查记账规则：每一分钱都能对上，才算干净。',
    again: '重新检查',
    running: '正在检查，数据多时需要一会儿…',
    clean: '账目干净：%{count} 项检查全部通过',
    broken: '%{bad} 项检查没有通过（共 %{count} 项）',
    brokenHint: '请先不要付款，把下面的样例发给管理员核对。',
    checkedAt: '检查于 %{at}',
    violations: '%{count} 处不符',
    ok: '通过',
    notOk: '不通过',
    samples: '样例',
    none: '没有检查项',
  },
};
