import type { Rule } from '../rule.ts';

const SHARE =
  '(?:分成|分润|分佣|佣金(?:比例|标准|率)?|提成|分账|收益分配|结算(?:比例|系数|标准|规则)|抽成|报酬标准|扣费项目|扣费标准|薪酬标准|收益比例|分配(?:比例|方案)|费率|服务费比例|底薪标准)';
const CHANGE =
  '(?:调整|变更|修改|修订|更改|改变|下调|降低|调低|调降|核定|确定|制定|浮动|重新|新增|优化|更新|决定|公布|另定|增减)';
const NO_CHANGE_ALONE =
  '(?:须|需|应|经|由)[^,;。]{0,6}Ⓑ|Ⓑ[^,;。]{0,10}(?:书面|协商|签署|签字|确认|另行)|补充协议|未经(?:Ⓑ|对方|Ⓐ)|经Ⓐ[^,;。]{0,6}(?:书面)?(?:同意|确认)|Ⓐ[^,;。]{0,12}(?:书面同意|不同意的|有权选择|可在[^,;。]{0,8}选择|可选择)';

/** 单方变更分成: the company changes the split, by whatever route. */
export const revShareUnilateral: Rule = {
  type: 'REV_SHARE_UNILATERAL',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          `Ⓒ[^;。]{0,40}(?:有权|可以?|自行|单方|酌情|随时|保留|得|依据|根据)[^;。]{0,30}${CHANGE}[^;。]{0,24}${SHARE}`,
        ],
      },
      {
        when: [
          `${SHARE}[^;。]{0,36}(?:由Ⓒ|以Ⓒ|Ⓒ(?:有权|可|单方|保留|随时))[^;。]{0,36}(?:${CHANGE}|为准|执行|公布|实际发放)`,
          `${CHANGE}|为准|执行`,
        ],
      },
      {
        when: [
          `(?:Ⓒ)[^;。]{0,30}${SHARE}[^;。]{0,20}${CHANGE}`,
          '视为同意|视为接受|通知|自行|单方|一经|约束力|接受|酌情|随时',
        ],
      },
      {
        when: [
          `${SHARE}[^;。]{0,30}(?:以[^,;。]{0,16}(?:最新|公示|公布|届时|实际发放|内部)[^,;。]{0,14}(?:为准|执行)|随之调整|随时调整|暂定|追溯)`,
        ],
        unless: ['平台(?:最新)?(?:公示|公布|账单)'],
      },
      {
        when: [
          '(?:split|share|commission|percentage|rates?|fees?)[^.;]{0,100}(?:adjust|chang|modif|revis|reduc|var(?:y|ied)|amend|determined|published|set)[^.;]{0,120}(?:sole discretion|at any time|from time to time|unilateral|by notice|without (?:Ⓐ|the )?[^.;]{0,20}consent|constitutes acceptance|as it sees fit|Ⓒ)',
        ],
      },
      {
        when: [
          'Ⓒ[^.;]{0,60}(?:may|right to|entitled)[^.;]{0,60}(?:adjust|change|modify|revise|reduce|vary|amend|set)[^.;]{0,80}(?:split|share|commission|percentage|rate)',
        ],
      },
      {
        when: [
          '(?:split|share|commission|rates?)[^.;]{0,60}as (?:published|announced|determined|posted|set) by Ⓒ',
        ],
      },
      {
        wide: true,
        when: [
          '(?:点位|几个点|分成|比例|系数|档位|收益说明|分配范围|提成|佣金)',
          'Ⓒ[^;。]{0,18}(?:定|评定|下发|看情况调|修订|少给|掌握|归类)|以[^;。]{0,18}(?:当月|当期|下发|录入|系统|最近|届时)[^;。]{0,20}为准|每个?月会变|暂定|内部模型|随时更新|为准',
          '变|定|调|修订|更新|为准|少给|新系数|替代',
        ],
        unless: [
          '补充协议|Ⓑ(?:书面|签署|协商)|经Ⓐ|Ⓐ(?:书面)?同意',
          '平台(?:账单|数据|后台)|结算(?:金额|数据)以',
          '扣减|罚',
          '违约金',
        ],
      },
    ],
    fair: [
      NO_CHANGE_ALONE,
      '不得(?:单方|随意)?(?:变更|调整|修改)|另行协商|Ⓒ(?:不得|无权)|自动提高|结算数据|以平台',
      '直播间|账单|明细|退款|扣除退',
      'written (?:amendment|agreement|consent)|signed by Ⓑ|Ⓑ agree|may not be|shall not be (?:changed|reduced)',
    ],
  },
  reason: {
    zh: '公司可以单方改变你的分成。变更合同要双方协商一致。',
    en: 'The company can change your share alone. A contract is changed by agreement.',
  },
  suggestion: {
    zh: '分成比例调整须双方签署补充协议，调整前的收益按原比例结算，不溯及既往。',
    en: 'The share is changed only by an amendment signed by both; income before it is settled at the old share.',
  },
  question: {
    zh: '能否写明：没有我的签字，分成比例不变？',
    en: 'Can it say that without my signature the share stays as it is?',
  },
};
