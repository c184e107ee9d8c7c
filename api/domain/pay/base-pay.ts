import { fen } from '../money.ts';
import { entryOf, type Outcome, paidSharesFen, refOf, type Standing } from './outcome.ts';
import { joinSaid, promisedIn } from './periods.ts';
import { ofType } from './scope.ts';
import { say, term, yuan } from './words.ts';

/** 底薪: beside the commission, or the higher of the two; the shares of lines are paid already, so what is added is the difference. */
export function payBase(standing: Standing): Outcome {
  const beside = payBeside(standing);
  const higher = payHigher(standing);
  return { entries: [...beside.entries, ...higher.entries], notTaken: higher.notTaken };
}

function payBeside({ input }: Standing): Outcome {
  const entries = promisedIn(ofType(input.components, 'base_plus_commission'), input.month).flatMap(
    ({ component, amountFen, working }) => {
      if (amountFen === 0) return [];
      const { zh, en } = joinSaid(working);
      return entryOf(input, component, {
        key: `pay:${component.id}:base:${input.month}`,
        kind: 'base_pay',
        amountFen,
        sourceRefs: [refOf('month', input.month)],
        explanation: say(component.clause, {
          zh: `底薪 ${zh}，提成另计`,
          en: `base pay ${en}, beside the commission`,
        }),
      });
    },
  );
  return { entries, notTaken: [] };
}

function payHigher(standing: Standing): Outcome {
  const { input } = standing;
  const outcome: Outcome = { entries: [], notTaken: [] };
  for (const promised of promisedIn(ofType(input.components, 'base_or_commission'), input.month)) {
    const { component, amountFen: baseFen } = promised;
    const commissionFen = paidSharesFen(standing, component.scope);
    const base = joinSaid(promised.working);
    const commission = yuan(commissionFen);
    const source = refOf('shares', input.month, commissionFen);
    if (commissionFen >= baseFen) {
      outcome.notTaken.push({
        ...{ componentId: component.id, source, code: 'commission_is_higher', isFinal: true },
        explanation: say(component.clause, {
          zh: `底薪 ${base.zh}；提成 ${commission} 元不低于底薪，取提成，不另付底薪`,
          en: `base pay ${base.en}; the commission ${commission} is not below it and is paid instead`,
        }),
      });
      continue;
    }
    const amountFen = fen(baseFen - commissionFen);
    const sum = `${yuan(baseFen)} − ${term(commissionFen)} = ${yuan(amountFen)}`;
    outcome.entries.push(
      entryOf(input, component, {
        key: `pay:${component.id}:base:${input.month}`,
        kind: 'base_pay',
        amountFen,
        sourceRefs: [source],
        explanation: say(component.clause, {
          zh: `底薪 ${base.zh}；提成 ${commission} 元低于底薪，取底薪，补差 ${sum} 元`,
          en: `base pay ${base.en}; the commission ${commission} is lower, so the base is paid: ${sum}`,
        }),
      }),
    );
  }
  return outcome;
}
