import type { Rule } from '../rule.ts';

const DISCLAIM =
  '(?:(?:不(?:构成|存在|属于|适用|形成|建立|是|得主张|享受)|非|并非|排除|放弃)[^;。]{0,16}(?:劳动(?:关系|法|合同|者)|雇佣|员工|职工|劳务关系|社保)|仅为[^,;。]{0,6}(?:合作|经纪)[^,;。]{0,2}关系|(?:平等)?商事主体|独立合作方|合作协议,|不缴纳?社保|无劳动关系|民事合作|不算劳动关系|不[交缴](?:纳)?五险|非属雇佣|不是劳动合同|自由职业者|平等合作方|商务合作性质|无义务缴纳|社保没有|社会保障由其自行|不为Ⓐ缴纳社会保险)';
const CONTROL =
  '(?:打卡|考勤|点名|调换岗位|签到|刷脸|作息|工装|集体宿舍|日报|调岗|主管指挥|组长|月薪|固定薪水|工时|休假审批|基地|写检讨|坐班|上下班|请假审批|员工手册|岗位调动|加班|奖惩(?!条款)|全日制|到岗|排班|固定(?:工资|底薪)|缺勤|旷工|迟到早退|末位淘汰|每日工作\\d|在Ⓒ办公|工作时间[^;。]{0,10}由Ⓒ指定|服从Ⓒ管理|由Ⓒ指定)';

/** 排除劳动关系但实行劳动管理: the disclaimer and the control in one clause. */
export const disguisedEmployment: Rule = {
  type: 'DISGUISED_EMPLOYMENT',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        scope: 'clause',
        when: [`${DISCLAIM}`, `${CONTROL}`, 'Ⓐ|Ⓑ|本合同'],
        unless: ['自主(?:安排|决定)|自由安排|不接受[^,;。]{0,4}考勤|不受[^,;。]{0,8}考勤'],
      },
      {
        when: [
          '(?:放弃|不缴纳?|不为Ⓐ缴纳|不予缴纳|自愿不)[^;。]{0,14}(?:社会保险|社保|五险|工伤待遇)',
          'Ⓐ|Ⓒ',
        ],
        unless: ['不得|依法(?:为)?[^;。]{0,6}缴纳'],
      },
      {
        scope: 'clause',
        when: [
          '(?:not (?:an? )?employees?|independent contractors?|no employment|waives?[^.;]{0,60}(?:employment status|social insurance))',
          'clock|attendance|shifts?|fixed (?:salary|office hours)|handbook|disciplin|supervis|office hours',
        ],
      },
    ],
    fair: [
      '(?:签订|订立)(?:书面)?劳动合同|依法(?:为Ⓐ|为员工)?(?:为)?缴纳|自主(?:安排|决定)|不受考勤|不接受考勤|自由安排|依法确定|正式员工',
      'decides when and where',
    ],
  },
  reason: {
    zh: '写着不是劳动关系，却要打卡、考勤、坐班。是否劳动关系看事实，不看名称。',
    en: 'It says no employment, yet asks for clocking in, attendance and office hours. Facts decide, not names.',
  },
  suggestion: {
    zh: '双方为合作关系的，乙方自主安排时间地点，不受考勤管理；实行考勤管理的，签订劳动合同并依法缴纳社会保险。',
    en: 'If it is cooperation, the anchor chooses time and place; if attendance is managed, sign a labour contract with social insurance.',
  },
  question: {
    zh: '我要不要打卡、请假审批？如果要，为什么不签劳动合同？',
    en: 'Do I clock in and ask for leave? If so, why no labour contract?',
  },
};
