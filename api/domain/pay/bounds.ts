import { type Fen, fen } from '../money.ts';
import type { PayComponent } from './component.ts';
import type { ComponentEntry } from './entry.ts';
import { sumFen } from './exact.ts';
import { entryOf, type Outcome, refOf, type Standing, sharesIn } from './outcome.ts';
import { isInForceWithin, ofType, scopeKey } from './scope.ts';
import { say, term, yuan } from './words.ts';

const BOUNDED = ['tiered_share', 'per_stream', 'per_hour', 'per_item', 'fee_share'] as const;

/** Keeps what each component gave this month within its bounds, by an entry of its own. */
export function boundPay({ input, entries }: Standing): Outcome {
  const components = BOUNDED.flatMap((type): PayComponent[] => ofType(input.components, type));
  return outcomeOf(
    components.flatMap((component) => {
      const own = entries.filter((entry) => entry.componentId === component.id);
      if (own.length === 0 && !isInForceWithin(component, input.month)) return [];
      return bound(
        { input, entries },
        component,
        sumFen(own, (entry) => entry.amountFen),
      );
    }),
  );
}

/** Keeps the shares of lines within the bounds of the `limit` in force, the newest of a scope. */
export function boundShares({ input, entries }: Standing): Outcome {
  const limits = ofType(input.components, 'limit').filter((limit) => isInForceWithin(limit, input.month));
  const newest = limits.filter(
    (limit) =>
      !limits.some(
        (other) =>
          other.effectiveFrom > limit.effectiveFrom && scopeKey(other.scope) === scopeKey(limit.scope),
      ),
  );
  return outcomeOf(
    newest.flatMap((limit) => {
      const shares = sharesIn(input.earned, limit.scope);
      return bound(
        { input, entries },
        limit,
        sumFen(shares, (sum) => sum.shareFen),
      );
    }),
  );
}

const outcomeOf = (entries: ComponentEntry[]): Outcome => ({ entries, notTaken: [] });

function bound({ input }: Standing, component: PayComponent, gaveFen: Fen): ComponentEntry[] {
  const { minFen, maxFen, clause } = component;
  const isOver = maxFen !== null && gaveFen > maxFen;
  const isUnder = minFen !== null && gaveFen < minFen;
  if (!isOver && !isUnder) return [];
  const limitFen = isOver ? maxFen : minFen!;
  const amountFen = fen(limitFen - gaveFen);
  const words = isOver ? { zh: '每月封顶', en: 'at most' } : { zh: '每月不低于', en: 'at least' };
  return [
    entryOf(input, component, {
      key: `pay:${component.id}:bound:${input.month}`,
      kind: 'cap',
      amountFen,
      sourceRefs: [refOf('month', input.month, gaveFen)],
      explanation: say(clause, {
        zh: `本项本月 ${yuan(gaveFen)} 元，${words.zh} ${yuan(limitFen)} 元，调整 ${yuan(limitFen)} − ${term(gaveFen)} = ${yuan(amountFen)} 元`,
        en: `this gave ${yuan(gaveFen)} this month, ${words.en} ${yuan(limitFen)} a month: ${yuan(limitFen)} − ${term(gaveFen)} = ${yuan(amountFen)}`,
      }),
    }),
  ];
}
