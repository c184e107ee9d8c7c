import type { Rule } from '../rule.ts';

const HARM =
  '(?:伤病|受伤|伤亡|人身(?:意外|损害|伤害|安全)?|疾病|猝死|伤残|身体(?:不适|损害|伤害)|安全(?:风险|事故|责任|保障)|户外|挑战|危险动作|精神损害|健康损害|交通事故|医疗费|工伤|意外(?!险)|生病|术后风险|试吃|过敏)';
const OWN =
  '(?:(?:由|均由|归)?(?:Ⓐ|自己|本人)[^,;。]{0,6}(?:承担|负责|自负|自担)|自(?:负|担|行承担|行负责|行解决)|(?:与)Ⓒ无关|Ⓒ(?:均|概|一概)?(?:不(?:承担|负|予)|概不|免责|无责)[^,;。]{0,14}|概不(?:负责|承担)|由自己承担|后果自负)';

/** 人身损害免责: injury and illness are the anchor’s own affair. */
export const healthWaiver: Rule = {
  type: 'HEALTH_WAIVER',
  negotiability: 'must',
  matcher: {
    signals: [
      { when: [`${HARM}[^;。]{0,50}${OWN}`, 'Ⓐ|Ⓒ|直播|本人'] },
      { when: [`${OWN}[^;。]{0,30}${HARM}`, 'Ⓐ|Ⓒ'], unless: ['购买[^,;。]{0,6}保险'] },
      { when: ['Ⓐ[^;。]{0,24}(?:放弃|不得)[^;。]{0,10}(?:向Ⓒ)?(?:索赔|主张)[^;。]{0,10}', HARM] },
      { when: [`${HARM}[^;。]{0,20}不得向Ⓒ(?:主张|索赔|追究)`] },
      {
        when: [
          '(?:injur|illness|bodily|accident|health|death|safety|physical harm)[^.;]{0,160}(?:own risk|no liabil|not (?:be )?(?:liable|responsible)|assum|releases?|sole responsib|waiv|borne by Ⓐ)',
        ],
      },
      {
        when: [
          '(?:assumes? all risk|own risk|not (?:be )?(?:liable|responsible)|releases? Ⓒ|waives?)[^.;]{0,140}(?:injur|illness|bodily|accident|health|death)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:不测|播坏|摔|看病|伤害|受伤|过敏|中毒|累倒|自甘风险|身体反应|人身损害|嗓子|熬夜|毛病|医疗|医药|生病|晕倒|出事|安全事故|意外|猝死|伤)',
          '自己(?:负责|的事|掏钱|注意|承受|看病|出|扛)|自行(?:承担|承受|处理|了断|负担)|不负责|没有(?:赔偿|责任)|不出(?:医药)?费|无赔付|无赔偿|免责|皆不|概不|不赔|没有[^,;。]{0,3}赔|与Ⓒ无涉|不担',
          'Ⓐ|Ⓒ|播|拍|试',
        ],
        unless: ['货损|商品(?:质量|受损)|消费者(?!权)', '意外险[^;。]{0,10}Ⓒ(?:承担|购买)|Ⓒ(?:投保|购买)'],
      },
    ],
    fair: [
      'Ⓒ[^,;。]{0,16}(?:购买|投保|送医|垫付|承担(?:相应|赔偿|责任)|负责赔偿)|由Ⓒ承担|Ⓒ过错|依法承担|有权拒绝|私人旅行|第三人侵权|拒绝参加|不视为违约',
      'shall insure|insures|own negligence|may refuse',
    ],
  },
  reason: {
    zh: '直播中受伤生病都由你自己承担。造成对方人身损害的免责条款，法律不予认可。',
    en: 'Injury and illness are on you. A clause that frees one side from personal injury is not upheld.',
  },
  suggestion: {
    zh: '甲方为乙方购买意外险并提供安全场地，因甲方过错造成损害的由甲方承担；高风险环节乙方有权拒绝。',
    en: 'The company insures the anchor and provides safe premises, answers for its fault, and risky parts may be refused.',
  },
  question: {
    zh: '有没有意外险？高风险内容我能拒绝吗？',
    en: 'Is there accident insurance, and may I refuse risky content?',
  },
};
