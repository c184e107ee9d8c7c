import type { Reason } from '../error.ts';
import { type Fen, fen, formatRate, shareOf } from '../money.ts';
import { lastDay } from './calendar.ts';
import type { ComponentOf } from './component.ts';
import { leastFen, positiveFen } from './exact.ts';
import type { RecoupItem } from './month-facts.ts';
import { availableFen, earningsFen, entryOf, type Outcome, refOf, type Standing } from './outcome.ts';
import { isInForceWithin } from './scope.ts';
import { type Said, say, tellUsed, yuan } from './words.ts';

type Recoup = ComponentOf<'recoup'>;

/** Takes back approved advances and costs, the oldest first, within the cap, the ceiling and what the month leaves. */
export function recoup(standing: Standing, component: Recoup): Outcome {
  const { input } = standing;
  const outcome: Outcome = { entries: [], notTaken: [] };
  if (!isInForceWithin(component, input.month)) return outcome;
  const ceiling = ceilingOf(standing, component);
  const moneyFen = availableFen(standing);
  const roomFen = leastFen(component.maxFen, ceiling.amountFen, moneyFen);
  let leftFen = roomFen;
  const limits = tellLimits(component, ceiling, moneyFen);
  const items = input.recoupItems.filter(
    (item) => item.componentId === component.id && item.day <= lastDay(input.month),
  );
  for (const item of items) {
    const balanceFen = fen(item.amountFen - item.recoupedFen);
    if (balanceFen === 0) continue;
    const source = refOf('recoup_item', item.itemId, balanceFen);
    const reason = whyNotRecoup(item);
    const takenFen = leastFen(balanceFen, leftFen);
    const used = tellUsed(fen(roomFen - leftFen));
    if (reason || takenFen === 0) {
      const why = reason
        ? { zh: '未经另一人批准，不扣', en: reason.message }
        : {
            zh: `本月无可扣：${limits.zh}${used.zh}`,
            en: `nothing can be taken this month: ${limits.en}${used.en}`,
          };
      outcome.notTaken.push({
        ...{ componentId: component.id, source, code: reason?.code ?? 'nothing_left', isFinal: false },
        explanation: say(component.clause, {
          zh: `${item.name} 余额 ${yuan(balanceFen)} 元：${why.zh}`,
          en: `${item.name}, balance ${yuan(balanceFen)}: ${why.en}`,
        }),
      });
      continue;
    }
    leftFen = fen(leftFen - takenFen);
    const after = yuan(fen(balanceFen - takenFen));
    outcome.entries.push(
      entryOf(input, component, {
        key: `pay:${component.id}:recoup:${input.month}:${item.itemId}`,
        kind: 'recoup',
        amountFen: fen(-takenFen),
        sourceRefs: [source],
        explanation: say(component.clause, {
          zh: `${item.name} 余额 ${yuan(balanceFen)} 元，${limits.zh}${used.zh}，本月扣回 ${yuan(takenFen)} 元，尚余 ${after} 元`,
          en: `${item.name}, balance ${yuan(balanceFen)}; ${limits.en}${used.en}; taken back ${yuan(takenFen)}, ${after} left`,
        }),
      }),
    );
  }
  return outcome;
}

/** Why an item may not be taken from the anchor at all. */
export function whyNotRecoup(item: RecoupItem): Reason | undefined {
  if (item.approvedBy === null) return { code: 'not_approved', message: `${item.name} is not approved` };
  return item.approvedBy === item.requestedBy
    ? { code: 'same_person', message: `whoever asked for ${item.name} cannot approve it` }
    : undefined;
}

function ceilingOf(standing: Standing, { shareCeilingBps }: Recoup): { amountFen: Fen | null; said: Said } {
  if (shareCeilingBps === null) return { amountFen: null, said: { zh: '', en: '' } };
  const earnedFen = positiveFen(earningsFen(standing));
  const amountFen = shareOf(earnedFen, shareCeilingBps);
  const sum = `${yuan(earnedFen)} × ${formatRate(shareCeilingBps)} = ${yuan(amountFen)}`;
  return {
    amountFen,
    said: { zh: `不超过当月收入 ${sum} 元`, en: `at most of the month's earnings ${sum}` },
  };
}

function tellLimits({ maxFen }: Recoup, ceiling: { said: Said }, moneyFen: Fen): Said {
  const cap =
    maxFen === null
      ? { zh: '', en: '' }
      : { zh: `每月上限 ${yuan(maxFen)} 元`, en: `cap ${yuan(maxFen)} a month` };
  const money = { zh: `本月可扣余额 ${yuan(moneyFen)} 元`, en: `the month leaves ${yuan(moneyFen)}` };
  const all = [cap, ceiling.said, money].filter((said) => said.zh !== '');
  return { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') };
}
