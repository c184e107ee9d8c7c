import type { Rule } from '../rule.ts';

const MONEY =
  '(?:未(?:发放|结算|支付|到账|提现|结|付)[^,;。]{0,8}(?:收益|佣金|收入|款项?|提成|音浪|分成)?|收益|佣金|收入|款项?|提成|音浪|分成|余额|应得)';
const LOST =
  '(?:归Ⓒ|不再(?:支付|结算|发放)|不予(?:结算|支付|发放)|与Ⓐ无关|没收|自动(?:清零|抵作|放弃)|视为(?:自愿)?放弃|停止支付|停发|由Ⓒ(?:处置|扣留|享有)|由Ⓒ扣留|不再返还|亦不退|抵充|抵作)';
const LEFT = '(?:<exit>|终止|解除|解约|离开|离职|退出|期满|违约)';

/** 解约后收益截留: money already earned is lost on leaving. */
export const incomeWithholdAfterExit: Rule = {
  type: 'INCOME_WITHHOLD_AFTER_EXIT',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        wide: true,
        when: [
          '(?:权利归于消灭|失权|失效|收归|抵作|充作|转作|转入|与Ⓐ无[关涉]|不再另行清算|不发了|不算了|不再负有[^,;。]{0,6}义务|不再就[^;。]{0,20}支付义务|丧失|放弃余款|不再享有|Ⓒ独享|扣住|没收|其余归Ⓒ|不再拨付|一并取消|由Ⓒ留下)',
          '未(?:领|结|付|发|提|到账|出账|支付)|待(?:结算|审核|发)|在途|余额|余款|应收|已(?:赚|产生|核定)|(?:订单|历史|累计)[^,;。]{0,6}(?:佣金|款|部分)|佣金|分成|提成|酬金|报酬|收益',
          '离[开场任会职约团]|终止|解除|失效|终了|续约|退会|辞任|清退|劝退|停更|合作一停|不干|走人|散伙|在岗|在约|在职|持续在',
        ],
        unless: [
          '保底|底薪|保证金|押金|账号(?!维护)|社保|竞业|艺名|肖像|作品|版权|著作|培训费|退货|新(?:产生|成交)|不因|Ⓒ(?:不得|无权)',
        ],
      },
      {
        when: [
          '(?:终止|解约|解除|离开|离会|离职|离任|离约|去职|走人?(?:的|了|以后|后)|退会|退出|不干|没干满|未干满|未签署|劝退|清退|分手|合作一停|不再续作|没续签|注销|解绑)[^;。]{0,60}(?:不再(?:给|发|归|结|计入|向其|支付|结算|参与)|清零|白干|归Ⓒ|归零|归经纪|丧失|消灭|放弃|没收|转作|别想|不给|抵(?:充|亏空)|填补|剩多剩少都不退|不发|一分不分|停止(?:给付|支付)|不予(?:返还|发放|支付)|留存|归入|保有|赠与)',
          '收益|佣金|分成|提成|酬金|尾款|款项|余额|余款|收入|工资|薪|钱|月',
        ],
        unless: [
          '保底|底薪|保证金|押金|扶持|账号|艺名|停止(?:使用|侵权)|Ⓒ(?:不得|无权)|照(?:常|付|样|旧)|不影响|竞业|补偿金?(?:不|无)|课程|学费|社保',
        ],
      },
      {
        when: [
          '(?:应得收益|分成|佣金|收益)[^;。]{0,20}以[^;。]{0,20}(?:在职|仍处于|有效期限内|在籍)[^;。]{0,8}(?:为前提|为条件|者方)|结算日仍在职者方',
        ],
      },
      {
        when: [
          "(?:unpaid|not yet paid|accrued|outstanding|final \\d+ months'? pay)[^.;]{0,60}(?:laps(?:e|es)|stays? with Ⓒ|kept by Ⓒ|is lost|reverts?|forfeit)|(?:who leaves|leaver|after (?:her|his|Ⓐ) last day|on exit)[^.;]{0,60}(?:gets? nothing|earns? [^.;]{0,8}nothing|no (?:further )?(?:commission|payment))|gives up (?:her|his|the|any) outstanding",
        ],
      },
      {
        when: [`${MONEY}[^;。]{0,40}${LOST}`, `${LEFT}`, 'Ⓐ|Ⓒ|合同'],
        unless: ['保底|底薪|保证金|押金|风险准备金|质保金'],
      },
      {
        when: [
          `${LEFT}[^;。]{0,60}(?:停发|没收|扣留|截留|停止支付|停止发放|自动清零|不再结算|不予结算|不再支付)[^;。]{0,16}${MONEY}?`,
          MONEY,
        ],
        unless: ['保底|底薪|保证金|押金'],
      },
      {
        when: [
          `Ⓒ[^;。]{0,14}(?:有权|可)[^;。]{0,10}(?:没收|扣留|停止支付|不予支付|拒付|停发)[^;。]{0,16}${MONEY}`,
          `${LEFT}|违约`,
        ],
      },
      {
        when: [
          `${MONEY}[^;。]{0,20}(?:自动)?(?:抵作|抵充|冲抵|折抵)[^;。]{0,8}违约金`,
          '不退|多不退|自动|归Ⓒ|解约|不再',
        ],
      },
      {
        when: [
          '(?:terminat|leav|expir|exit)\\w*[^.;]{0,120}(?:forfeit|loses?|no obligation to pay|shall not be paid|belongs? to Ⓒ|retained by Ⓒ|waives?)[^.;]{0,80}(?:commission|income|earned|amounts?|fees|share|payment|revenue)?',
        ],
        unless: ['guarantee|account|right to (?:terminate|request)'],
      },
      {
        when: [
          '(?:unpaid|unsettled|earned|outstanding|accrued)[^.;]{0,60}(?:forfeit|belongs? to Ⓒ|retained|lost|waived)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:没结的钱|待结|没提的钱|到的钱|给结|尚未(?:领取|支付|结算|到账)|未(?:领取|付|到账|结)[^,;。]{0,4}(?:提成|分成|佣金|收益|款)|剩余收益|(?:钱|提成|收益|分成|佣金|款项))',
          '不给了|不发了|归于消灭|算Ⓒ|不给结|(?<!不)放弃|没收|归Ⓒ|保有|不再(?:补发|支付|发放|结)|无再行支付|转为对|清零|作废|一分[^,;。]{0,4}没有|不结',
          '走|离场|离开|不干|终止|解除|解约|离会|未满|离职|退出|退会',
        ],
        unless: ['保底(?![^;。]{0,20}(?:提成|佣金))|退货', 'Ⓒ(?:中途)?(?:退出|违约)', '劳动争议'],
      },
    ],
    fair: [
      '(?:不影响|不妨碍)[^;。]{0,20}(?:结算|收益)|照常结算|(?:内|日)[^,;。]{0,6}结清|继续(?:按|享有)|提存|按原比例|Ⓒ(?:不得|无权)[^;。]{0,16}(?:扣留|没收|克扣)|归还后|折旧|办理结算|待平台结算后',
      'shall be paid within|remain payable|not affect',
    ],
  },
  reason: {
    zh: '合同结束后，你已经赚到的钱不给了。合同终止不影响结算和清理条款。',
    en: 'Money you earned before the end is lost. The end of a contract does not end its settlement.',
  },
  suggestion: {
    zh: '合同终止后三十日内结清终止前产生的全部收益；终止后到账的订单佣金继续按原比例结算。',
    en: 'Everything earned before the end is paid within thirty days; orders that settle later at the same share.',
  },
  question: { zh: '解约时我已经赚到的钱什么时候结清？', en: 'When is what I have earned paid out on exit?' },
};
