import type { Rule } from '../rule.ts';

const FAKE =
  '(?:刷(?:单|量|榜|票|礼物|好评|评论|粉)|互刷|自刷|补单|机器人|水军|托儿|虚假(?:流量|交易|评价|评论|粉丝)|下单后退款|虚构|编造|(?:剧本|人设)[^,;。]{0,8}(?:扮演|宣称|身份)|扮演[^,;。]{0,14}身份|隐瞒[^,;。]{0,10}(?:产地|货源|真实|来源)|好评任务|打赏引导|假扮|卖惨|宣称[^,;。]{0,8}(?:助农|长期使用|进口)|谎称|剧本[^,;。]{0,4}宣称)';

/** 刷单刷量与虚构人设: fake orders, traffic or persona as a duty. */
export const fakeDataDuty: Rule = {
  type: 'FAKE_DATA_DUTY',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          `(?:Ⓐ|Ⓒ)[^;。]{0,50}${FAKE}`,
          '应|须|需|配合|参与|安排|按|可|要求|动员|组织|接受|完成|以自有|使用|编造|扮演|提高',
        ],
      },
      {
        when: [
          '(?:fake|fabricated|bot|paid comments|invented (?:identity|persona)|false (?:orders|identity|persona)|brush(?:ing)? orders|inflate)[^.;]{0,120}',
          'Ⓐ|Ⓒ',
          'shall|must|cooperate|take part|as scripted|required',
        ],
      },
      {
        wide: true,
        when: [
          '(?:自充|坚称|库存仅|制造抢购|拍几百单|拍\\d*单|冲(?:冲)?销量|不发货|回头退|再退(?:掉)?|假装|小号|带节奏|自购|点亮灯牌|数据标准|扮演|虚假下单|办理退款|拍1波|拍一波|返款|活动后返还|热度维护|假粉|做数据|养号|冲榜)',
          'Ⓐ|Ⓒ|开播|今天|粉丝|评论|主播',
          '应|须|需|让|用|拍|配合|装|安排|必须|积极|每场',
        ],
        unless: [
          '不(?:得|应|许|准|涉及|存在|参与)[^;。]{0,14}(?:刷|虚|扮|假|自充|自购)',
          '消费者[^,;。]{0,10}办理退款|七日|标注|剧情',
        ],
      },
    ],
    fair: [
      '(?:不得|禁止|严禁|不组织|不参与|不应|拒绝|杜绝)[^;。]{0,24}(?:刷|虚构|虚假|机器人|水军|诱导|夸大|编造|造假)|发现[^;。]{0,8}(?:刷单|虚假)|显著标注|如实|官方渠道|被平台处罚',
      'no party shall|shall not|may not|Ⓑ shall not',
    ],
  },
  reason: {
    zh: '要你配合刷单、造假数据或虚构人设。组织虚假交易会被处罚，风险也落在你身上。',
    en: 'Fake orders, data or persona as a duty. Fake trade is fined, and the risk falls on you too.',
  },
  suggestion: {
    zh: '双方不得刷单、刷量或虚构人设，任何一方发现应立即停止并留存记录。',
    en: 'Neither side fakes orders, traffic or persona; whoever finds it stops it and keeps the record.',
  },
  question: { zh: '能否改为双方都不得刷单造假？', en: 'Can it say that neither side fakes anything?' },
};
