import { quantitiesOf } from '../frame/judges.ts';
import type { Reading } from '../frame/reading.ts';
import type { Rule } from '../rule.ts';

const MONEY = '(?:收益|收入|佣金|净额|利润|分成|净收益|净利润|打赏|余额|结算款|提成|到账|推广费|礼物|流水)';

/** 分成畸低: the company keeps more than seventy per cent of the net income. */
export const shareTooLow: Rule = {
  type: 'SHARE_TOO_LOW',
  negotiability: 'should',
  matcher: {
    isPlausible: (text) => !isModestSplit(text),
    signals: [
      {
        when: [
          `(?:Ⓒ|Ⓐ)[^;。]{0,60}\\d+(?:\\.\\d+)?%|\\d+%:\\d+%`,
          MONEY,
          '分|得|归|取|占|收取|提取|享有|获得|分配|为|是|提成|比例',
        ],
        judge: isGrossSplit,
      },
      { when: [`(?:\\d+)(?:比|:)(?:\\d+)`, MONEY, 'Ⓒ|Ⓐ'], judge: isGrossRatio },
      {
        when: [
          '(?:扣除|扣减|减去|收回)[^;。]{0,30}(?:Ⓒ[^;。]{0,10}(?:认为|核定|核算|确定|单方)|全部|一切|全部投资)[^;。]{0,24}(?:成本|开支|费用|支出)',
          '成本项目不限|不限|认为必要|以Ⓒ核(?:算|定)|单方核定|收回全部',
          MONEY,
        ],
      },
      {
        when: [
          '(?:全部|所有|一切)[^,;。]{0,8}(?:佣金|收益|收入|打赏)[^,;。]{0,6}(?:归|由)Ⓒ(?:所有|享有)?',
          'Ⓐ[^;。]{0,24}(?:固定|补贴|仅|只)',
        ],
      },
      {
        when: [
          '\\d+(?:\\.\\d+)?%',
          'Ⓐ|Ⓒ',
          'revenue|income|commission|net|profit|remain|proceeds|gifts|earnings',
        ],
        judge: isGrossEnglish,
      },
      {
        wide: true,
        when: [
          '每100元[^;。]{0,8}(?:取得|得|拿)([0-9]|1\\d|2\\d)元|Ⓒ[^,;。]{0,3}[89]\\d?%?[^,;。]{0,3}Ⓐ[^,;。]{0,3}[12]|Ⓒ(?:8|9|八|九)Ⓐ(?:1|2|一|二)|[一1]9开|[8八]2开',
          'Ⓐ|Ⓒ|分|开|收',
        ],
      },
      {
        wide: true,
        when: [
          '(?:Ⓐ)[^,;。]{0,6}(?:拿|得|分|收)?[^,;。]{0,6}?(\\d+)%|(\\d+)%(?:给|归)Ⓐ',
          '(?:Ⓒ)[^;。]{0,8}(?:拿|得|收|8|9)|剩余|其余|归Ⓒ|Ⓒ\\d',
        ],
        judge: isLowShare,
      },
      {
        wide: true,
        when: [
          '(?:依次|先)[^;。]{0,8}(?:扣取|提取|扣除|抽取)[^。]{0,80}\\d+%',
          '净|收益|结算|分配|剩余|余下',
        ],
        judge: isDrained,
      },
    ],
    fair: [
      '违约|赔偿|罚|扣款|保证金|预留|税|滞纳|退货率|销售额的|成交额的|售价的|承担[^,;。]{0,10}%|竞业',
      '(?:penalty|deposit|withheld|reserve|deduct(?:ed|ion) cap|interest|tax)',
    ],
  },
  reason: {
    zh: '公司拿走净收益的七成以上，或者成本由公司单方说了算。市场上机构常见比例为三至五成。',
    en: 'The company keeps more than seventy per cent of the net, or decides alone what counts as cost. Thirty to fifty per cent is common.',
  },
  suggestion: {
    zh: '净收益按甲方四成、乙方六成分配；净收益扣除项限于附件所列平台费、税费和退款。',
    en: 'Net income is split 40 to the company and 60 to the anchor; deductions are limited to platform fees, taxes and refunds listed in the annex.',
  },
  question: {
    zh: '净收益怎么算？扣哪些项目，能不能封闭列举？',
    en: 'How is net computed, and can the deductions be a closed list?',
  },
};

