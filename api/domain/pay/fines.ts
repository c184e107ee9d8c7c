import { type Fen, fen, formatRate, shareOf } from '../money.ts';
import { addDays, lastDay } from './calendar.ts';
import { type ComponentOf, HOUSE_DEFAULTS } from './component.ts';
import type { ComponentEntry, NotTaken } from './entry.ts';
import { leastFen, positiveFen } from './exact.ts';
import type { FineFact, MonthInput } from './month-facts.ts';
import { availableFen, earningsFen, entryOf, type Outcome, refOf, type Standing } from './outcome.ts';
import { isInForce } from './scope.ts';
import { HOUSE, type Said, say, tellUsed, yuan } from './words.ts';

type FineRule = ComponentOf<'fine'>;

/** Why a fine is not taken: its key, the sentence, and whether it never will be. */
interface Refusal extends Said {
  code: string;
  isFinal: boolean;
}

/**
 * Takes fines that have evidence and whose notice has run out without an objection that stands. A fine is taken once:
 * what is over the month's cap, or finds no money, lapses and is not carried into later months.
 */
export function takeFines(standing: Standing, component: FineRule): Outcome {
  const { input } = standing;
  const outcome: Outcome = { entries: [], notTaken: [] };
  const cap = capOf(standing, component);
  const boundFen = leastFen(cap.amountFen, availableFen(standing), aboveFloor(standing));
  let roomFen = boundFen;
  for (const fact of input.fines.filter((fine) => fine.componentId === component.id)) {
    const refusal = whyNotFine(fact, component, input);
    if (refusal) {
      outcome.notTaken.push(notTaken(component, fact, refusal));
      continue;
    }
    const takenFen = leastFen(fact.amountFen, roomFen);
    if (takenFen === 0) {
      const nothing = {
        zh: `本月扣款上限 ${cap.zh}，上限或余额已用尽，不再扣`,
        en: `the cap of the month, ${cap.en}, or its balance is used up; it lapses`,
      };
      outcome.notTaken.push(notTaken(component, fact, { code: 'over_cap', isFinal: true, ...nothing }));
      continue;
    }
    const used = tellUsed(fen(boundFen - roomFen));
    const bound = { zh: `${cap.zh}${used.zh}`, en: `${cap.en}${used.en}` };
    roomFen = fen(roomFen - takenFen);
    outcome.entries.push(fineEntry(input, component, fact, takenFen, bound));
  }
  return outcome;
}

/** Why a fine cannot be taken this month, whatever money there is. */
export function whyNotFine(fact: FineFact, component: FineRule, input: MonthInput): Refusal | undefined {
  const days = component.noticeDays ?? HOUSE_DEFAULTS.fineNoticeDays;
  const house = component.noticeDays === null ? HOUSE : { zh: '', en: '' };
  const no = (code: string, isFinal: boolean, zh: string, en: string): Refusal => ({ code, isFinal, zh, en });
  if (!isInForce(component, fact.day)) {
    return no(
      'not_in_force',
      true,
      `该条款在 ${fact.day} 未生效`,
      `the clause was not in force on ${fact.day}`,
    );
  }
  if (fact.evidenceRefs.length === 0) return no('no_evidence', false, '没有凭证', 'there is no evidence');
  if (fact.notifiedOn === null) {
    return no('no_notice', false, '尚未通知主播', 'the anchor has not been notified');
  }
  const windowEnd = addDays(fact.notifiedOn, days);
  if (windowEnd > lastDay(input.month)) {
    return no(
      'window_open',
      false,
      `${fact.notifiedOn} 通知，异议期 ${days} 天${house.zh}至 ${windowEnd} 未满`,
      `notified on ${fact.notifiedOn}; the window of ${days} days${house.en} runs to ${windowEnd}`,
    );
  }
  if (fact.objection === 'open') {
    return no('objection_open', false, '主播异议尚未处理', 'the anchor’s objection is not decided');
  }
  if (fact.objection === 'upheld')
    return no('objection_upheld', true, '主播异议成立', 'the objection was upheld');
  return input.relation === 'employed' && input.wageFloorFen === null
    ? no(
        'wage_floor_missing',
        false,
        '员工主播须先填写最低工资数额；员工扣款的法定限额本系统未核实，请先确认',
        'an employed anchor needs the wage floor; the statutory limit on deductions from wages is not verified here: have it checked',
      )
    : undefined;
}

