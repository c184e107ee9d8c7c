import type { Rule } from '../rule.ts';

const SECRET = '(?:保密|泄露|披露|透露|公开谈论|守口如瓶|外泄|告知|对外)';

/** 保密永久且范围无限: silence for ever, about everything, towards everybody. */
export const confidentialPerpetual: Rule = {
  type: 'CONFIDENTIAL_PERPETUAL',
  negotiability: 'should',
  matcher: {
    signals: [
      {
        when: [
          `${SECRET}[^;。]{0,60}(?:<forever>|终身)|(?:<forever>|终身|永久)[^;。]{0,50}${SECRET}`,
          'Ⓐ|Ⓑ|保密',
          '一切|任何|所有|全部|收入|合作|无例外|不论是否|不因|永久|终身|公司|本合同|事项|经历',
        ],
        unless: ['商业秘密[^;。]{0,20}(?:公开|止)', 'Ⓒ(?:应|须)?对Ⓐ'],
      },
      {
        when: [
          `Ⓐ[^;。]{0,20}(?:不得|不可|禁止|不能|无权)[^;。]{0,30}(?:${SECRET}|提供|交由|审阅|透露)[^;。]{0,30}(?:律师|家人|监管|税务|劳动|部门|任何人|收入|纠纷|不公)|Ⓐ[^;。]{0,14}(?:不得|不可|无权)[^;。]{0,8}(?:向|对|将)[^;。]{0,30}(?:律师|家人|监管|税务|任何人|部门|第三方|外)[^;。]{0,30}(?:${SECRET}|提供|审阅)`,
        ],
        unless: ['举报|投诉|反映', '消费者个人信息|直播间|私下交易', '商业秘密'],
        judge: (reading) =>
          /律师|家人|监管|税务|劳动|任何人|收入|分成|不公|纠纷|审阅|不限/.test(reading.text),
      },
      { when: [`(?:遭受|侵害|不公)[^;。]{0,24}(?:不得|保密)[^;。]{0,20}`, SECRET] },
      {
        when: [
          '(?:confidential|secre|disclos)[^.;]{0,200}(?:<forever>|indefinitely|lawyers?|counsel|authorit|family|tax advis|own earnings)',
          'Ⓐ|all information|earnings|anyone',
        ],
      },
      {
        wide: true,
        when: [
          '(?:保密|守密|沉默|机密|(?:不能|不得|不可|别)[^,;。]{0,8}(?:讲|说|谈|透露|出示|外传)|说出去|守口)',
          '1辈子|一辈子|永久|永远|终身|爸妈|家里人|亲属|律师|税务|任何人|离职多少年|为长期|不干了|永续|一句都不行|会计|不受合同|无期限',
        ],
        unless: [
          'Ⓒ[^,;。]{0,10}(?:应|须|负有|对Ⓐ)[^,;。]{0,10}(?:保密|永久)',
          '律师[^,;。]{0,8}(?:除外|不在此限|可以|不受)|肖像|作品|版权',
        ],
      },
    ],
    fair: [
      '商业秘密[^;。]{0,30}(?:公开|止|两年|\\d+(?:年|个月))|依法(?:维权|披露)|咨询律师[^;。]{0,6}(?:不受|除外|的情形)|(?:律师|顾问|主管机关|法律要求)[^;。]{0,16}(?:除外|不受限|不在此限)|不属于保密|不适用于|Ⓐ有权|Ⓒ(?:应|须)(?:当)?对Ⓐ',
      '(?<!不论|无论|不限|不受)(?:终止|解除|届满)后?(?:\\d+(?:年|个月))内?|保密期限[^,;。]{0,10}\\d+(?:年|个月)',
      'trade secrets? (?:are|is|only)|until (?:they|it) become|is allowed|except (?:to|for)|may disclose|does not apply',
    ],
  },
  reason: {
    zh: '永久保密而且什么都不能说，连律师、税务、有关部门都不行，也包括你自己的收入。',
    en: 'Silence for ever about everything, even to a lawyer, the tax office or authorities, even about your own income.',
  },
  suggestion: {
    zh: '乙方对标注保密的商业秘密在合作期及终止后两年内保密；依法维权、纳税、咨询律师及向主管机关反映不受限。',
    en: 'Marked trade secrets stay secret for the term and two years; lawyers, tax and authorities are free to be told.',
  },
  question: {
    zh: '哪些信息要保密、多久？我能给律师看合同吗？',
    en: 'What is secret and for how long; may I show the contract to a lawyer?',
  },
};
