import type { Rule } from '../rule.ts';

const COMPANY_FAULT =
  'Ⓒ[^;。]{0,24}(?:违约|违反|逾期|迟延|延迟|拖欠|迟付|做错|没兑现|晚打款|没(?:有)?(?:给|做到)|未(?:能)?(?:按|提供|履行|支付|结算|完成)|原因|不履行|过错|责任|失误|承诺|赔偿)';
const COMPANY_EASY =
  '(?:不(?:承担|负|构成|视为|算|认定)[^,;。]{0,8}(?:责任|违约|赔偿)|概不|(?:仅|只)(?:需|须|能|可|要|承担|负|负有|应|限于)[^;。]{0,20}(?:改正|整改|催告|协商|继续履行|补救|沟通|补足|道歉|限期|退还|善意)|不得(?:要求|主张|索)[^,;。]{0,14}(?:赔偿|利息|违约金|索赔|补偿)|不得索赔|不主张[^,;。]{0,8}(?:赔偿|责任)|不(?:予|再|会)?追究|只能提意见|道个?歉|不谈赔|不算违约|宽限期|补付本金|不包括可得利益|流量券|仅在[^;。]{0,24}(?:补正|认定)|Ⓐ仅(?:可|能)|互谅互让|予以(?:理解|谅解)|宽限|以\\d+元为(?:限|上限)|以[^,;。]{0,16}为(?:限|上限)|免责|无权(?:要求|主张)[^,;。]{0,10}(?:赔偿|违约金))';
const ANCHOR_HARD =
  'Ⓐ[^;]{0,60}(?:赔偿|违约金|违约责任|视为(?:根本|严重|重大)?违约|根本违约|严重违约|构成违约|无限|不设上限|不受限制|追索|索赔|滞纳金|就是违约|全部财产|可以起诉|照合同赔|让Ⓐ赔|每日按|按日|全部损失|扣收|扣除|支付\\d|赔付)';

/** 违约责任不对等: the anchor's breach is dear, the company's own is not. */
export const ldOneSided: Rule = {
  type: 'LD_ONE_SIDED',
  negotiability: 'must',
  matcher: {
    signals: [
      { scope: 'clause', when: [`${COMPANY_FAULT}[^;。]{0,40}${COMPANY_EASY}`, ANCHOR_HARD] },
      { scope: 'clause', when: ['(?:违约责任|责任|赔偿)[^,;。]{0,12}(?:仅|只)(?:适用于|由|约束|针对)Ⓐ'] },
      {
        scope: 'clause',
        when: ['Ⓐ对Ⓒ[^;。]{0,24}(?:不设上限|无限|不受|全部)', 'Ⓒ对Ⓐ[^;。]{0,30}(?:为限|上限|不超过)'],
      },
      {
        scope: 'clause',
        when: [
          '(?:任何情(?:形|况)下|均|概)[^,;。]{0,14}Ⓒ?[^,;。]{0,10}(?:不|无需)[^,;。]{0,14}(?:违约|Ⓐ)[^,;。]{0,12}(?:赔偿|责任)',
          'Ⓐ[^;。]{0,30}(?:任何违约|全部违约责任|违约)[^,;。]{0,12}(?:赔|承担|责任)?',
        ],
      },
      {
        scope: 'clause',
        when: [
          '(?:Ⓒ[^.;]{0,60}(?:breach|default|late|fail|delay|liab)|late payment by Ⓒ)[^.;]{0,120}(?:not (?:constitute|be (?:deemed|liable|a))|sole remedy|only remedy|limited to|no liability|may only|excused)|(?:sole|only) remedy[^.;]{0,80}Ⓒ|(?:sole|only) remedy is to (?:request|ask)',
          'Ⓐ[^.]{0,80}(?:breach|late|default|liab)[^.]{0,80}(?:indemnif|pay|all loss|unlimited|material breach|liable)|unlimited|any lateness',
        ],
      },
    ],
    fair: [
      '同一(?:标准|比例)|同等(?:标准|权利|责任)?|对等|相同(?:标准|比例)|同样(?:赔偿|适用|承担|的?标准)|Ⓑ(?:均|都)|Ⓑ互不|互不(?:承担|追究)',
      'Ⓒ[^,;。]{0,30}(?:支付违约金|赔偿Ⓐ|向Ⓐ(?:支付|赔偿))|Ⓐ[^,;。]{0,6}(?:有权|可以?)[^,;。]{0,14}(?:要求赔偿|解除|损失)',
      'same (?:rate|standard|rule)|each party|equally',
    ],
  },
  reason: {
    zh: '你违约要付钱，公司违约却不付或少付。责任应当对等。',
    en: 'Your breach costs money while the company’s own costs nothing or little. Liability should be the same for both.',
  },
  suggestion: {
    zh: '任何一方违约，均按同一标准赔偿对方的实际损失；甲方逾期付款的，每日按万分之五支付违约金。',
    en: 'Either party in breach pays the other’s actual loss by the same standard; late payment bears 0.05 % a day.',
  },
  question: {
    zh: '公司违约时，我能得到什么？能否写成双方同一标准？',
    en: 'What do I get when the company is in breach? Can both sides have the same standard?',
  },
};
