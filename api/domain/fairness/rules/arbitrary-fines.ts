import type { Rule } from '../rule.ts';

const FINE =
  '(?:罚款|罚金|扣罚|处罚金额|经济处罚|经济处分|扣款|扣分|罚没|乐捐|纪律基金|爱心基金|负激励|违规金|违纪金|处以罚|罚(?=\\d))';
const CONDUCT =
  '(?:迟到|早退|缺席|态度|情绪|着装|纪律|未(?:及时)?(?:回复|完成|按)|违反|违规|差评|投诉|积分|精神面貌|旷播|请假|每次|每场|每条|考核|视情节|酌定)';

/** 任意扣款: disciplinary deductions and points, or deductions the company estimates itself. */
export const arbitraryFines: Rule = {
  type: 'ARBITRARY_FINES',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [`${FINE}`, 'Ⓐ|Ⓒ', `${CONDUCT}|另行制定|Ⓒ(?:制定|确定|决定|有权|可)|\\d+元|上不封顶|标准`],
        unless: ['平台(?:作出|的)?(?:处罚|罚款|扣款|扣分|凭证)|被平台|行政(?:处罚|机关)|监管|市场监督'],
      },
      {
        when: [
          '(?:迟到|早退|缺席|未完成|未按|未回复|旷播|每迟到|每少|每缺)[^;。]{0,24}(?:扣(?!除佣金)|罚)[^;。]{0,10}\\d+(?:\\.\\d+)?(?:元|%)',
        ],
      },
      {
        when: [
          '(?:积分|扣分)[^;。]{0,30}(?:停发|扣发|扣除|不发|扣减)[^;。]{0,14}(?:收入|收益|分成|报酬|佣金)?',
        ],
      },
      {
        when: [
          'Ⓒ[^;。]{0,30}(?:自行(?:估算|认定|核定|计算|判断)|认为合理|认为适当|酌定|无需(?:提供)?(?:凭证|说明|依据))[^;。]{0,30}(?:扣除|扣减|扣款|扣划|直接扣)|(?:扣除|扣减|扣)[^;。]{0,14}(?:其|Ⓒ)认为[^;。]{0,14}(?:费|款|金)',
        ],
      },
      { when: ['(?:损失|费用)[^;。]{0,10}由Ⓒ自行(?:估算|认定|核定)[^;。]{0,20}扣'] },
      {
        when: ['Ⓒ[^;。]{0,20}(?:处以|予以|给予|进行)[^;。]{0,8}(?:罚款|罚金|经济处罚|处罚|经济处分)', 'Ⓐ'],
        unless: ['依法|行政'],
      },
      {
        when: [
          '(?:未达标|不达标|未完成|未播满)[^;。]{0,16}(?:扣发|扣罚|清零)[^;。]{0,12}(?:收入|收益|分成|报酬)',
        ],
      },
      {
        when: [
          '\\bfin(?:e|es|ed)\\b[^.;]{0,140}(?:Ⓐ|pay|earnings|deduct|commission|rmb|yuan|withheld)|impose[^.;]{0,20}\\bfines?',
        ],
        unless: ['administrative fines?|regulat'],
      },
      {
        when: [
          '(?:deduct|withhold)[^.;]{0,100}(?:considers? (?:appropriate|fit|reasonable)|without (?:documentation|proof|evidence|explanation)|sole discretion|estimated by Ⓒ)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:扣(?:钱|\\d|多少|减|除|发|罚|收|款)|核减|划扣|抵扣|划走|罚\\d|扣分|抽成罚)',
          '迟到|脸色|态度|顶嘴|差评|未按时|不妥|消极|考评|(?:被|遭)[^,;。]{0,6}投诉|形象要求|言语|例会|团建|声音小|忘记|每低|估计|纪律|看领导|酌情|无须(?:附|出示|提供)|情节|消息|违规1次|每超|开小差|请假|缺席|早退|不配合|未回复|裁定|表情',
        ],
        unless: [
          '平台(?:罚|扣|凭证)|罚单|凭[^,;。]{0,6}(?:凭证|决定书|罚单)',
          '退货订单之货款(?![^。]*差评)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:扣|罚)[^,;。]{0,8}(?:由|看|依|凭)(?:Ⓒ|领导|运营|经理|总监|老板)[^,;。]{0,10}(?:定|心情|判断|裁定|确定|决定)|(?:金额|标准|数额)[^,;。]{0,6}由(?:Ⓒ|运营|总监|经理|领导)[^,;。]{0,10}(?:裁定|确定|掌握|决定)',
          '扣|罚|减',
        ],
      },
    ],
    fair: [
      '(?:不得|不|无权)[^,;。]{0,10}(?:罚款|扣款)|不另行(?:罚款|扣款)|不(?:再)?罚款',
      '(?<!无需|无须|不需)(?:提供|凭|有|附)?[^,;。]{0,6}(?:凭证)[^;。]{0,24}(?:过错|比例|分担|承担)|过错比例|可申诉|月扣款不超过|共同整改',
      '个人所得税|预扣预缴|代扣代缴|退货订单|书面确认后',
      'shall not impose|no fines|documented platform|may not (?:impose|fine)',
    ],
  },
  reason: {
    zh: '公司可以自己定标准罚你、扣你的钱。公司没有罚款权，扣款应限于有凭证的实际损失。',
    en: 'The company fines you by its own scale. A company has no power to fine; deductions belong to documented loss.',
  },
  suggestion: {
    zh: '因乙方过错造成甲方被平台扣款且有凭证的，双方按过错比例承担，乙方承担部分不超过当月分成的百分之二十；甲方不得罚款。',
    en: 'Documented platform charges caused by the anchor are shared by fault, at most twenty per cent of the month’s share; no fines.',
  },
  question: {
    zh: '扣款有没有凭证、上限和申诉途径？',
    en: 'Is there proof, a cap and a way to object?',
  },
};
