import { addFen, type Fen } from '../money.ts';
import type { Month } from '../month.ts';
import { daysInMonth, daysWithin } from './calendar.ts';
import type { ComponentOf } from './component.ts';
import { mulDivCut, sumFen } from './exact.ts';
import { scopeKey } from './scope.ts';
import { type Said, yuan } from './words.ts';

type Monthly = ComponentOf<'base_or_commission' | 'base_plus_commission' | 'guarantee'>;

/** What components of one kind and scope promise for a month, one after the other. */
export interface Promised<C extends Monthly> {
  /** The last in force: the entry is its. */
  component: C;
  components: readonly C[];
  amountFen: Fen;
  working: Said[];
}

/**
 * Groups by scope what is in force in the month. One alone that is not pro-rated promises its whole amount; where
 * one follows another within the month, each promises its days, or the month would be paid twice.
 */
export function promisedIn<C extends Monthly>(components: readonly C[], month: Month): Promised<C>[] {
  const held = components.filter(
    (component) => daysWithin(month, component.effectiveFrom, component.effectiveTo) > 0,
  );
  return [...Map.groupBy(held, (component) => scopeKey(component.scope)).values()].map((group) => {
    const inOrder = group.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    const parts = inOrder.map((component) => promiseOf(component, month, inOrder.length > 1));
    return {
      component: inOrder.at(-1)!,
      components: inOrder,
      amountFen: addFen(sumFen(parts, (part) => part.amountFen)),
      working: parts.map((part) => part.said),
    };
  });
}

function promiseOf(component: Monthly, month: Month, isOneOfMany: boolean): { amountFen: Fen; said: Said } {
  const days = daysWithin(month, component.effectiveFrom, component.effectiveTo);
  const whole = daysInMonth(month);
  const full = yuan(component.amountFen);
  if (days === whole || !(component.prorate || isOneOfMany)) {
    return { amountFen: component.amountFen, said: { zh: `${full} 元`, en: full } };
  }
  const amountFen = mulDivCut(component.amountFen, days, whole);
  const amount = yuan(amountFen);
  return {
    amountFen,
    said: {
      zh: `${full} × ${days}/${whole} 天 = ${amount} 元（不足一分舍去）`,
      en: `${full} × ${days}/${whole} days = ${amount} (cut to whole fen)`,
    },
  };
}

/** `3,000.00 元 + 1,500.00 元`, in both languages. */
export const joinSaid = (parts: readonly Said[]): Said => ({
  zh: parts.map((part) => part.zh).join(' ＋ '),
  en: parts.map((part) => part.en).join(' + '),
});
