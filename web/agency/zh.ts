export const zh = {
  agency: {
    name: '机构信息',
    fields: {
      id: '编号',
      name: '机构全称',
      creditCode: '统一社会信用代码',
      address: '地址',
      publicUrl: '对外网址',
    },
    letterhead: '单据抬头',
    creditCodeShape: '统一社会信用代码为 18 位数字或大写字母',
    publicUrlHelp: '印在结算单的二维码里：任何人扫码只能看到这张单据有没有被改过。不填则只印验证码。',
    publicUrlShape: '网址形如 https://mcn.example.com，不带路径',
    fromNowOn: '今后出具的结算单和付款通知单用新的抬头；已经出具的不会改变。',
  },
};
