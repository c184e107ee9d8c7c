const OTHER_TRADES =
  /照护|火化|殡葬|遗体|数据提供方|数据接收方|承包人|发包人|租金|乙方监护人|旅游|分包人|承租|出租人|转租|房屋|监理|工程|施工|竣工|工期|物业|招标|投标|中标|买受人|出卖人|邮轮|旅行社|旅游者|养老|老人|监护人和?丙方|校外培训|保险人|投保人|被保险|借款人|贷款人|担保人|专利权人|许可方|受让方|合营|合资|董事会|购房|土地|承运人|托运人|寄存人|保管人|仓储|种植|收购方|供用电|货轮|信用证|股权|期货|典当|委托拍卖|易制毒|机动车|新车|停车|提货|商品房|幼儿|校车/;
const THIS_TRADE =
  /主播|达人|艺人|直播|带货|开播|粉丝|短视频|经纪|公会|网红|博主|红人|mcn|坑位|打赏|演艺|creator|talent|streamer|influencer|livestream/i;

/** Whether a text plainly belongs to another trade: what was learnt from anchors' contracts says nothing of it. */
export function isOfOtherTrade(text: string): boolean {
  return OTHER_TRADES.test(text) && !THIS_TRADE.test(text);
}