/** Reads “Ⓒ 85%, Ⓐ 15%”, “Ⓐ gets 12% of the net”, “Ⓒ keeps 80%”. The platform's own cut is nobody's share here. */
function isGrossSplit(reading: Reading, match: RegExpExecArray): boolean {
  const text = reading.text.slice(Math.max(0, match.index - 30));
  const first = /(\d+)%:(\d+)%/.exec(text);
  if (first) {
    const company = /(?:Ⓒ)[^,;。Ⓐ]{0,6}(?:占|得|分|取)?(\d+)%/.exec(text);
    const share = company ? Number(company[1]) : Math.max(Number(first[1]), Number(first[2]));
    const anchorFirst = /^[^\d]*Ⓐ[^ⒸⒶ]{0,4}(?:和|与|、)Ⓒ[^ⒸⒶ]{0,14}\d/.test(text) && Number(first[1]) > 70;
    return share > 70 && !anchorFirst && !/Ⓐ[^,;。Ⓒ]{0,4}(?:占|得|分|取)?(?:9|8)\d?(?:%|成)/.test(text);
  }
  for (const piece of text.matchAll(/Ⓒ[^;。ⒶⒷ]{0,26}?(\d+(?:\.\d+)?)%(?!以下|的销售|的成交)/g))
    if (Number(piece[1]) > 70 && !/(?:平台|品牌)[^,]{0,8}$/.test(text.slice(0, piece.index))) return true;
  if (
    /(\d+(?:\.\d+)?)%[^,;。]{0,6}归Ⓒ/.test(text) &&
    Number(/(\d+(?:\.\d+)?)%[^,;。]{0,6}归Ⓒ/.exec(text)![1]) > 70
  )
    return true;
  const isNet =
    /净|利润|扣除|余额|余下|剩余|其余|打赏|到账|归Ⓒ|收入|全部/.test(reading.text) &&
    !/底薪|保底\d|每月\d+元/.test(reading.text);
  for (const piece of text.matchAll(/Ⓐ[^;。ⒸⒷ]{0,30}?(\d+(?:\.\d+)?)%|(\d+(?:\.\d+)?)%[^,;。]{0,4}归Ⓐ/g)) {
    const said = piece[0];
    if (/销售额|成交额|售价|销量|gmv|提高|增加|额外|承担|不超过/.test(said)) continue;
    if (isNet && Number(piece[1] ?? piece[2]) < 30 && /分|得|归|为|是|获|享|取|领|提/.test(said)) return true;
  }
  return false;
}

function isGrossRatio(reading: Reading, match: RegExpExecArray): boolean {
  const [left, right] = match[0].split(/比|:/).map(Number) as [number, number];
  const total = left + right;
  if (total !== 10 && total !== 100) return false;
  const companyFirst = reading.text.indexOf('Ⓒ') < reading.text.indexOf('Ⓐ') || !reading.text.includes('Ⓐ');
  return (companyFirst ? left : right) / total > 0.7;
}

function isGrossEnglish(reading: Reading): boolean {
  if (!reading.isEnglish) return false;
  const percents = quantitiesOf(reading.text, 'percent');
  const company =
    /Ⓒ[^.;]{0,40}(?:retain|keep|receive|take|entitled to|gets)[^.;%]{0,30}?(\d+(?:\.\d+)?)%/.exec(
      reading.text,
    );
  if (company && Number(company[1]) > 70) return true;
  const anchor =
    /Ⓐ[^.;]{0,40}(?:receive|entitled to|gets?|paid|earn|share)[^.;%]{0,30}?(\d+(?:\.\d+)?)%/.exec(
      reading.text,
    );
  return (
    percents.length > 0 &&
    anchor !== null &&
    Number(anchor[1]) < 30 &&
    /net|remain|balance|profit|revenue/.test(reading.text)
  );
}

function isLowShare(reading: Reading, match: RegExpExecArray): boolean {
  const share = Number(match[1] ?? match[2]);
  return share > 0 && share < 30 && !/罚|扣减|销售额|成交额|提高/.test(reading.text);
}

/** What is taken off first, one share after the other, leaves less than thirty per cent. */
function isDrained(reading: Reading, match: RegExpExecArray): boolean {
  const shares = quantitiesOf(match[0], 'percent').map(({ value }) => value);
  const halved = /(?:余下|剩余)[^;。]{0,14}(?:对半|50%)/.test(reading.text);
  const taken = shares.reduce((sum, share) => sum + share, 0);
  return halved ? shares.some((share) => share > 40 && share < 100) : taken > 70 && taken <= 100;
}

/** All that is said in per cent lies between 30 and 70, and no cost is taken off before. */
function isModestSplit(text: string): boolean {
  const shares = [...text.matchAll(/(\d+(?:\.\d+)?) ?%/g)].map(([, share]) => Number(share));
  return (
    shares.length > 0 &&
    shares.every((share) => share >= 30 && share <= 70) &&
    !/成本|费用|开支|扣|先|再|其后|剩余部分|cost|expense|deduct|first|then/.test(text)
  );
}
