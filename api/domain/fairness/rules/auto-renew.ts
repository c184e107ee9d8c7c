import type { Rule } from '../rule.ts';

const RENEW = '(?:续约|续签|续展|续期|展期|顺延|延长|延续|续订|继续有效|续存|续行)';
const EXPIRY = '(?:期满|届满|到期|满期|终止前|期限届)';

/** 自动续约: silence renews the contract. */
export const autoRenew: Rule = {
  type: 'AUTO_RENEW',
  negotiability: 'should',
  matcher: {
    signals: [
      {
        when: [
          `自动(?:无限次|再次|按[^,;。]{0,8})?${RENEW}|无限次(?:自动)?${RENEW}|自动[^,;。]{0,8}${RENEW}`,
          `${EXPIRY}|续签|续约|续期|续展`,
        ],
      },
      {
        when: [
          `(?:未|没有|不)(?:以|能|于|在|曾|向)?[^;。]{0,36}(?:异议|提出|通知|申请|回复|表示|办理|签约|书面|另行|退约|送达|交还|反对)[^;。]{0,24}(?:视为|视同|即|则|自动|继续|按|顺延)[^;。]{0,20}(?:${RENEW}|条件履行|原条件)`,
          `${EXPIRY}|续约|续签|续展`,
        ],
      },
      {
        when: [
          `(?:沉默|继续直播|仍在直播|继续(?:使用|履行|开播)|未离开)[^;。]{0,14}(?:视为|视同|即视|即)[^;。]{0,16}(?:${RENEW}|同意)`,
          `${RENEW}`,
        ],
      },
      {
        when: [
          `${EXPIRY}[^;。]{0,40}(?:未|没有)[^;。]{0,30}(?:${RENEW}|继续有效)[^;。]{0,12}\\d+(?:年|个月)`,
        ],
      },
      { when: [`${EXPIRY}[^;。]{0,30}(?:视为|视同|即视为)[^;。]{0,20}(?:${RENEW})`] },
      {
        when: [
          '(?:automatic(?:ally)?|auto)[ -]?(?:renew|extend)|renews? (?:itself|automatically)|extended automatically|deemed (?:to be )?(?:renewed|extended)|(?:shall|will) be (?:renewed|extended) (?:automatically )?(?:for|unless)',
        ],
      },
      {
        when: [
          '(?:unless|if) Ⓐ[^.;]{0,80}(?:notice|object|notif)[^.;]{0,80}(?:renew|extend)|silence[^.;]{0,60}(?:renew|extend)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:自动续|自动更新|自动接续|自动给Ⓐ续|默认续|原样[^,;。]{0,6}再|就当Ⓐ同意再|再行(?:延展|接续|续)|续上\\d|翻篇|自动转为|自动进入|视为(?:同意)?(?:再)?续|当然续)',
          '到期|届满|续期|届期|期满|合约|合同|协议',
        ],
        unless: ['另签|沉默不视为'],
      },
    ],
    fair: [
      '(?:不|并不|不会|不再|不得)(?:再)?自动|自动终止',
      'Ⓒ[^,;。]{0,16}(?:应|须|将)?[^,;。]{0,14}(?:提醒|提示)|书面提醒|短信(?:及|和|或)?(?:邮件)?提醒',
      '(?:Ⓑ|Ⓐ)(?:均)?(?:可|有权|可以)[^;。]{0,16}(?:随时|提前)[^;。]{0,20}(?:终止|退出|解除)',
      'Ⓑ(?:另行)?(?:书面)?(?:协商|签署|签订|确认)[^,;。]{0,12}(?:后|方可|可)|经Ⓑ[^,;。]{0,10}(?:协商|书面|同意|确认)|(?:Ⓐ)书面(?:同意|确认)的',
      `(?:停播|请假|休假|病|产|时长|场次|任务)[^;。]{0,24}(?:顺延|延长)`,
      'reminder|reminds|Ⓑ may (?:end|terminate|opt)|either party may|requires? (?:a )?(?:new )?(?:written|signed)|shall not (?:be )?(?:automatically )?renew|not renew automatically',
    ],
  },
  reason: {
    zh: '不说话就被续约，容易被多绑几年。',
    en: 'Silence renews the contract: it is easy to be bound for years more.',
  },
  suggestion: {
    zh: '期满前三十日甲方书面提醒，双方另行书面确认后可续期一年；未确认的，合同到期终止。',
    en: 'The company reminds in writing thirty days before the end; renewal for one year needs both sides’ written confirmation, without it the contract ends.',
  },
  question: {
    zh: '到期前公司会提醒我吗？续约后我能随时退出吗？',
    en: 'Will I be reminded before it renews, and can I leave after?',
  },
};
