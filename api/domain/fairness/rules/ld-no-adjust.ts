import type { Rule } from '../rule.ts';

const LOWER = '(?:调低|减少|酌减|降低|下调|调减|调整|减免|调节|过高|过分高于|减额|减轻)';
const SUM = '违约金|赔偿|数额|金额|补偿|损害|违约责任|该笔款|585|显失公平';

/** 放弃违约金调整权: nobody may ask for the damages to be reduced. */
export const ldNoAdjust: Rule = {
  type: 'LD_NO_ADJUST',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          '排除[^;。]{0,14}(?:裁判|法院|司法|仲裁)[^;。]{0,10}(?:裁量|调整|酌)|(?:抛弃|舍弃|放弃)[^;。]{0,24}(?:585|减少的权|减轻)|不(?:能|得|准|许)嫌[^;。]{0,6}(?:多|高)|(?:请求|主张|诉请)(?:予以)?(?:减少|减轻|降低)[^;。]{0,16}(?:构成|视为|另付)|不得[^;。]{0,10}显失公平[^;。]{0,10}(?:推翻|调整|金额)',
        ],
        unless: ['Ⓒ(?:不得|承诺不)|均可|仍可'],
      },
      {
        when: [
          `(?:<waive>|放弃|不得|不再|不会|不可|无权|不以|不能|不(?:提出|请求|申请|要求|主张|援引)|未经)~~${LOWER}`,
          SUM,
        ],
      },
      {
        when: [
          `(?:不予|均无权|无权|不得|不再|不作|不可|不会|不受|不)(?:任何|再|司法|作出)?(?:酌减|调减|调低|减少|降低|下调|调整|减免)`,
          '违约金|赔偿|违约责任|数额与|损失',
        ],
      },
      { when: [`排除[^,;。]{0,10}(?:酌减|调整|调减|585)`] },
      {
        when: [
          `${LOWER}[^,;。]{0,10}(?:主张|请求|要求|申请|抗辩|权利?)[^,;。]{0,8}(?:不予支持|不被|放弃|无权|不成立|不予)`,
          SUM,
        ],
      },
      {
        when: [
          `(?:不因|不随|不论|无论)[^,;。]{0,16}(?:损失|收入)[^,;。]{0,12}(?:而)?(?:减少|调整|降低|变动)`,
          '(?:该|上述|前述|固定|违约|赔偿)',
        ],
      },
      { when: ['(?:援引|引用|依据)[^,;。]{0,16}(?:585|酌减)[^;。]{0,16}', '不得|放弃|不'] },
      {
        when: [
          '(?:waiv|shall not|may not|agrees? not to|will not|no right|cannot|not (?:seek|argue|request|claim))~~(?:reduc|adjust|lower|excessive|mitigat)',
          'damages|penalty|sum|amount',
        ],
      },
      {
        when: [
          'no (?:court|tribunal|judge)~~(?:reduc|adjust|lower)|(?:damages|penalty|sum|amount)~(?:shall|may|will) not be (?:reduced|adjusted|lowered)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:砍价|往下调|打折|说情|不会少|照单支持|不作[^,;。]{0,4}抗辩|请求(?:核减|增减|减)|认了就是认了|是死的|核减|增减|讨价还价|少(?:赔|付)|不持异议)',
          '赔|违约金|数额|数字|金额',
          '不|别|无|终局|认',
        ],
        unless: ['Ⓑ(?:可|仍|均)|可以(?:请求|申请)|不得被理解|不视为放弃'],
      },
    ],
    fair: [
      '(?:可|仍可|均可|有权|可以)(?:以)?(?:依法)?(?:向)?(?:人民法院|法院|仲裁)?[^,;。]{0,6}(?:请求|要求|申请|主张)[^,;。]{0,16}(?:调整|减少|调减|增加|认定)',
      '不影响[^,;。]{0,16}(?:调整|请求|权利)|不(?:得)?限制[^,;。]{0,12}(?:请求|调整)',
      'Ⓒ(?:均)?(?:不得|不可|无权|不能)[^,;。]{0,16}(?:减少|调低|降低|下调|调整)',
      '(?:分成|佣金|结算周期|排期|场次|保底)[^,;。]{0,10}(?:调低|调整|降低)',
      '双方先行协商|协商调整|另签补充协议|经Ⓑ|Ⓑ书面',
      '(?<!no court or tribunal |no court )may (?:be reduced|request|ask)|either party may',
    ],
  },
  reason: {
    zh: '要你事先放弃请求调低违约金的权利。法律规定，仅凭这样的约定不能阻止法院调整。',
    en: 'You give up beforehand the right to have damages reduced. Such a term alone does not stop a court from adjusting them.',
  },
  suggestion: {
    zh: '删去放弃调整的表述，改为：违约金与实际损失明显不符的，任何一方可请求调整。',
    en: 'Delete the waiver: where damages clearly differ from the loss, either side may ask for an adjustment.',
  },
  question: {
    zh: '为什么不允许请求调整？如果数额合理，这一句有什么必要？',
    en: 'If the figure is reasonable, why is this sentence needed?',
  },
};
