import { addFen, type Fen, fen } from '../money.ts';
import { monthOf } from './calendar.ts';
import type { ComponentOf, GuaranteeCondition } from './component.ts';
import { positiveFen, sumFen } from './exact.ts';
import type { GuaranteeMonth, StreamFact } from './month-facts.ts';
import { earningsFen, entryOf, type Outcome, paidSharesFen, refOf, type Standing } from './outcome.ts';
import { joinSaid, type Promised, promisedIn } from './periods.ts';
import { isInScope, ofType } from './scope.ts';
import { hours, type Said, say, term, yuan } from './words.ts';

type Guarantee = ComponentOf<'guarantee'>;

/** 保底: tops the month, or the contract so far, up to what was guaranteed where the conditions are met. */
export function trueUpGuarantees(standing: Standing): Outcome & { guarantees: GuaranteeMonth[] } {
  const { input } = standing;
  const outcome: Outcome & { guarantees: GuaranteeMonth[] } = { entries: [], notTaken: [], guarantees: [] };
  for (const promised of promisedIn(ofType(input.components, 'guarantee'), input.month)) {
    const { component } = promised;
    const unmet = tellUnmet(component, standing);
    const source = refOf('month', input.month);
    if (unmet) {
      outcome.notTaken.push({
        ...{ componentId: component.id, source, code: 'condition_not_met', isFinal: true },
        explanation: say(component.clause, {
          zh: `保底 ${joinSaid(promised.working).zh}：本月未达条件（${unmet.zh}），本月不计保底`,
          en: `guarantee ${joinSaid(promised.working).en}: the conditions of this month are not met (${unmet.en})`,
        }),
      });
      if (component.span === 'month') continue;
    }
    const guaranteedFen = unmet ? fen(0) : promised.amountFen;
    const countedFen = countFor(standing, component);
    const { amountFen, said } =
      component.span === 'month'
        ? topUpMonth(promised, countedFen)
        : topUpContract(standing, component, guaranteedFen, countedFen);
    outcome.guarantees.push({
      ...{ componentId: component.id, month: input.month, guaranteedFen, countedFen, trueUpFen: amountFen },
    });
    const explanation = say(component.clause, said);
    if (amountFen === 0) {
      const shared = { componentId: component.id, source, code: 'guarantee_reached', isFinal: true };
      if (!unmet) outcome.notTaken.push({ ...shared, explanation });
      continue;
    }
    const key = `pay:${component.id}:guarantee:${input.month}`;
    const sourceRefs = [refOf('shares', input.month, countedFen)];
    outcome.entries.push(
      entryOf(input, component, { key, kind: 'guarantee', amountFen, sourceRefs, explanation }),
    );
  }
  return outcome;
}

function countFor(standing: Standing, { counts, scope }: Guarantee): Fen {
  return counts === 'shares' ? paidSharesFen(standing, scope) : earningsFen(standing);
}

function topUpMonth({ amountFen: guaranteedFen, working }: Promised<Guarantee>, countedFen: Fen) {
  const amountFen = positiveFen(fen(guaranteedFen - countedFen));
  const guarantee = joinSaid(working);
  const sum = `${yuan(guaranteedFen)} − ${term(countedFen)} = ${yuan(amountFen)}`;
  const said: Said =
    amountFen === 0
      ? {
          zh: `保底 ${guarantee.zh}；本月计入 ${yuan(countedFen)} 元，已达保底`,
          en: `guarantee ${guarantee.en}; ${yuan(countedFen)} counts this month, which reaches it`,
        }
      : {
          zh: `保底 ${guarantee.zh}；本月计入 ${yuan(countedFen)} 元，补足 ${sum} 元`,
          en: `guarantee ${guarantee.en}; ${yuan(countedFen)} counts this month: ${sum}`,
        };
  return { amountFen, said };
}

/** What is due so far is recomputed whole; the entry is the difference to what was topped up before, so the months add up to it. */
function topUpContract({ input }: Standing, { id }: Guarantee, guaranteedFen: Fen, countedFen: Fen) {
  const before = input.guarantees.filter(({ componentId }) => componentId === id);
  const guaranteed = addFen(
    guaranteedFen,
    sumFen(before, (month) => month.guaranteedFen),
  );
  const counted = addFen(
    countedFen,
    sumFen(before, (month) => month.countedFen),
  );
  const paidFen = sumFen(before, (month) => month.trueUpFen);
  const dueFen = positiveFen(fen(guaranteed - counted));
  const amountFen = fen(dueFen - paidFen);
  const months = before.length + 1;
  const sum = `${yuan(dueFen)} − ${yuan(paidFen)} = ${yuan(amountFen)}`;
  const said: Said = {
    zh: `合同累计 ${months} 个月保底 ${yuan(guaranteed)} 元，累计计入 ${yuan(counted)} 元，应补 ${yuan(dueFen)} 元，此前已补 ${yuan(paidFen)} 元，本月 ${sum} 元`,
    en: `guaranteed over ${months} months of the contract ${yuan(guaranteed)}, counted ${yuan(counted)}, due ${yuan(dueFen)}, topped up before ${yuan(paidFen)}: ${sum}`,
  };
  return { amountFen, said };
}

/** Every condition with its figures, when one is not met. Only streams of the month itself count. */
function tellUnmet({ conditions, scope }: Guarantee, { input }: Standing): Said | undefined {
  const streams = input.streams.filter(
    (stream) => monthOf(stream.day) === input.month && isInScope(scope, stream),
  );
  const unmet = conditions.filter((condition) => reached(condition, streams) < condition.count);
  if (unmet.length === 0) return undefined;
  const said = unmet.map((condition) => tellCondition(condition, reached(condition, streams)));
  return { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') };
}

const reached = ({ kind }: GuaranteeCondition, streams: readonly StreamFact[]): number =>
  kind === 'min_streams' ? streams.length : streams.reduce((sum, stream) => sum + stream.minutes, 0);

function tellCondition({ kind, count }: GuaranteeCondition, got: number): Said {
  if (kind === 'min_streams') {
    return { zh: `直播 ${got} 场，要求 ${count} 场`, en: `${got} streams of ${count}` };
  }
  const [is, must] = [hours(got), hours(count)];
  return { zh: `直播 ${is.zh}，要求 ${must.zh}`, en: `${is.en} live of ${must.en}` };
}
