import type { Rule } from '../rule.ts';

const RULES =
  '(?:制度|规则|规章|管理办法|守则|手册|规范|细则|管理规定|奖惩办法|新规|公告|通知|附件|考核(?:制度|办法)|行为准则|公司规定)';

/** 以公司规章随时增设义务: rules made later bind without consent. */
export const rulesUnilateral: Rule = {
  type: 'RULES_UNILATERAL',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          `${RULES}[^;。]{0,40}(?:自动(?:成为|替换|适用)|(?:即时|立即|即|一经发布)(?:生效|具有约束力)|构成本合同|(?:为|作为|属于|成为)[^,;。]{0,4}(?:本)?(?:合同|协议)[^,;。]{0,4}(?:组成部分|附件)|同等(?:法律)?效力|具有约束力|对Ⓐ(?:具有|产生|有)约束|最新版本?为准|为准)`,
          '将来|不时|随时|更新|新规|发布|Ⓒ|修改|未来|通知|补充|届时|最新|另行制定',
        ],
        unless: ['(?:分成|佣金|提成|结算)[^,;。]{0,10}(?:规则|办法|标准|比例)'],
      },
      {
        when: [
          `Ⓒ[^;。]{0,30}(?:随时|不时|可|有权|单方|自行|未来|将来)[^;。]{0,24}(?:发布|制定|更新|修订|修改|补充|增补|增设|调整)[^;。]{0,26}(?:${RULES}|义务|本协议条款|本合同条款|附件)[^;。]{0,40}(?:生效|约束|遵守|不得(?:拒绝|异议)|执行|适用|服从|替换|接受)`,
        ],
      },
      {
        when: [
          `Ⓐ[^;。]{0,20}(?:遵守|服从|同意|接受|执行)[^;。]{0,20}(?:Ⓒ)?[^;。]{0,20}(?:将来|不时|今后|未来|随时|后续|日后)[^;。]{0,20}(?:${RULES}|修订|发布|制定|附件)`,
        ],
      },
      { when: [`(?:${RULES})[^;。]{0,24}(?:Ⓐ)?[^;。]{0,10}(?:无条件服从|无条件遵守)`, 'Ⓒ|随时|增补'] },
      {
        when: [`Ⓒ[^;。]{0,6}(?:规章|制度|规定)[^;。]{0,10}(?:与)?[^;。]{0,10}(?:冲突|不一致)[^;。]{0,8}以Ⓒ`],
      },
      {
        when: [
          '(?:口头|群内|微信群|工作群)[^;。]{0,16}(?:要求|通知|规定|新规)[^;。]{0,24}(?:合同义务|立即执行|同等(?:法律)?效力|即时生效|生效)',
        ],
      },
      {
        when: [
          'Ⓒ[^;。]{0,12}(?:有权|可)(?:单方|随时)?[^;。]{0,6}(?:修改|变更)(?:本)?(?:协议|合同)[^;。]{0,24}(?:生效|公示|约束)?',
          '生效|公示|公布|约束|即',
        ],
        unless: ['分成|佣金'],
      },
      { when: ['不时更新的?附件|不时修订'], unless: ['平台'] },
      {
        when: [
          '(?:polic|rules|handbook|guidelines|manual|terms)[^.;]{0,160}(?:from time to time|at any time|immediately|automatically|without (?:further )?consent|as amended)[^.;]{0,120}',
        ],
        unless: ['platform (?:rules|polic)'],
      },
      {
        when: [
          'Ⓒ[^.;]{0,40}(?:may|right to)[^.;]{0,30}(?:amend|change|issue|modify|update)[^.;]{0,60}(?:rules|polic|handbook|terms|agreement|guidelines)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:新规定|新规矩|群公告|新制度|规章|罚则|附件|通告|通知|管理条例|细则|规范|群里|守则|手册|制度)',
          '照着做|就算通知到|当然取代|当天就执行|照做|随时增(?:删|订|补)|日后制定|将来(?:颁布|制定|发布)|没看到也|签收|以后出|自(?:颁布|发布)|一经(?:张贴|发布|公布)|今晚开始|届时有效|按新规矩|按新制度',
        ],
        unless: ['分成(?:比例|方案)|平台(?:规则|发布)|经Ⓐ确认|解除通知|解约'],
      },
    ],
    fair: [
      '(?:分成|佣金|提成)(?:比例|标准)?,(?:调整|变更)通知',
      '经Ⓐ[^,;。]{0,6}(?:书面)?(?:确认|同意)|须?经?Ⓑ[^,;。]{0,8}(?:书面)?(?:签字|确认|同意|协商)|未经(?:Ⓐ|Ⓑ|对方)[^;。]{0,10}(?:不适用|不得|同意)|不溯及|听取Ⓐ|另行协商|不作增加义务|(?:平台|国家)[^,;。]{0,10}(?:规则|规范|法律|法规)|排期通知|任何一方不得',
      'agreed in writing|written consent of|take effect only after|signed by',
    ],
  },
  reason: {
    zh: '公司以后定的规矩自动约束你。没有提示说明、未经同意的规则，可以主张不成为合同内容。',
    en: 'Rules made later bind you by themselves. Terms nobody pointed out or agreed to need not become part of the contract.',
  },
  suggestion: {
    zh: '附件规则修改须提前十五日书面送达，经乙方确认后生效，不溯及既往。',
    en: 'Changes to the rules are served in writing fifteen days before, take effect once the anchor confirms, and never backwards.',
  },
  question: {
    zh: '现在有哪些规章？以后增加的，能否经我确认才生效？',
    en: 'Which rules exist today, and can later ones need my confirmation?',
  },
};
