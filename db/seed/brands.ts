export interface DemoBrand {
  key: string;
  name: string;
  company: string;
  creditCode: string;
  contact: string;
  note: string;
}

/** Invented brands of invented companies. */
export const BRANDS: readonly DemoBrand[] = [
  {
    key: 'muyan',
    name: '沐砚堂',
    company: '武夷山沐砚堂示例茶业有限公司',
    creditCode: '91350782MA0DEMO012',
    contact: '茶事业部 温经理 19900000101',
    note: '按成交额结算，货款归品牌方，次月十日前对账。',
  },
  {
    key: 'heyu',
    name: '禾屿记',
    company: '舟山禾屿记示例食品有限公司',
    creditCode: '91330900MA0DEMO029',
    contact: '渠道部 姚女士 19900000102',
    note: '冷链仓在宁波，雨季发货延迟一天。',
  },
  {
    key: 'xubai',
    name: '絮白',
    company: '南通絮白示例家纺有限公司',
    creditCode: '91320600MA0DEMO036',
    contact: '直播组 钱先生 19900000103',
    note: '',
  },
  {
    key: 'qingyu',
    name: '清屿素',
    company: '广州清屿素示例化妆品有限公司',
    creditCode: '91440101MA0DEMO043',
    contact: '品牌部 柯女士 19900000104',
    note: '功效宣称以备案资料为准，手卡需合规先审。',
  },
  {
    key: 'chengchu',
    name: '澄厨',
    company: '宁波澄厨示例电器有限公司',
    creditCode: '91330200MA0DEMO050',
    contact: '大客户部 罗先生 19900000105',
    note: '团购单退货率高，坑位费含一次返场。',
  },
];
