/** The words of the page that checks a printed statement; it opens without a sign-in. */
const zh = {
  title: '核对单据',
  about: '输入结算单页脚的 8 位验证码，或扫描二维码。这里只回答单据有没有被改过，不显示金额和姓名。',
  code: '验证码',
  check: '核对',
  busy: '正在核对…',
  unchanged: '与本系统留存的一致',
  unchangedHelp: '请再对照纸面上的单号、月份和内容校验值的前 8 位：',
  no: '单号',
  month: '月份',
  hash: '校验值前 8 位',
  unknown: '没有这个验证码的单据',
  unknownHelp: '请检查是否输错；若无误，这份单据不是本机构出具的，或内容被改过。',
  tooMany: '核对次数太多，请一分钟后再试。',
  offline: '连不上服务器，请检查网络后再试。',
  language: 'English',
};

const en: typeof zh = {
  title: 'Check a statement',
  about:
    'Type the 8 characters of the code at the foot of the statement, or scan it. This page only says whether the paper was changed: no amounts, no names.',
  code: 'Code',
  check: 'Check',
  busy: 'Checking…',
  unchanged: 'Agrees with what is kept here',
  unchangedHelp: 'Compare number, month and the first 8 digits of the hash with the paper:',
  no: 'Number',
  month: 'Month',
  hash: 'First 8 of the hash',
  unknown: 'No statement has this code',
  unknownHelp:
    'Check for a typing error; otherwise this paper was not issued by this agency, or it was changed.',
  tooMany: 'Too many checks: try again in a minute.',
  offline: 'The server cannot be reached. Check the network and try again.',
  language: '中文',
};

export const verifyWords = { zh, en };
