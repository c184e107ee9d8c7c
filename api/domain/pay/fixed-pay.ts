import { type Fen, fen } from '../money.ts';
import { monthOf } from './calendar.ts';
import { type ComponentOf, HOUSE_DEFAULTS, type MinuteRounding } from './component.ts';
import type { ComponentEntry } from './entry.ts';
import { mulDivCut, sumFen } from './exact.ts';
import type { MonthInput, StreamFact } from './month-facts.ts';
import { entryOf, type Outcome, refOf } from './outcome.ts';
import { componentFor, ofType } from './scope.ts';
import { HOUSE, hours, type Said, say, yuan } from './words.ts';

/** Sums per stream, per hour live and per item sold; each fact is paid by the most specific component of its day. */
export function payFixed(input: MonthInput): Outcome {
  return {
    entries: [...payStreams(input), ...payHours(input), ...payItems(input)],
    notTaken: [],
  };
}

/** Minutes of one stream as they are paid. */
export function roundMinutes(minutes: number, { stepMinutes, mode }: MinuteRounding): number {
  const steps = minutes / stepMinutes;
  if (mode === 'down') return Math.floor(steps) * stepMinutes;
  return (mode === 'up' ? Math.ceil(steps) : Math.floor(steps + 0.5)) * stepMinutes;
}

function payStreams(input: MonthInput): ComponentEntry[] {
  return byComponentAndMonth(input.streams, ofType(input.components, 'per_stream')).flatMap(
    ({ component, month, facts }) => {
      const amountFen = fen(component.amountFen * facts.length);
      const explanation = say(
        component.clause,
        {
          zh: `${month} 直播 ${facts.length} 场 × ${yuan(component.amountFen)} = ${yuan(amountFen)} 元`,
          en: `${facts.length} streams in ${month} × ${yuan(component.amountFen)} = ${yuan(amountFen)}`,
        },
        facts.map(({ day, title }) => ({ zh: `${day} ${title}`, en: `${day} ${title}` })),
      );
      return fixedEntry(input, component, month, facts, amountFen, explanation);
    },
  );
}

function payHours(input: MonthInput): ComponentEntry[] {
  return byComponentAndMonth(input.streams, ofType(input.components, 'per_hour')).flatMap(
    ({ component, month, facts }) => {
      const rounding = component.rounding ?? HOUSE_DEFAULTS.minuteRounding;
      const minutes = facts.reduce((sum, fact) => sum + roundMinutes(fact.minutes, rounding), 0);
      // Cut once, on the month's minutes: many short streams lose nothing to the fen.
      const amountFen = mulDivCut(component.amountFen, minutes, 60);
      const said = hours(minutes);
      const how = tellRounding(rounding, component.rounding === null);
      const explanation = say(
        component.clause,
        {
          zh: `${month} 计薪时长 ${said.zh} × ${yuan(component.amountFen)} 元/小时 = ${yuan(amountFen)} 元（不足一分舍去）；${how.zh}`,
          en: `hours paid in ${month}: ${said.en} × ${yuan(component.amountFen)} an hour = ${yuan(amountFen)} (cut to whole fen); ${how.en}`,
        },
        facts.map((fact) => {
          const paid = roundMinutes(fact.minutes, rounding);
          return {
            zh: `${fact.day} ${fact.title}：${fact.minutes} 分，计 ${paid} 分`,
            en: `${fact.day} ${fact.title}: ${fact.minutes} min, paid ${paid}`,
          };
        }),
      );
      return fixedEntry(input, component, month, facts, amountFen, explanation);
    },
  );
}

function payItems(input: MonthInput): ComponentEntry[] {
  const components = ofType(input.components, 'per_item');
  const sold = Map.groupBy(input.earned, (sum) => componentFor(components, sum));
  return components.flatMap((component) => {
    const sums = sold.get(component) ?? [];
    const quantity = sums.reduce((total, sum) => total + sum.quantity, 0);
    const amountFen = fen(component.amountFen * quantity);
    if (amountFen === 0) return [];
    const back = sums.reduce((total, sum) => total + Math.min(0, sum.quantity), 0);
    const explanation = say(component.clause, {
      zh: `净售出 ${quantity} 件${back < 0 ? `（已减退货 ${-back} 件）` : ''} × ${yuan(component.amountFen)} = ${yuan(amountFen)} 元`,
      en: `${quantity} items sold net${back < 0 ? ` (${-back} refunded ones taken back)` : ''} × ${yuan(component.amountFen)} = ${yuan(amountFen)}`,
    });
    const sourceRefs = [
      refOf(
        'shares',
        input.month,
        sumFen(sums, (sum) => sum.shareFen),
      ),
    ];
    const key = `pay:${component.id}:items:${input.month}`;
    return entryOf(input, component, { key, kind: 'fixed', amountFen, sourceRefs, explanation });
  });
}

function tellRounding({ stepMinutes, mode }: MinuteRounding, isHouse: boolean): Said {
  const how = {
    down: { zh: '不足部分舍去', en: 'down' },
    up: { zh: '不足部分进位', en: 'up' },
    nearest: { zh: '过半进位', en: 'to the nearest, half up' },
  }[mode];
  const house = isHouse ? HOUSE : { zh: '', en: '' };
  return {
    zh: `每场按 ${stepMinutes} 分钟计，${how.zh}${house.zh}`,
    en: `each stream in steps of ${stepMinutes} minutes, ${how.en}${house.en}`,
  };
}

function fixedEntry(
  input: MonthInput,
  component: ComponentOf<'per_stream' | 'per_hour'>,
  concernsMonth: ReturnType<typeof monthOf>,
  facts: readonly StreamFact[],
  amountFen: Fen,
  explanation: ReturnType<typeof say>,
): ComponentEntry[] {
  if (amountFen === 0) return [];
  const sourceRefs = facts.map((fact) => refOf('stream', fact.streamId));
  const key = `pay:${component.id}:streams:${input.month}:${concernsMonth}`;
  return [
    entryOf(input, component, { key, kind: 'fixed', amountFen, concernsMonth, sourceRefs, explanation }),
  ];
}

function byComponentAndMonth<C extends ComponentOf<'per_stream' | 'per_hour'>>(
  streams: readonly StreamFact[],
  components: readonly C[],
) {
  const groups = Map.groupBy(streams, (stream) => {
    const component = componentFor(components, stream);
    return component ? `${component.id}:${monthOf(stream.day)}` : '';
  });
  return components.flatMap((component) =>
    [...groups]
      .filter(([key]) => key.startsWith(`${component.id}:`))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, facts]) => ({ component, month: monthOf(facts[0]!.day), facts })),
  );
}
