import { quantitiesOf } from '../frame/judges.ts';
import type { Reading } from '../frame/reading.ts';
import type { Rule } from '../rule.ts';

/** 强制超长直播: more than eight hours a day, twenty-six days a month, or no rest at all. */
export const forcedHours: Rule = {
  type: 'FORCED_HOURS',
  negotiability: 'must',
  matcher: {
    signals: [
      { when: ['\\d+(?:\\.\\d+)?个?小时'], judge: isTooLong },
      { when: ['\\d+(?:天|日|场)', '直播|开播|播|上播|工作|场次'], judge: isTooManyDays },
      {
        when: [
          '(?:全年无休|无休|不安排休息|无固定休假|无休息日|全天候(?:待命)?|通宵|不得(?:要求)?(?:休息|调休|休假)|全年均须|365(?:天|日)|每周7天|每周直播7)',
          '直播|播|Ⓐ|工作',
        ],
        unless: ['安保|客服'],
      },
      { when: ['\\d+ ?hours?'], judge: (reading) => reading.isEnglish && isTooLongEnglish(reading.text) },
      {
        when: [
          '(?:without (?:days off|rest|a day off)|no (?:days off|rest days?)|7 days a week|every day of the year|around the clock)',
          'stream|work|Ⓐ',
        ],
      },
      {
        wide: true,
        when: [
          '(?:天天(?:开播|播|直播)|全月不停|不分周末|随叫随到|不许休息|没有休息|月度休息不得超过1|每个?月只(?:能|可)?(?:歇|休)\\d?1?天|不安排休|1天都不能歇)',
          '播|在线|Ⓐ|休|歇',
        ],
      },
      {
        wide: true,
        when: [
          '(?:上午|早上?|晨)(\\d{1,2})[时点:][^;。]{0,4}(?:至|到|-)(?:当日)?(?:晚上?|夜间?|下午|次日)?(\\d{1,2})[时点:]?',
          '播|直播|工作|在线',
        ],
        judge: isLongDay,
      },
    ],
    fair: [
      '(?<!不)(?:不超过|不得超过|不多于|为限|至多|最多|上限|以内)(?!.{0,4}不)|至少休息|应休息|回复|客服|安保|值守|送达|通知|撤回',
      '前\\d+小时|\\d+小时内|\\d+小时(?:前|客服|安保)',
      'no more than|not exceed|at most|maximum of|within \\d+ hours',
    ],
  },
  reason: {
    zh: '直播时长超过每天八小时、每月二十六天，或没有休息日，伤身体，也是劳动关系的重要迹象。',
    en: 'More than eight hours a day or twenty-six days a month, or no rest: it harms health and points to employment.',
  },
  suggestion: {
    zh: '乙方每月有效直播二十二天、每天四至六小时，每周至少休息一日，可申请病假并调整场次。',
    en: 'Twenty-two days a month, four to six hours a day, one rest day a week, sick leave and moving of shows on request.',
  },
  question: {
    zh: '每天、每月最多播多久？病假怎么算？',
    en: 'What are the daily and monthly maximum, and how is sick leave treated?',
  },
};

/** Eight hours a day; 208 a month are eight on each of twenty-six days. */
function isTooLong(reading: Reading, match: RegExpExecArray): boolean {
  if (!/播|工作|到岗|时长/.test(reading.text)) return false;
  const before = reading.text.slice(Math.max(0, match.index - 30), match.index);
  const after = reading.text.slice(match.index + match[0].length, match.index + match[0].length + 6);
  const hours = Number(/\d+(?:\.\d+)?/.exec(match[0])![0]);
  if (/休息|回复|提前|内$|逾期|超过$(?<!不超过)/.test(before.slice(-8)) || /^(?:内|前|的?休息)/.test(after))
    return false;
  if (/每月|月度|当月|月均|一个月|月(?:有效)?直播/.test(before)) return hours > 208;
  if (/每周|一周/.test(before)) return hours > 48;
  if (/每(?:日|天)|每昼夜|昼夜|天天|单日|日均|连续|一天|当日|每1日/.test(before)) {
    const shows = /每(?:日|天)?(\d)场/.exec(reading.text);
    return (
      hours * (shows && /每场/.test(before) ? Number(shows[1]) : 1) > 8 ||
      (hours >= 8 && /以上|起/.test(after) && /7天|每周7/.test(reading.text))
    );
  }
  const shows = /(?:每天|每日)(\d)场/.exec(reading.text);
  return shows !== null && hours * Number(shows[1]) > 8;
}

function isTooManyDays(reading: Reading, match: RegExpExecArray): boolean {
  const before = reading.text.slice(Math.max(0, match.index - 24), match.index);
  if (!/每月|每个月|月度|当月|每自然月/.test(before) || /每(?:日|天)$|提前|结算|支付|保底/.test(before))
    return false;
  const count = quantitiesOf(match[0], 'duration')[0]?.days ?? 0;
  return (
    /[天日]/.test(match[0]) &&
    count > 26 &&
    count <= 31 &&
    !/结算|支付/.test(reading.text.slice(match.index, match.index + 8))
  );
}

function isTooLongEnglish(text: string): boolean {
  const hours = quantitiesOf(text, 'hours').map(({ value }) => value);
  if (/month/.test(text))
    return (
      hours.some((value) => value > 208) ||
      (/(?:day|daily)/.test(text) && hours.some((value) => value > 8 && value <= 24))
    );
  return /(?:day|daily)/.test(text) && hours.some((value) => value > 8 && value < 24);
}

/** From nine in the morning to nine at night: more than eight hours with an hour's rest. */
function isLongDay(_reading: Reading, match: RegExpExecArray): boolean {
  const from = Number(match[1]);
  const to = Number(match[2]) + (/晚|夜|下午/.test(match[0]) && Number(match[2]) < 12 ? 12 : 0);
  return to - from > 9;
}
