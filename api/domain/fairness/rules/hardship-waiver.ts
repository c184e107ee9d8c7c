import type { Rule } from '../rule.ts';

const EVENT =
  '(?:不可抗力|情势变更|政策(?:变化|调整)?|平台(?:关停|关闭|规则变化|停服|封禁)|封号|封禁|疫情|自然灾害|灾害|封控|不可预见|市场(?:环境|和政策风险)|政府行为|停服)';

/** 排除情势变更与不可抗力: the anchor carries what nobody could foresee. */
export const hardshipWaiver: Rule = {
  type: 'HARDSHIP_WAIVER',
  negotiability: 'should',
  matcher: {
    signals: [
      {
        when: [
          `${EVENT}[^;。]{0,50}(?:Ⓐ|主播)?[^;。]{0,10}(?:均须|仍须|仍应|须|应|也应|不得|照常|继续|不变|不作调整|另开新号|不减免|不得减免|承担|论处|加倍|不免除|不构成[^,;。]{0,4}免责)`,
          '无论|不论|即便|即使|仍|均|不免除|不构成|由Ⓐ|任何|照常|不变|论处|免责|不得|另开|导致',
        ],
        unless: ['Ⓑ[^;。]{0,16}(?:协商|免除|互不)', '甲方应'],
      },
      { when: ['(?:放弃|排除|不适用)[^;。]{0,14}(?:情势变更|不可抗力|533)'] },
      { when: ['不可抗力[^;。]{0,24}(?:不免除|不构成|由Ⓐ|照常|Ⓒ免责|仅)'] },
      {
        when: [
          '(?:force majeure|changed circumstances|hardship|platform (?:shutdown|ban|closure)|policy change)[^.;]{0,140}(?:regardless|relieves? only|not (?:excuse|relieve)|waives?)|(?:regardless of|waives?|notwithstanding)[^.;]{0,140}(?:force majeure|changed circumstances|hardship|platform shutdown|policy change)',
        ],
      },
      {
        wide: true,
        when: [
          '(?:平台|疫情|政策|停电|地震|禁播|行业监管|限流|情势|不能预见|不可预见|规则变更|流量|封了|下架|公共卫生|天灾|断网|不可抗力|监管|直播资质)',
          '不算理由|不是理由|照样|不受[^;。]{0,30}影响|不能少|不予调减|照算|不得(?:据此|以此|请求)|归Ⓐ承受|(?:亦|也)不得|还是要完成|绝对义务|后面补|不减|不因[^;。]{0,14}(?:减|免)|一分不少',
          'Ⓐ|目标|业绩|任务|指标|销售额|解除|风险',
        ],
        unless: ['Ⓒ(?:不得|应)[^;。]{0,10}'],
      },
    ],
    fair: [
      'Ⓑ[^,;。]{0,14}(?:协商|暂停|免除|重新|互不|另行)|免除责任|可解除|互不追责|互不承担|任务量(?:相应)?减少|义务顺延或免除|可请求法院|照常结算|恢复履行|暂停计算|提供证明|部分或全部免除',
      'neither party is liable|both parties|Ⓑ (?:is|are) (?:not )?(?:excused|liable)',
    ],
  },
  reason: {
    zh: '平台关停、政策变化、不可抗力的风险都由你承担。事先约定排除情势变更制度的，不被认可。',
    en: 'Shutdowns, policy changes and force majeure are all on you. Shutting out the rule on changed circumstances beforehand is not upheld.',
  },
  suggestion: {
    zh: '因平台停服或政策调整无法履行的，双方暂停并协商，三十日不成可解除，互不追责；不可抗力期间义务顺延或免除。',
    en: 'If a platform stops or policy changes, both pause and negotiate; after thirty days either may end it without claims; force majeure suspends duties.',
  },
  question: {
    zh: '平台封号或停服时，我的任务怎么算？',
    en: 'What happens to my targets if the platform bans or closes?',
  },
};
