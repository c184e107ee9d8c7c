import { anchorPays, paysAnchor, pieceAt, quantitiesOf } from '../frame/judges.ts';
import type { Reading } from '../frame/reading.ts';
import type { Rule } from '../rule.ts';

/** From here a fixed sum is worth a look whatever the anchor earns. */
const FIXED_SUM_FEN = 5_000_000;
/** A sum for each month that is left grows with the term: a tenth of it is enough. */
const MONTHLY_SUM_FEN = 300_000;

/** 天价违约金: a fixed sum or a multiple that has nothing to do with the loss. */
export const ldExcessive: Rule = {
  type: 'LD_EXCESSIVE',
  negotiability: 'must',
  matcher: {
    isPlausible: (text) => /\d|全部|倍/.test(text) && !paysAnchor(text),
    signals: [
      {
        when: [
          '(?:leav(?:e|ing)|jump ship|walk(?:s|ing)? (?:away|out)|quit|pull out|depart)[^;]{0,80}?(?:costs?|you pay|it is|that is|price|owe|she shall pay)[^.;]{0,30}\\d{5,}',
        ],
        unless: ['Ⓒ,? (?:on|if|who)|caps?|no more than|receipt|proven'],
      },
      {
        when: [
          '(?:中途|提前|半路|跑路|离[开场约]|跳槽|去[^,;。]{0,4}厂)[^;。]{0,40}(?:\\d{6,}(?:元)?(?:拿来|了结|走人)|翻[2-9两三]番)',
        ],
        unless: ['Ⓒ(?:赔|付|支付)|上限|不超过'],
      },
      {
        when: [
          '(?:<penalty>|<pay>)~~\\d+(?:\\.\\d+)?(?:余|多)?(?:元|块|圆|美元)|\\d+(?:\\.\\d+)?(?:元|块)~~<penalty>',
          '<breach>|<exit>|泄露|未经|擅自|否则|不得|违者|触发|如|若|未|不能',
        ],
        judge: (reading, match) => isHeavySum(reading, match.index),
      },
      {
        when: [
          '(?:pay|liable|damages|penalty|fee|compensat\\w+|forfeit|owe)~~(?:(?:rmb|cny|usd|us\\$|[¥$]) ?\\d+|\\d+ ?(?:yuan|rmb|dollars))|(?:(?:rmb|cny|usd|us\\$|[¥$]) ?\\d+|\\d+ ?(?:yuan|rmb|dollars))~~(?:liquidated|penalty|damages)',
          '<exit>|breach|violat|leav|disclos',
        ],
        judge: (reading, match) => isHeavySum(reading, match.index),
      },
      {
        when: [
          '(?:<penalty>|<pay>|返还|退还|退回)~~\\d+(?:\\.\\d+)?倍|\\d+(?:\\.\\d+)?倍~~(?:<penalty>|<pay>|返还)',
          '<breach>|<exit>|未经|擅自|违者|否则|跳槽|离开',
        ],
        judge: (reading, match) => isHeavyMultiple(reading, match.index),
      },
      {
        when: ['(?:pay|compensat|liable|damages|penalty|repay|refund)~~\\d+ times', '<exit>|breach'],
        judge: (reading, match) => isHeavyMultiple(reading, match.index),
      },
      {
        when: ['(?:<penalty>|<pay>)~~\\d{3,}%|\\d{3,}%~~(?:<penalty>)', '<breach>|<exit>'],
        judge: (reading, match) => {
          const piece = pieceAt(reading, match.index);
          return anchorPays(piece) && quantitiesOf(piece, 'percent').some(({ value }) => value > 100);
        },
      },
      {
        wide: true,
        when: [
          '(?:<penalty>|赔|补偿金|修复款|支付|付|扣)[^。]{0,60}\\d+(?:元|块)|\\d+元',
          'Ⓐ|私|跳槽|擅自|离职|走',
          '走|跳槽|擅自|违|不交|做了|离开|终止|停止|私|拒绝|少履行|未|不履行|播',
        ],
        unless: [
          '每月(?:保底|支付)|保底|分成|佣金为|培训费|课程|押金|费用为|服务费|保证金|\\d+元(?:的)?(?:设备|套装|商品)',
          '罚款|扣罚|差评|迟到',
          '亦不|损失为限|实际损失',
        ],
        judge: (reading, match) => isHeavySum(reading, match.index + match[0].length - 1),
      },
      {
        wide: true,
        when: [
          '按[^;。]{0,16}(?:粉丝|播放|流水|商业价值|估值)[^;。]{0,16}(?:乘以|×|作为赔偿|计算)',
          '赔偿|补偿|支付',
          'Ⓐ|解约|终止|离开',
        ],
      },
    ],
    fair: [
      '(?<!不设|无|没有|不受|不以)(?:不超过|最高不|上限|封顶|为限|限额)(?!不设)',
      '(?:按照?|依|以|基于|根据|限于|赔偿|承担|仅就|为)[ⒸⒶⒷ]?(?:对方|其|因此|由此|经|遭受的|造成的|产生的|所受的?|证明的|能够证明的|有凭证的)*(?:实际|直接|可证明的?|有凭证的?)(?:直接)?(?:损失|投入|支出|费用)(?!大小|无关|多少|与否|低|高)',
      '(?<!无需|无须|不需|不论有无|无论有无|没有)(?:提供|附|凭|有)(?:相应|有效|合法|书面)?(?:凭证|票据|发票)(?!即)',
      '(?:可|仍可|有权)(?:以)?(?:依法)?(?:请求|要求|申请)(?:人民法院|法院|仲裁)?[^,;。]{0,8}(?:调整|调减|减少|适当减少)',
      '未摊销|尚未摊销',
      'capped at|not exceed|up to a maximum|documented|proven (?:direct )?loss|actual(?: direct)? loss(?:es)? (?:only|proven|suffered|incurred)|may request (?:a )?(?:court|adjust)|unamorti[sz]ed',
      '保险|保额|insur',
    ],
  },
  reason: {
    zh: '金额固定或按倍数计算，与公司实际损失没有联系。违约金高出损失的三成以上，通常会被认为过高，可以请求减少。',
    en: 'The sum is fixed or a multiple and has nothing to do with the loss. Damages more than 30 % above the loss are as a rule held to be too high and can be reduced on request.',
  },
  suggestion: {
    zh: '违约方赔偿守约方有凭证的实际损失，总额不超过违约前六个月平均月净收益的三倍，且不超过实际损失的1.3倍；任何一方认为过高或过低的，可请求调整。',
    en: 'The party in breach pays the documented loss, at most three times the average monthly net income of the six months before and never more than 1.3 times the loss; either side may ask for it to be adjusted.',
  },
  question: {
    zh: '这个数额是怎么算出来的？公司对我的实际投入有凭证吗？',
    en: 'How was this figure worked out, and which documented outlay stands behind it?',
  },
};

function isHeavySum(reading: Reading, at: number): boolean {
  const piece = pieceAt(reading, at);
  const text = anchorPays(piece) || !/[ⒶⒸⒷ]/.test(piece) ? piece : '';
  if (/Ⓑ[^,;。]{0,30}(?:均|应|须|shall)/.test(text) && !/Ⓐ/.test(text)) return false;
  const isMonthly = /(?:剩余|未履行|每月|每一?日|逐月|remaining)[^;。]{0,16}(?:按|每|per|for each)/.test(
    text,
  );
  return quantitiesOf(text, 'money').some(
    ({ amountFen }) => amountFen >= (isMonthly ? MONTHLY_SUM_FEN * 3 : FIXED_SUM_FEN),
  );
}

function isHeavyMultiple(reading: Reading, at: number): boolean {
  const piece = pieceAt(reading, at);
  if (!anchorPays(piece) || /lpr|利率/.test(piece)) return false;
  const isMonths = /(?:月均|平均月|每月平均|月平均|average monthly)/.test(piece);
  return quantitiesOf(piece, 'times').some(({ value }) => value > (isMonths ? 6 : 1));
}
