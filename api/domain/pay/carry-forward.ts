import { addFen, type Fen, fen, negateFen } from '../money.ts';
import type { MonthResult } from './entry.ts';
import type { GuaranteeMonth, MonthInput, RecoupItem, TieredMonth, WithheldFact } from './month-facts.ts';

/** What a month leaves to the next. */
export interface CarriedForward {
  openingFen: Fen;
  recoupItems: RecoupItem[];
  withheld: WithheldFact[];
  guarantees: GuaranteeMonth[];
  tiered: TieredMonth[];
}

/** The balances after a month, as the next month's input wants them; settled withholdings are left out. */
export function carryForward(input: MonthInput, result: MonthResult): CarriedForward {
  return {
    openingFen: fen(Math.min(0, result.sums.closingFen)),
    recoupItems: input.recoupItems.map((item) => ({
      ...item,
      recoupedFen: addFen(item.recoupedFen, takenOf(result, 'recoup_item', String(item.itemId))),
    })),
    withheld: [...input.withheld.map((fact) => moved(fact, result)), ...newlyWithheld(result)].filter(
      (fact) => fact.withheldFen > fact.releasedFen + fact.forfeitedFen,
    ),
    guarantees: [...input.guarantees, ...result.guarantees],
    tiered: [...input.tiered, ...result.tiered],
  };
}

function takenOf({ entries }: MonthResult, type: 'recoup_item' | 'withheld', id: string): Fen {
  const own = entries.filter((entry) => entry.sourceRefs.some((ref) => ref.type === type && ref.id === id));
  const sum = addFen(...own.map((entry) => entry.amountFen));
  return type === 'withheld' ? sum : negateFen(sum);
}

function moved(fact: WithheldFact, result: MonthResult): WithheldFact {
  const forfeits = result.forfeits.filter(({ withheldKey }) => withheldKey === fact.key);
  return {
    ...fact,
    releasedFen: addFen(fact.releasedFen, takenOf(result, 'withheld', fact.key)),
    forfeitedFen: addFen(fact.forfeitedFen, ...forfeits.map((forfeit) => forfeit.amountFen)),
  };
}

function newlyWithheld({ entries }: MonthResult): WithheldFact[] {
  return entries.flatMap(({ key, componentId, month, amountFen, withheld }) =>
    withheld && componentId !== null
      ? {
          ...{ key, componentId, month, ...withheld },
          ...{ withheldFen: negateFen(amountFen), releasedFen: fen(0), forfeitedFen: fen(0) },
        }
      : [],
  );
}
