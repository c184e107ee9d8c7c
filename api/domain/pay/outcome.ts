import { addFen, type Fen } from '../money.ts';
import type { PayComponent, PayScope } from './component.ts';
import type { ComponentEntry, ComputedKind, NotTaken, SourceRef } from './entry.ts';
import { positiveFen, sumFen } from './exact.ts';
import type { EarnedSum, MonthInput } from './month-facts.ts';
import { ANYWHERE, holdsScope, isInScope } from './scope.ts';

/** What one stage of the month decides. */
export interface Outcome {
  entries: ComponentEntry[];
  notTaken: NotTaken[];
}

/** What stands before a stage: the facts and every entry decided so far. */
export interface Standing {
  input: MonthInput;
  entries: readonly ComponentEntry[];
}

export const EARNING_KINDS: readonly ComputedKind[] = ['fixed', 'tiered', 'base_pay', 'guarantee', 'cap'];

export const refOf = (type: SourceRef['type'], id: string | number, amountFen?: Fen): SourceRef =>
  amountFen === undefined ? { type, id: String(id) } : { type, id: String(id), amountFen };

/** An entry of this month about itself, by a component, unless said otherwise. */
export function entryOf(
  { month }: MonthInput,
  component: PayComponent | null,
  given: Pick<ComponentEntry, 'key' | 'kind' | 'amountFen' | 'sourceRefs' | 'explanation'> &
    Partial<ComponentEntry>,
): ComponentEntry {
  return {
    componentId: component?.id ?? null,
    month,
    concernsMonth: month,
    reversesKey: null,
    withheld: null,
    ...given,
  };
}

export const sharesIn = (earned: readonly EarnedSum[], scope: PayScope): EarnedSum[] =>
  earned.filter((sum) => isInScope(scope, sum));

const COMMISSION: readonly PayComponent['type'][] = ['limit', 'tiered_share'];

/** The commission of a scope as it is paid: shares of lines and tiered commission, with the bounds that lie wholly in it. */
export function paidSharesFen({ input, entries }: Standing, scope: PayScope): Fen {
  const beside = entries.filter((entry) => {
    const component = input.components.find(({ id }) => id === entry.componentId);
    return component && COMMISSION.includes(component.type) && holdsScope(scope, component.scope);
  });
  return addFen(
    sumFen(sharesIn(input.earned, scope), (sum) => sum.shareFen),
    sumFen(beside, (entry) => entry.amountFen),
  );
}

/** Shares and pay of the month: what guarantees over everything and ceilings of deductions are of. */
export function earningsFen(standing: Standing): Fen {
  const pay = standing.entries.filter((entry) => EARNING_KINDS.includes(entry.kind));
  return addFen(
    sumFen(sharesIn(standing.input.earned, ANYWHERE), (sum) => sum.shareFen),
    sumFen(pay, (entry) => entry.amountFen),
  );
}

/** What the month closes at as far as it is decided. */
export function standsAtFen({ input, entries }: Standing): Fen {
  return addFen(
    input.openingFen,
    input.otherFen,
    sumFen(input.earned, (sum) => sum.shareFen),
    sumFen(entries, (entry) => entry.amountFen),
  );
}

/** What a deduction may take at most, so that the month does not end below zero by it. */
export const availableFen = (standing: Standing): Fen => positiveFen(standsAtFen(standing));
