import type { Rule } from '../rule.ts';

const NAME = '(?:艺名|网名|昵称|笔名|花名|账号名称|直播名|人设名称|该名称|之名|名号|英文名|口头禅)';

/** 艺名归公司: the anchor may not go on under the name the public knows. */
export const artnameOwnership: Rule = {
  type: 'ARTNAME_OWNERSHIP',
  negotiability: 'should',
  matcher: {
    signals: [
      {
        when: [
          `${NAME}[^;。]{0,36}(?:归(?:属于|属)?Ⓒ|属(?:于)?Ⓒ|由Ⓒ|为Ⓒ[^,;。]{0,4}(?:资产|所有|财产|无形)|Ⓒ(?:所有|享有|独占|收回|拥有)|自动归Ⓒ|亦由Ⓒ)`,
        ],
      },
      {
        when: [
          `${NAME}[^;。]{0,50}(?:停止使用|不得(?:再|继续)?(?:使用|以)|不予返还|另起新名|仅在(?:职|合作)期间)`,
          'Ⓐ|Ⓒ',
          '<after>|<exit>|终止|Ⓒ',
        ],
      },
      {
        when: [`Ⓐ[^;。]{0,14}(?:不得|停止)[^;。]{0,14}(?:以|使用)[^;。]{0,14}${NAME}`, '<after>|<exit>|终止'],
        unless: ['冒用|其他Ⓐ'],
      },
      { when: [`Ⓒ[^;。]{0,24}(?:交由|授权|转给|许可)[^;。]{0,12}(?:他人|其他|新人|第三)[^;。]{0,10}`, NAME] },
      {
        when: [`Ⓒ[^;。]{0,16}${NAME}[^;。]{0,24}(?:交由|转给|授权|许可)[^;。]{0,10}(?:他人|其他|新人|第三)`],
      },
      {
        when: [
          `(?:Ⓒ|以Ⓒ)[^;。]{0,10}(?:名义)?[^;。]{0,8}(?:注册|申请)[^;。]{0,24}(?:${NAME})?[^;。]{0,14}商标[^;。]{0,30}(?:不予返还|不得|归Ⓒ)`,
          NAME,
        ],
      },
      {
        when: [
          '(?:stage|screen|professional|performing|artistic) names?[^.;]{0,140}(?:property of|belongs? to|owned by|vests? in) Ⓒ',
        ],
      },
      {
        when: [
          '(?:not (?:be )?use|stop using|cease (?:to use|using)|may not (?:be used|use))[^.;]{0,60}(?:stage|screen|professional) name|(?:stage|screen|professional) name[^.;]{0,100}(?:may not (?:be used|use)|stop using|cease)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:艺名|网名|名字|昵称|账号名|名称|称号|人设名)',
          '归Ⓒ|归属Ⓒ|是Ⓒ的|就?算Ⓒ|留下|不能叫|换新|停用|不准用|更换名称|接替|接着用|侵权|专属于Ⓒ|改名|Ⓒ(?:可|有权|会|随时)[^;。]{0,14}(?:授予|交|给|注册|另)',
          '走|离开|解约|以后|终结|终止|结束|永久|随时|Ⓒ',
        ],
        unless: ['账号(?!名)[^,;。]{0,10}名称变更', '商品名称|Ⓒ名称|企业名称'],
      },
    ],
    fair: [
      '(?:归|属于?)Ⓐ|可以?继续使用|Ⓒ(?:不得|应征得|无权)|商标权人为Ⓐ|征得Ⓐ',
      '不得(?:继续)?使用Ⓒ(?:的)?(?:商标|企业名称)',
      'remains? Ⓐ|Ⓐ own',
    ],
  },
  reason: {
    zh: '大家认识你的名字归公司，离开后不能再用。有知名度的艺名、网名受姓名权同样的保护。',
    en: 'The name the public knows you by stays with the company. A known stage name is protected like a personal name.',
  },
  suggestion: {
    zh: '甲方注册的商标归甲方；乙方签约前使用的网名归乙方；合作期内新艺名终止后归乙方，乙方按有票据的注册成本补偿。',
    en: 'The company’s trade marks are its own; names used before signing stay the anchor’s; a new name goes to the anchor at the end against the documented cost of registering it.',
  },
  question: {
    zh: '离开后我能继续用这个名字吗？需要补偿多少注册费？',
    en: 'May I keep the name after leaving, and at what documented cost?',
  },
};