function capOf(standing: Standing, { maxFen, capBps }: FineRule): Said & { amountFen: Fen } {
  const isHouse = maxFen === null && capBps === null;
  const rateBps = isHouse ? HOUSE_DEFAULTS.fineCapBps : capBps;
  const earnedFen = positiveFen(earningsFen(standing));
  const ofEarningsFen = rateBps === null ? null : shareOf(earnedFen, rateBps);
  const amountFen = leastFen(maxFen, ofEarningsFen);
  const rate =
    rateBps === null
      ? { zh: '', en: '' }
      : {
          zh: `（当月收入 ${yuan(earnedFen)} × ${formatRate(rateBps)}）`,
          en: ` (the month's earnings ${yuan(earnedFen)} × ${formatRate(rateBps)})`,
        };
  const house = isHouse ? HOUSE : { zh: '', en: '' };
  return {
    amountFen,
    zh: `${yuan(amountFen)} 元${amountFen === ofEarningsFen ? rate.zh : ''}${house.zh}`,
    en: `${yuan(amountFen)}${amountFen === ofEarningsFen ? rate.en : ''}${house.en}`,
  };
}

/** What an employed anchor's month has above the floor; no bound for others. */
function aboveFloor(standing: Standing): Fen | null {
  const { relation, wageFloorFen } = standing.input;
  return relation === 'employed' && wageFloorFen !== null
    ? positiveFen(fen(availableFen(standing) - wageFloorFen))
    : null;
}

function fineEntry(
  input: MonthInput,
  component: FineRule,
  fact: FineFact,
  takenFen: Fen,
  cap: Said,
): ComponentEntry {
  const cut = fact.amountFen > takenFen;
  const floor =
    input.relation === 'employed'
      ? {
          zh: `、最低工资 ${yuan(input.wageFloorFen!)} 元`,
          en: `, the wage floor ${yuan(input.wageFloorFen!)}`,
        }
      : { zh: '', en: '' };
  const lapses = {
    zh: cut ? `，受上限或本月余额${floor.zh}所限实扣 ${yuan(takenFen)} 元，其余不再扣` : '',
    en: cut
      ? `, limited to ${yuan(takenFen)} by the cap or the month's balance${floor.en}; the rest lapses`
      : '',
  };
  const evidence = fact.evidenceRefs.join('、');
  return entryOf(input, component, {
    key: `pay:${component.id}:fine:${fact.fineId}`,
    kind: 'fine',
    amountFen: fen(-takenFen),
    sourceRefs: [refOf('fine', fact.fineId, fact.amountFen)],
    explanation: say(component.clause, {
      zh: `${fact.day} ${fact.what} ${yuan(fact.amountFen)} 元，凭证 ${evidence}，${fact.notifiedOn} 已通知；本月上限 ${cap.zh}${lapses.zh}`,
      en: `${fact.day} ${fact.what}, ${yuan(fact.amountFen)}, evidence ${evidence}, notified on ${fact.notifiedOn}; cap of the month ${cap.en}${lapses.en}`,
    }),
  });
}

function notTaken(component: FineRule, fact: FineFact, { code, isFinal, ...said }: Refusal): NotTaken {
  return {
    componentId: component.id,
    source: refOf('fine', fact.fineId, fact.amountFen),
    ...{ code, isFinal },
    explanation: say(component.clause, {
      zh: `${fact.day} ${fact.what} ${yuan(fact.amountFen)} 元未扣：${said.zh}`,
      en: `${fact.day} ${fact.what}, ${yuan(fact.amountFen)}, is not taken: ${said.en}`,
    }),
  };
}
