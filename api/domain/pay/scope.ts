import type { Month } from '../month.ts';
import { addDays, daysWithin } from './calendar.ts';
import type { ComponentOf, ComponentType, PayComponent, PayScope } from './component.ts';

/** The places a scope can name; a fact that does not know one is in no scope that names it. */
export type Placed = Partial<PayScope>;

const KEYS = ['streamId', 'productId', 'category', 'brandId', 'platform'] as const;

export const ANYWHERE: PayScope = {
  platform: null,
  brandId: null,
  category: null,
  productId: null,
  streamId: null,
};

export const isInScope = (scope: PayScope, fact: Placed): boolean =>
  KEYS.every((key) => scope[key] === null || scope[key] === (fact[key] ?? null));

/** Stream, product, category, brand, platform: two scopes that hold the same fact never weigh the same unless they are equal. */
export const weightOf = (scope: PayScope): number =>
  KEYS.reduce((weight, key) => weight * 2 + (scope[key] === null ? 0 : 1), 0);

export const scopeKey = (scope: PayScope): string => KEYS.map((key) => scope[key] ?? '*').join('/');

/** What every fact of `inner` is in `outer` too. */
export const holdsScope = (outer: PayScope, inner: PayScope): boolean =>
  KEYS.every((key) => outer[key] === null || outer[key] === inner[key]);

export const isInForce = ({ effectiveFrom, effectiveTo }: PayComponent, day: string): boolean =>
  day >= effectiveFrom && (effectiveTo === null || day < effectiveTo);

export const isInForceWithin = (component: PayComponent, month: Month): boolean =>
  daysWithin(month, component.effectiveFrom, component.effectiveTo) > 0;

export const meetInTime = (a: PayComponent, b: PayComponent): boolean =>
  (a.effectiveTo === null || b.effectiveFrom < a.effectiveTo) &&
  (b.effectiveTo === null || a.effectiveFrom < b.effectiveTo);

export const lastDayOf = (component: PayComponent): string | null =>
  component.effectiveTo === null ? null : addDays(component.effectiveTo, -1);

/** Components of one type, by priority, then age: the order in which they are decided. */
export function ofType<T extends ComponentType>(
  components: readonly PayComponent[],
  type: T,
): ComponentOf<T>[] {
  return components
    .filter((component): component is ComponentOf<T> & PayComponent => component.type === type)
    .sort((a, b) => a.priority - b.priority || a.id - b.id);
}

/** The most specific component in force on the fact's day. */
export function componentFor<C extends PayComponent>(
  components: readonly C[],
  fact: Placed & { day: string },
): C | undefined {
  return components
    .filter((component) => isInForce(component, fact.day) && isInScope(component.scope, fact))
    .sort((a, b) => weightOf(b.scope) - weightOf(a.scope) || a.id - b.id)[0];
}
