import type { Rule } from '../rule.ts';

/** 单方解释权: the company says what the contract means. */
export const soleInterpretation: Rule = {
  type: 'SOLE_INTERPRETATION',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          '(?:最终)?解释权[^;。]{0,16}(?:归|属|由|为)[^,;。]{0,6}Ⓒ|Ⓒ[^;。]{0,24}(?:享有|保留|拥有|行使|有)[^;。]{0,14}解释权|解释[^,;。]{0,4}(?:由|归)[^,;。]{0,4}Ⓒ|由Ⓒ(?:负责|单方|最终)?[^,;。]{0,4}解释',
        ],
      },
      {
        when: [
          '(?:理解|解释|含义|文义|歧义|疑义)[^;。]{0,30}(?:以Ⓒ[^;。]{0,20}为准|由Ⓒ[^;。]{0,14}(?:说明|决定|认定|解释|确定)|采纳Ⓒ|采用对Ⓒ有利)',
        ],
        unless: ['结算|财务|数据'],
      },
      { when: ['未尽事宜[^;。]{0,8}由Ⓒ[^;。]{0,8}(?:决定|确定|规定|解释)'] },
      { when: ['(?:认可|接受)Ⓒ[^;。]{0,16}(?:一切|全部|任何|所有)?解释'] },
      { when: ['(?:最终|一切)解释权', 'Ⓒ|主办|公司'], unless: ['平台(?:所有|享有)'] },
      {
        when: [
          '(?:interpret|construe|construction|meaning)[^.;]{0,80}(?:rests? with|reserved? (?:by|to)|by|sole|prevails?|binds?)[^.;]{0,30}Ⓒ|Ⓒ[^.;]{0,60}(?:sole|exclusive|final|reserves)[^.;]{0,40}interpret|Ⓒ interpretation (?:prevails|is final|binds)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:说了算|自己定义|自行定义|口径|怎么解释就怎么|全权说明|选择适用其中|释义|说法为准|解释为准|权威来源)',
          'Ⓒ|运营|客服|财务|老板',
          '理解|怎么|算|定义|解释|口径|歧义|抵触|释义|严重|合同|规则|条文|说法',
        ],
        unless: ['扣多少|没有什么|点位|分成|工资|结算单|发多少', '法院|通常'],
      },
    ],
    fair: [
      '通常理解|交易习惯|法院认定|不利于提供|不影响[^;。]{0,8}解释|另行签订|平台规则由平台|Ⓒ(?:应|须)[^;。]{0,10}(?:向Ⓐ)?(?:作出|进行)?解释|耐心|Ⓐ不(?:受|接受)',
      'ordinary meaning|either party',
    ],
  },
  reason: {
    zh: '合同怎么理解由公司说了算。有两种以上解释的格式条款，应当作出不利于提供方的解释。',
    en: 'The company says what the contract means. Standard terms with two readings are read against the side that wrote them.',
  },
  suggestion: {
    zh: '删去单方解释权；对条款理解不一致的，按通常理解解释，协商不成由法院认定。',
    en: 'Delete it: terms are read by their ordinary meaning, and a court decides if the sides do not agree.',
  },
  question: {
    zh: '理解不一致时能否由双方协商、法院认定？',
    en: 'If we read it differently, can we negotiate and let a court decide?',
  },
};
