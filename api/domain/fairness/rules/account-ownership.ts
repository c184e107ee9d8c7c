import type { Rule } from '../rule.ts';

const ACCOUNT =
  '(?:(?<!银行|收款|提现|支付)(?:账号|帐号|账户|帐户)|抖音号|快手号|小红书号|视频号|微博|直播间|店铺|橱窗|粉丝|频道|主页)';
const OWN =
  '(?:归(?:属于|属)?Ⓒ|属(?:于)?Ⓒ|归Ⓒ|由Ⓒ[^,;。]{0,8}(?:所有|享有|拥有|控制|支配|继续运营|安排)|为Ⓒ[^,;。]{0,8}(?:资产|财产|所有)|视为Ⓒ[^,;。]{0,6}(?:资产|财产|所有)|转让给Ⓒ|移交(?:给|至)?Ⓒ|交(?:付|由|给)Ⓒ|Ⓒ(?:独)?(?:享有|所有|拥有|独享)|(?:所有权|运营权|权益)[^,;。]{0,14}(?:属于|归)Ⓒ|变更(?:至|到|为)[^,;。]{0,4}Ⓒ)';

/** 账号归公司: the anchor's own account goes to the company. */
export const accountOwnership: Rule = {
  type: 'ACCOUNT_OWNERSHIP',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [`${ACCOUNT}[^;。]{0,50}${OWN}`, 'Ⓐ|主体|谁注册|谁|解约|终止|合作期|个人|实名|一切|全部|所有'],
      },
      { when: [`${OWN}[^;。]{0,20}${ACCOUNT}`, '(?:无论|全部|一切|所有|Ⓐ)'] },
      {
        when: [
          `Ⓐ[^;。]{0,40}${ACCOUNT}[^;。]{0,40}(?:移交|交出|交付|上交|换绑|变更实名|过户|转让|不予解绑|不得登录|不得带走|变更至|交Ⓒ|交还Ⓒ|注销)`,
        ],
        unless: ['密码[^,;。]{0,10}(?:查看|检查)'],
      },
      {
        when: [
          `(?:移交|交出|交付|上交|换绑|变更实名|过户|变更至|交还)[^;。]{0,16}${ACCOUNT}`,
          'Ⓐ',
          '<exit>|<after>|个人|本人|实名|名下|原有|Ⓒ',
        ],
        unless: ['个人社交|聊天|手机(?:定位|内容)'],
      },
      {
        when: [
          `(?:取回|赎回|带走|保留)[^;。]{0,10}${ACCOUNT}[^;。]{0,20}(?:支付|缴纳|付)[^;。]{0,16}(?:元|费)`,
        ],
      },
      {
        when: [
          `${ACCOUNT}[^;。]{0,40}(?:Ⓐ(?:仅|只)(?:有|享有|可)[^,;。]{0,4}使用权|Ⓐ(?:不得|无权)[^,;。]{0,8}(?:登录|使用|主张|带走|收回|取回))`,
        ],
        unless: ['企业(?:账号|号)|官方账号'],
      },
      { when: [`Ⓐ[^;。]{0,14}离开时不得带走|${ACCOUNT}[^;。]{0,30}不得带走`] },
      {
        when: [
          '(?:account|channel|profile|handle|followers)s?\\b[^.;]{0,140}(?:property of|owned by|belongs? (?:exclusively )?to|vests? in|become[^.;]{0,20}property|transfer(?:red)? to|assigned to) Ⓒ',
        ],
      },
      {
        when: ['(?:hand over|surrender|transfer|turn over|deliver)[^.;]{0,80}(?:account|channel|profile)'],
        unless: ['Ⓒ[^.;]{0,30}(?:hand over|transfer|return)'],
      },
      {
        wide: true,
        when: [
          '(?:账号|帐号|账户|实名号|(?<![\\d一-龥])号(?=是|要|也|虽|不|给|得|留|归|走)|的号|把号|抖音号|粉丝|直播间|店铺)',
          '归Ⓒ|是Ⓒ的|留给|留下|得留|不能带走|代持|随时收回|交出|交给Ⓒ|密码留下|找回|属于Ⓒ|还给Ⓒ|转给Ⓒ|Ⓒ(?:可|仍|有权)?[^,;。]{0,4}(?:继续使用|接管|接着用)',
          '身份证|实名|Ⓐ|个人|走|离开|结束',
        ],
        unless: ['艺名|网名|名字|昵称', '企业(?:账号|号)|官方|Ⓒ(?:提供|注册|认证)的'],
      },
    ],
    fair: [
      '(?:企业|官方|公司|品牌|蓝v|机构|对公)[^,;。]{0,4}(?:认证|账号|号|注册)[^;。]{0,16}(?:归|由|属|的账号)(?!.{0,30}Ⓐ(?:原有|个人|自有|名下)[^,;。]{0,6}账号(?:亦|也|均|同样)?归Ⓒ)',
      'Ⓒ[^,;。]{0,8}(?:企业认证|营业执照|提供|出资注册|名义注册)[^,;。]{0,14}账号',
      '(?:账号|帐号|终止后|解约后)[^;。]{0,16}(?:归|还|交还|移交|返还|归还)(?:给|至|于)?Ⓐ|(?:归|属于?)Ⓐ(?:所有|本人)?',
      '注册主体(?:确定|划分|归属)|评估(?:价|价值)[^,;。]{0,6}补偿',
      '(?:Ⓒ)[^,;。]{0,14}(?:应|须)[^,;。]{0,10}(?:解绑|移交|交还)',
      '企业账号|官方账号',
      'remain(?:s)? Ⓐ|returned|property of Ⓐ|belongs? to Ⓐ|registered by Ⓒ|corporate account',
    ],
  },
  reason: {
    zh: '你本人实名注册或经营的账号被归公司，离开时粉丝和收入来源都带不走。',
    en: 'Accounts in your own name go to the company; on leaving you lose followers and livelihood.',
  },
  suggestion: {
    zh: '以甲方企业认证注册的账号归甲方；乙方个人实名账号归乙方，终止后七日内解绑移交，甲方有凭证的投入按附件评估由乙方适当补偿。',
    en: 'Accounts registered in the company’s name are the company’s; those in the anchor’s own name are the anchor’s, unlinked within seven days of the end, against fair payment for documented outlay.',
  },
  question: {
    zh: '哪些账号是我自己的？解约后几天内解绑、还给我？',
    en: 'Which accounts are mine, and within how many days are they unlinked after the end?',
  },
};
