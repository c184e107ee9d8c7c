import type { Rule } from '../rule.ts';

const BASE = '(?:保底|底薪|基本收入|基本工资|基础薪|固定收入|最低保障|保障金)';
const GONE =
  '(?:取消|不予?(?:支付|发放|享受|计发)|不享受|归零|清零|作废|全部退|退还|返还|退回|追回|收回|倒扣|偿还|扣回|扣还|不发|停发|失去|丧失|不再(?:支付|发放))';

/** 保底取消或倒扣: the guarantee is lost whole, or taken back. */
export const guaranteeClawback: Rule = {
  type: 'GUARANTEE_CLAWBACK',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          '(?:保底|底薪|底金|保障(?:款|金)|基本(?:酬金|出镜费|薪酬)|固定(?:津贴|报酬)|补贴|最低收入)[^;。]{0,50}(?:归零|作废|取消|不(?:予|按比例)?(?:发|计发|享)|全?部?(?:退|返)还|追(?:回|缴)|连本退|要还|偿还|全数返还|算Ⓒ借|预借|预支|没有了|扣回|构成[^;。]{0,6}债务|结转为[^;。]{0,6}债务|如数)',
          '未|不足|不满|少|缺|差|掉|跌|离开|退会|超|对赌|达|抵不过|覆盖|低于|预|借',
        ],
        unless: [
          '(?:不|无须|无需|毋庸)(?:再|予|必)?(?:退|返|追|扣回)|按[^;。]{0,14}比例(?!发)|折算(?!,直接)(?<!亦不折算)|重复|不因|不追索|由Ⓒ承担',
        ],
      },
      {
        when: [
          '(?:guarantee|minimum|base pay|retainer)[^.;]{0,80}(?:loan until|falls? to 0|falls? to zero|come back|hand back|refunded|repayable)|hand back the (?:base pay|guarantee)',
        ],
        unless: ['twice by mistake|non-?re(?:turn|fund)'],
      },
      {
        when: [
          `${BASE}[^;。]{0,36}${GONE}|${GONE}[^;。]{0,30}${BASE}`,
          '未|不足|不达|低于|解约|一场|任一|请假|缺|盈利|不合格|前提|预支|不满|少于|违',
        ],
      },
      { when: [`${BASE}[^;。]{0,10}(?:为|系|属)(?:预支|借款|垫付)`] },
      {
        when: [
          '(?:guarantee|minimum|base (?:pay|salary)|retainer)[^.;]{0,140}(?:forfeit|cancel|repay|returned?|refund|clawed|void|lost)',
        ],
      },
      {
        when: [
          '(?:forfeit|cancel|repay|return|refund|lose)\\w*[^.;]{0,80}(?:guarantee|monthly minimum|base pay|retainer)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:保底|底薪|最低收入保障|保障额|基本收入|最低保障|保证收入)',
          '(?<!不)退(?!货|款)|吐出来|归还|收回|追回|没有了|取消|返还|无因给付|如数|倒扣|清零|没了',
          '没|未|不|低于|解约|提前|条件|对赌|<|＜|小于|结束|一场|1场',
        ],
        unless: [
          '不(?:再|予|用|需|必|得)?(?:退|返|追|收回|扣回)|无需(?:退|返)|折算|比例发|不受影响|多发[^;。]{0,10}更正',
          'Ⓒ(?:提前|单方|违约|未)',
        ],
      },
    ],
    fair: [
      '(?:按|依)[^;。]{0,16}(?:比例|折算|天数)|折算|按日|照常支付|不影响[^,;。]{0,10}保底|不(?:予)?退还|不因[^;。]{0,14}(?:追回|退还)|不得(?:追回|取消)|(?:误算|多发)[^;。]{0,14}核对|重新协商|协商',
      'pro rata|proportion|shall not be (?:returned|repaid|clawed)|non-refundable',
    ],
  },
  reason: {
    zh: '一项没达标就整月没有保底，甚至要退回已发的钱。',
    en: 'Missing one target loses the whole guarantee, or it must be paid back.',
  },
  suggestion: {
    zh: '有效直播不足约定时长的，保底按实际完成比例折算；已发放的保底不退还。',
    en: 'If hours fall short the guarantee is paid pro rata; what has been paid is not returned.',
  },
  question: {
    zh: '没达标时能否按比例折算？已经发的保底为什么要退？',
    en: 'Can it be pro rata, and why would money already paid go back?',
  },
};
