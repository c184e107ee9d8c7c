import type { Rule } from '../rule.ts';

const END = '(?:解除|终止|解约|取消|停止|结束|退出|撤销|中止|撤回)';
const DEAL = '(?:合同|协议|合作|签约|关系|经纪|聘用|解约)';
const AT_WILL =
  '(?:随时|任何时候|任何时间|任意时间|任何时点|任意|无条件|无理由|无需(?:说明|任何)?理由|不需(?:要)?理由|无须(?:说明)?理由|自行|单方(?:面)?|径行|自主|不经(?:提前)?(?:通知|催告|协商)|无需(?:提前)?(?:通知|协商)|无须(?:提前)?(?:通知|协商)|(?:根据|视|因|依)[^,;。]{0,12}(?:需要|情况|判断|调整|变动|战略|安排))';
const TASTE =
  '(?:认为|判断|觉得|认定|(?:不|未)(?:满意|佳|理想|符合[^,;。]{0,8}(?:预期|要求|期望|定位)|看好)|无发展前景|没有(?:发展)?前景|战略[^,;。]{0,6}(?:变动|调整|变化)|业务调整|无培养价值|不适合)';

/** 公司单方任意解除权: the company may leave when it likes, without a reason that can be checked. */
export const unilateralTermination: Rule = {
  type: 'UNILATERAL_TERMINATION',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          'Ⓒ[^;。]{0,50}(?:不附(?:任何)?(?:理由|条件)|不经(?:预告|催告)|毫无理由|不要理由|说停就停|讲一声就散|无因|便利终止|随时(?:可以)?(?:清退|撤销|决定|收回|停掉)|单方宣布|即时(?:终止|解除|解约)|一纸通知|口头通知一声|想什么时候)[^;。]{0,50}',
          '终止|解除|解约|清退|结束|撤销|停掉|散|不再|停|失效|算完',
        ],
      },
      {
        when: [
          '(?:Ⓒ|编委会|运营)[^;。]{0,30}(?:认为|认定|觉得|评估|研究认为|看不上|自行评估|自行判断|不满意|否定评估|不适合|酌情权|战略调整)[^;。]{0,50}(?:即(?:行)?(?:终止|告终|解除|告)|当(?:场|天|日)(?:即|就|可以)?[^;。]{0,8}(?:结束|停|终止|解除|走)|自[^;。]{0,16}(?:失效|终止|解除)|(?:立即|即刻|径予|可以)?(?:终止|解除)|不用来|算完)',
        ],
        unless: ['提前\\d+|申辩|Ⓐ(?:也|亦|同样)|Ⓑ|协商'],
      },
      {
        when: [
          '(?:名单|末位淘汰|淘汰|移出|下线|清退|考核未通过|未入选|未获[^;。]{0,8}保留)[^;。]{0,40}(?:解(?:除|约)|终止|不再是|结束|清退)',
          'Ⓒ|运营|公布|次日|当日|即',
        ],
        unless: ['申辩|Ⓐ(?:也|亦|同样)|Ⓑ|协商|提前\\d+'],
      },
      {
        when: [
          '(?:合作|协议|合同|续)[^;。]{0,20}(?:存续与否|做不做|做到哪天|是否延续|是否继续)[^;。]{0,10}由?Ⓒ|由Ⓒ决定(?:合作)?(?:存续|去留)',
        ],
      },
      {
        when: [
          'Ⓒ (?:can|may|reserves|shall be free)[^.;]{0,60}(?:drop|discontinue|cancel|stop|end|dismiss)[^.;]{0,80}(?:whenever|same day|no reason|without (?:explanation|reason|cause|notice)|convenience|any (?:time|hour|evening)|end of any month|sees? fit|immediate effect|nothing)|at the pleasure of Ⓒ|in Ⓒ view[^.;]{0,60}ends? on',
        ],
        unless: ['either|Ⓐ may|both'],
      },
      {
        when: [
          `Ⓒ(?!不得|无权|不能)[^;。]{0,30}${AT_WILL}[^;。]{0,22}${END}[^;。]{0,14}(?:${DEAL}|解约|权)|Ⓒ(?!不得|无权)[^;。]{0,20}${AT_WILL}[^,;。]{0,8}(?:解约|终止|解除)`,
        ],
      },
      {
        when: [
          `Ⓒ[^;。]{0,20}(?:有权|可以?|得|保留|享有)[^;。]{0,20}${END}[^;。]{0,14}(?:${DEAL}|权)?[^;。]{0,12}(?:而)?(?:无需(?:说明)?理由|无须(?:说明)?理由|不需要?理由|且?不构成违约|且?无需(?:任何)?理由|无需(?:提前)?通知|不经催告)`,
        ],
      },
      {
        when: [
          `(?:Ⓒ|Ⓐ)[^;。]{0,30}${TASTE}[^;。]{0,24}(?:有权|可以?|得|自行|立即|即时|当日)[^;。]{0,14}${END}[^;。]{0,10}`,
          'Ⓒ',
          '认为|判断|满意|Ⓒ[^,;。]{0,8}(?:预期|要求|战略|业务)|战略|前景|不佳|业务',
        ],
      },
      {
        when: [
          'Ⓒ[^,;。]{0,20}(?:享有|拥有|保留|具有)[^,;。]{0,14}(?:任意|单方|随时|无条件)[^,;。]{0,6}(?:解除|终止|解约|撤销|取消)',
        ],
      },
      {
        when: [
          `(?:是否|对)[^,;。]{0,12}(?:继续|提前|结束)[^,;。]{0,12}(?:由Ⓒ|Ⓒ(?:有|享有|拥有))[^,;。]{0,10}(?:决定|最终)|Ⓒ(?:对是否|有权决定是否)[^,;。]{0,8}(?:继续|终止|解除|提前)[^;。]{0,16}`,
        ],
      },
      {
        when: [
          `Ⓒ[^;。]{0,20}(?:可|有权|得)[^;。]{0,24}${END}[^,;。]{0,10}`,
          `Ⓐ(?:则|却|均|仍)?(?:须履行至|必须履行|不享有(?:该|此|上述|同等|解除)|无权(?:提前)?(?:解除|终止|退出|解约)|不得(?:提前)?(?:解除|终止|退出|解约)|无此权利)`,
        ],
      },
      {
        when: [
          'Ⓒ[^.;]{0,90}(?:may|right to|entitled to|reserves?|can|shall)[^.;]{0,90}(?:terminat|cancel|end (?:this|the)|dismiss)[^.;]{0,120}(?:at any time|at will|for any reason|without (?:cause|notice|reason|liability|giving)|sole discretion|immediately and without|as it sees fit)',
        ],
      },
      {
        when: [
          'Ⓒ[^.;]{0,60}(?:may|right to|entitled to|reserves?)[^.;]{0,60}(?:at any time|at will|sole(?: and absolute)? discretion|for any reason|without cause|convenience)[^.;]{0,80}(?:terminat|cancel|end (?:this|the)|dismiss)',
        ],
      },
      {
        when: [
          'Ⓒ[^.;]{0,60}(?:may|entitled to|right to)[^.;]{0,60}(?:terminat|cancel|end (?:this|the))',
          'Ⓐ[^.;]{0,40}(?:no (?:such )?right|may not|cannot|shall not)[^.;]{0,30}(?:terminat|cancel|leave|right)|Ⓐ has no (?:such|corresponding|reciprocal)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:不想合作|发条(?:微信|消息)[^,;。]{0,4}(?:就算|即)|当天就能让Ⓐ走|随时(?:跟|让|和)Ⓐ(?:解|走|说)|优化名单|关系即告结束|解除权不受|即刻终结|让Ⓐ走人|想什么时候[^,;。]{0,6}(?:停|解)|随时(?:可以)?(?:换|停|终止|叫停|清退))',
          'Ⓒ|运营|老板',
        ],
        unless: ['Ⓑ|Ⓐ(?:也|亦|同样)'],
      },
    ],
    fair: [
      'Ⓐ[^;。]{0,14}擅自[^;。]{0,16}Ⓒ',
      'Ⓑ(?:均|都)?(?:可|有权|可以|享有)[^;。]{0,24}(?:解除|终止|退出|解约)|Ⓐ(?:亦|也|同样|同时)(?:可|有权|享有)|享有(?:同等|同样|对等)(?:的)?权利',
      '(?:经|须|应)(?:Ⓑ)?协商一致',
      '(?:严重|根本|重大)违约|刑事|犯罪|吸毒|催告后|书面催告|经催告|Ⓒ[^,;。]{0,10}(?:应|须)[^,;。]{0,10}(?:说明理由|提前(?:3|6|9)\\d日)',
      '提前(?:[3-9]\\d|1\\d\\d)(?:日|天)[^;。]{0,20}(?:补偿|结清|照常结算)|(?:支付|给予)Ⓐ?[^,;。]{0,14}(?:月|收入)[^,;。]{0,8}补偿',
      '直播间布景|Ⓒ(?:不得|无权)[^,;。]{0,16}(?:解除|终止)',
      'either Ⓑ|Ⓑ may|material breach|uncured|convicted|Ⓐ may also',
    ],
  },
  reason: {
    zh: '公司可以不讲理由随时结束合作，你却没有同样的权利或得不到已赚的钱。',
    en: 'The company may end the contract when it likes, without a reason, while you have no such right.',
  },
  suggestion: {
    zh: '任何一方可提前三十日书面通知解除；因对方违约解除的，应说明事由并给予十五日改正期。解除不影响已产生收益的结算。',
    en: 'Either party may end the contract with thirty days’ written notice; for breach, with reasons and fifteen days to cure. Income already earned is settled as usual.',
  },
  question: {
    zh: '公司在什么具体情形下会解约？我能否有同样的解除权和通知期？',
    en: 'In which cases exactly would the company end it, and can I have the same right and notice?',
  },
};
