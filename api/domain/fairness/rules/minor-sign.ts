import type { Reading } from '../frame/reading.ts';
import type { Rule } from '../rule.ts';

/** 未成年人签约: a minor signs alone, or too young. */
export const minorSign: Rule = {
  type: 'MINOR_SIGN',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: ['Ⓐ?[^;。]{0,24}?(\\d{1,2})(?:周岁|岁)', '直播|签|开播|有效|招募|主播|合同|本人|无需|即可'],
        judge: (reading, match) => isMinorAlone(reading.text, Number(match[1])),
      },
      {
        when: [
          '(?:未成年|未满18(?:周岁|岁)|监护人|法定代理人|家长)[^;。]{0,40}(?:视为[^,;。]{0,6}(?:同意|取得|授权|追认|完全)|口头同意|代[^,;。]{0,6}签(?!字盖章)|不得以[^,;。]{0,6}(?:未|没有)|不影响(?:合同)?效力|以成年人|不再核实|不承担核验|亦具有约束|补签与否|已取得)',
          'Ⓐ|Ⓒ|签|认证|合同|签约',
        ],
      },
      {
        when: [
          '(?:无需|无须|不需|不必|代)[^;。]{0,6}(?:监护人|法定代理人|家长)[^;。]{0,8}(?:同意|签|签署|授权)',
        ],
      },
      { when: ['(?:以|用)(?:成年人|他人|亲属)[^;。]{0,6}身份证[^;。]{0,10}(?:认证|注册)', '未成年|Ⓐ'] },
      {
        when: [
          '(?:minor|aged? (?:of )?\\d+|under \\d+|over 1[0-5]|parental|guardian)[^.;]{0,120}(?:alone|deemed|not required|without)',
          'Ⓐ|sign',
        ],
      },
      {
        wide: true,
        when: [
          '(?:没满1[0-8]|未满1[0-8]|1[0-7](?:周)?岁(?:以下)?|Ⓐ1[0-7]没关系|未满法定年龄|临时监护人|家里大人的身份证|写个家长同意|小孩|初中生|在校学生)',
          '播|签|合同|开号|同意|文件',
          '可以|没关系|先播|就行|不用|作为|大人|即可|写个',
        ],
        unless: ['不得|不能|不可以|不予|不招'],
      },
      {
        wide: true,
        when: [
          '(20\\d\\d)年(?:\\d{1,2}月)?[^,;。]{0,6}(?:出生|生)|(?:出生|生)于(20\\d\\d)',
          '签|播|合同|生效',
        ],
        judge: isBornLate,
      },
    ],
    fair: [
      '(?:监护人)[^;。]{0,14}(?:共同签署|书面同意|陪同|身份证明)|须由监护人|Ⓒ?(?:不得|不与|不为)[^;。]{0,20}(?:未满|不满|未成年)|(?:未满|不满)\\d+[^;。]{0,12}不得|须年满1[89]|年满1[89]|消费者|推销|诱导|打赏|应核验',
      'at least 18|guardian (?:shall|must) (?:co-)?sign|must be 18',
    ],
  },
  reason: {
    zh: '未成年人签约没有监护人的真实同意，或年龄过小。不满十六周岁的不得从事直播发布。',
    en: 'A minor signs without a guardian’s real consent, or is too young. Under sixteen there is no publishing of live streams.',
  },
  suggestion: {
    zh: '乙方须年满十八周岁；已满十六周岁未满十八周岁的，由监护人共同签署并提交身份证明；甲方核验身份证件并留存记录。',
    en: 'The anchor is eighteen; between sixteen and eighteen a guardian signs too and proves identity; the company checks and keeps the record.',
  },
  question: { zh: '监护人看过并签字了吗？', en: 'Has the guardian read and signed it?' },
};

/** Under sixteen at all, or sixteen and seventeen without a guardian. */
function isMinorAlone(text: string, age: number): boolean {
  if (age >= 18 || age < 7 || /学龄|儿童用品/.test(text)) return false;
  if (age < 16) return !/(?:未满|不满)\d+周?岁[^;。]{0,20}(?:不得|不予|不能)/.test(text);
  return /无需|无须|不影响|视为|即可|本人签字|立即生效/.test(text);
}

/** A year of birth less than sixteen years before the year the contract names, or before this law came into force. */
function isBornLate(reading: Reading, match: RegExpExecArray): boolean {
  const born = Number(match[1] ?? match[2]);
  const years = [...reading.text.matchAll(/20\d\d/g)]
    .map(([year]) => Number(year))
    .filter((year) => year > born);
  return Math.max(2026, ...years) - born < 16;
}
