import { type Fen, fen, formatRate, shareOf } from '../money.ts';
import { addDays, lastDay } from './calendar.ts';
import type { ComponentOf } from './component.ts';
import type { Forfeit } from './entry.ts';
import { leastFen, sumFen } from './exact.ts';
import type { EarnedSum, HoldbackCase, WithheldFact } from './month-facts.ts';
import { availableFen, entryOf, type Outcome, refOf, type Standing } from './outcome.ts';
import { componentFor, ofType } from './scope.ts';
import { type Said, say, tell, yuan } from './words.ts';

type Holdback = ComponentOf<'holdback'>;

/** 质保金 that falls due by the month's last day goes back, less what decided cases keep. An open case keeps nothing. */
export function releaseHoldbacks({ input }: Standing): Outcome & { forfeits: Forfeit[] } {
  const outcome: Outcome & { forfeits: Forfeit[] } = { entries: [], notTaken: [], forfeits: [] };
  const end = lastDay(input.month);
  for (const fact of input.withheld) {
    const forfeits = forfeitsOf(fact, input.cases, end);
    outcome.forfeits.push(...forfeits);
    if (fact.releaseOn > end) continue;
    const keptFen = fen(fact.forfeitedFen + sumFen(forfeits, (forfeit) => forfeit.amountFen));
    const amountFen = fen(fact.withheldFen - fact.releasedFen - keptFen);
    if (amountFen === 0) continue;
    const component = input.components.find(({ id }) => id === fact.componentId) ?? null;
    const cases = forfeits.map((forfeit) => forfeit.caseNo).join('、');
    const kept = {
      zh: keptFen > 0 ? ` − 案件${cases && ` ${cases} `}扣留 ${yuan(keptFen)} = ${yuan(amountFen)}` : '',
      en:
        keptFen > 0
          ? ` − kept by decided cases${cases && ` ${cases}`} ${yuan(keptFen)} = ${yuan(amountFen)}`
          : '',
    };
    const sum: Said = {
      zh: `${fact.month} 预留的${nameOf(fact.category).zh}质保金于 ${fact.releaseOn} 到期返还：${yuan(fact.withheldFen)}${kept.zh} 元`,
      en: `holdback of ${fact.month} (${nameOf(fact.category).en}) due on ${fact.releaseOn}: ${yuan(fact.withheldFen)}${kept.en}`,
    };
    outcome.entries.push({
      ...entryOf(input, component, {
        key: `release:${fact.key}`,
        kind: 'holdback_release',
        amountFen,
        concernsMonth: fact.month,
        sourceRefs: [
          refOf('withheld', fact.key, fact.withheldFen),
          ...forfeits.map((forfeit) => refOf('case', forfeit.caseNo, forfeit.amountFen)),
        ],
        explanation: component ? say(component.clause, sum) : tell(sum),
      }),
      componentId: fact.componentId,
    });
  }
  return outcome;
}

/** Withholds a rate of the month's shares, category by category; a category that is below zero this month is left alone. */
export function withholdHoldback(standing: Standing, component: Holdback): Outcome {
  const { input } = standing;
  const components = ofType(input.components, 'holdback');
  const own = input.earned.filter((sum) => componentFor(components, sum) === component);
  const groups = Map.groupBy(own, (sum) => rateOf(component, sum));
  let roomFen = leastFen(component.maxFen, availableFen(standing));
  const outcome: Outcome = { entries: [], notTaken: [] };
  for (const rate of component.rates) {
    const sums = groups.get(rate) ?? [];
    const sharesFen = sumFen(sums, (sum) => sum.shareFen);
    const wantedFen = sharesFen > 0 ? shareOf(sharesFen, rate.rateBps) : fen(0);
    const takenFen = leastFen(wantedFen, roomFen);
    if (takenFen === 0) continue;
    roomFen = fen(roomFen - takenFen);
    const releaseOn = addDays(lastDay(input.month), component.releaseAfterDays);
    outcome.entries.push(
      entryOf(input, component, {
        key: `pay:${component.id}:holdback:${input.month}:${rate.category ?? '*'}`,
        kind: 'holdback',
        amountFen: fen(-takenFen),
        sourceRefs: [refOf('shares', input.month, sharesFen)],
        explanation: say(
          component.clause,
          tellWithheld({ category: rate.category, sharesFen, wantedFen, takenFen, releaseOn }, rate.rateBps),
        ),
        withheld: { category: rate.category, releaseOn },
      }),
    );
  }
  return outcome;
}

const nameOf = (category: string | null): Said => ({
  zh: category ? `「${category}」` : '其他类目',
  en: category ?? 'other categories',
});

const rateOf = ({ rates }: Holdback, { category }: EarnedSum) =>
  rates.find((rate) => rate.category !== null && rate.category === category) ??
  rates.find((rate) => rate.category === null);

interface Withheld {
  category: string | null;
  sharesFen: Fen;
  wantedFen: Fen;
  takenFen: Fen;
  releaseOn: string;
}

function tellWithheld(
  { category, sharesFen, wantedFen, takenFen, releaseOn }: Withheld,
  rateBps: number,
): Said {
  const sum = `${yuan(sharesFen)} × ${formatRate(rateBps)} = ${yuan(wantedFen)}`;
  const cut = {
    zh: takenFen < wantedFen ? `，受上限或本月余额所限预留 ${yuan(takenFen)} 元` : '',
    en: takenFen < wantedFen ? `, limited to ${yuan(takenFen)} by the cap or the month's balance` : '',
  };
  return {
    zh: `${nameOf(category).zh}质保金 ${sum} 元（不足一分舍去）${cut.zh}，${releaseOn} 到期返还`,
    en: `holdback of ${nameOf(category).en} ${sum} (cut to whole fen)${cut.en}, due back on ${releaseOn}`,
  };
}

/** Decided cases in the order of their numbers, together never more than what is left. */
function forfeitsOf(fact: WithheldFact, cases: readonly HoldbackCase[], end: string): Forfeit[] {
  let leftFen = fen(fact.withheldFen - fact.releasedFen - fact.forfeitedFen);
  return cases
    .filter((one) => one.withheldKey === fact.key && one.decidedOn !== null && one.decidedOn <= end)
    .flatMap(({ caseNo, forfeitFen }) => {
      const amountFen = leastFen(forfeitFen, leftFen);
      leftFen = fen(leftFen - amountFen);
      return amountFen === 0 ? [] : [{ withheldKey: fact.key, caseNo, amountFen }];
    });
}
