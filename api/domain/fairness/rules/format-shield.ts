import type { Rule } from '../rule.ts';

/** 否认格式条款: a signature or a click is said to be notice, or the form no form. */
export const formatShield: Rule = {
  type: 'FORMAT_SHIELD',
  negotiability: 'should',
  matcher: {
    signals: [
      {
        when: ['(?:非|不属于|不构成|并非|不是|不视为|不得以)[^;。]{0,4}格式(?:条款|合同|文本)?[^;。]{0,20}'],
        unless: ['不成为合同内容'],
      },
      {
        when: [
          '(?:放弃|不得|排除|不再|不以|今后不得|不得再)[^;。]{0,26}(?:格式条款|未(?:尽)?(?:提示|说明)|不知情|显失公平|提示说明)',
        ],
        unless: ['违约金|酌减'],
      },
      {
        when: [
          '(?:点击|勾选|签字|签署|登录|在线提交|签名)[^;。]{0,30}(?:即|视为|视同|代表|表明|即为)[^;。]{0,24}(?:提示|说明|知悉|接受|告知|公平|理解|认可|充分|完全同意)',
          '提示|说明|告知|全部|条款|公平',
        ],
        unless: ['违约金数额'],
      },
      {
        when: [
          'Ⓒ[^;。]{0,10}(?:已|无需|无须|不)[^;。]{0,20}(?:尽到?|履行|承担)[^;。]{0,16}(?:提示|说明|告知|解释)[^;。]{0,8}(?:义务|责任)',
        ],
        unless: ['应当?(?:尽到|履行)'],
      },
      {
        when: [
          '(?:not (?:a )?standard[- ](?:form|term)|standard terms?[^.;]{0,60}(?:waiv|defen[cs]e))|(?:tick|click|sign|log)[^.;]{0,80}deemed[^.;]{0,80}(?:notice|explanation|read|understood)|(?:discharged|fulfilled)[^.;]{0,40}(?:duties|duty|obligations?) of (?:explanation|notice)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:勾了|勾选|点一下|点了|签了字|签字|签约视频|朗读|点击|共同起草|示范文本|通用版|个性化|不算[^,;。]{0,8}单方|逐条(?:磋商|协商))',
          '(?:讲清楚|解释过|全看懂|说明义务|别拿|别说没|没提醒|没看见|格式条款|不适用|重复使用|放弃[^;。]{0,10}抗辩|不得另行主张|不得以未|都跟Ⓐ|未获(?:解释|提示))',
        ],
        unless: ['不代表|仅表明|违约金'],
      },
    ],
    fair: [
      '(?:加粗|逐条|录音录像|冷静期|审阅期|咨询律师|修改意见)|未尽到|Ⓐ可主张|手写条款|单独确认|Ⓒ应(?:当)?',
      'highlighted and explained|may seek legal',
    ],
  },
  reason: {
    zh: '用一句话否认格式条款，或把点击、签字当成已经提示说明。这样的约定不影响法院认定。',
    en: 'A sentence denies that the form is a form, or makes a click count as explanation. It does not bind a court.',
  },
  suggestion: {
    zh: '重要条款加粗并由乙方逐条签字，甲方留存讲解录音录像，乙方有三日冷静期。',
    en: 'Important terms in bold and signed one by one, the explanation recorded, three days to reconsider.',
  },
  question: {
    zh: '哪些条款是重要条款？能给我三天时间看吗？',
    en: 'Which terms matter most, and may I have three days?',
  },
};
