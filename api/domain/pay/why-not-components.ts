import { type PlacedReason, placed } from '../placed-reason.ts';
import { whyNotParts } from '../terms-parts.ts';
import { isDay } from './calendar.ts';
import type { ComponentRule, PayComponent } from './component.ts';
import { meetInTime, scopeKey } from './scope.ts';

const WHOLE_BPS = 10_000;
/** Two of these in force on one day for one scope would pay (or take) the same thing twice. */
const kindOf = (component: PayComponent): string =>
  'of' in component ? `${component.type}:${component.of}` : component.type;

/** Why these components cannot stand in force together, and where (`components.2.minFen`, counted from 0). */
export function whyNotComponents(
  components: readonly PayComponent[],
  anchorPartyId: number,
): PlacedReason | undefined {
  for (const [at, component] of components.entries()) {
    const path = `components.${at}`;
    const reason =
      whyNotHead(component, path) ??
      whyNotRule(component, path, anchorPartyId) ??
      whyNotBeside(components, at, path);
    if (reason) return reason;
  }
  return undefined;
}

function whyNotHead(component: PayComponent, path: string): PlacedReason | undefined {
  const { effectiveFrom, effectiveTo, minFen, maxFen, type } = component;
  const no = (field: string, code: string, what: string) => placed(`${path}.${field}`, code, what);
  if (!isDay(effectiveFrom)) return no('effectiveFrom', 'not_a_day', 'the start is not a day');
  if (effectiveTo !== null && !(isDay(effectiveTo) && effectiveTo > effectiveFrom)) {
    return no(
      'effectiveTo',
      'ends_before_start',
      'the end (the first day no longer covered) is not after the start',
    );
  }
  if (minFen !== null && minFen < 0) return no('minFen', 'negative_amount', 'the minimum is negative');
  if (maxFen !== null && maxFen < 0) return no('maxFen', 'negative_amount', 'the cap is negative');
  if (minFen !== null && maxFen !== null && maxFen < minFen) {
    return no('maxFen', 'cap_below_min', 'the cap is below the minimum');
  }
  const { min, max } = BOUNDS[type];
  if (minFen !== null && !min) return no('minFen', 'no_minimum_here', `a ${type} has no minimum`);
  if (maxFen !== null && !max) return no('maxFen', 'no_cap_here', `a ${type} has no cap`);
  return type === 'limit' && minFen === null && maxFen === null
    ? no('maxFen', 'no_bound', 'a limit needs a minimum or a cap')
    : undefined;
}

/** Which bounds mean something: a deduction has no minimum, and what is a difference already has neither. */
const BOUNDS: Record<ComponentRule['type'], { min: boolean; max: boolean }> = {
  per_stream: { min: true, max: true },
  per_hour: { min: true, max: true },
  per_item: { min: true, max: true },
  fee_share: { min: true, max: true },
  tiered_share: { min: true, max: true },
  limit: { min: true, max: true },
  base_or_commission: { min: false, max: false },
  base_plus_commission: { min: false, max: false },
  guarantee: { min: false, max: false },
  holdback: { min: false, max: true },
  fine: { min: false, max: true },
  recoup: { min: false, max: true },
};

function whyNotRule(component: PayComponent, path: string, anchorPartyId: number): PlacedReason | undefined {
  const rate = (field: string, bps: number | null) => whyNotRate(bps, `${path}.${field}`);
  if ('amountFen' in component && component.amountFen < 0) {
    return placed(`${path}.amountFen`, 'negative_amount', 'the amount is negative');
  }
  switch (component.type) {
    case 'fee_share':
      return (
        component.parts
          .map((part, at) => whyNotRate(part.rateBps, `${path}.parts.${at}.rateBps`))
          .find((reason) => reason !== undefined) ?? whyNotParts(component.parts, path, anchorPartyId)
      );
    case 'tiered_share':
      return whyNotTiers(component, path);
    case 'per_hour':
      return component.rounding !== null &&
        !(Number.isSafeInteger(component.rounding.stepMinutes) && component.rounding.stepMinutes > 0)
        ? placed(`${path}.rounding`, 'no_step', 'minutes are counted in steps of at least one')
        : undefined;
    case 'guarantee':
      return component.conditions.some(({ count }) => !Number.isSafeInteger(count) || count < 1)
        ? placed(`${path}.conditions`, 'condition_is_nothing', 'a condition asks for at least one')
        : undefined;
    case 'holdback':
      return whyNotHoldback(component, path);
    case 'fine':
      return (
        rate('capBps', component.capBps) ??
        (component.noticeDays !== null && component.noticeDays < 0
          ? placed(`${path}.noticeDays`, 'negative_days', 'the notice is negative')
          : undefined)
      );
    case 'recoup':
      return rate('shareCeilingBps', component.shareCeilingBps);
    default:
      return undefined;
  }
}

/** Tiers that meet without a gap: each from where the one before ends, all of them on the same side of the scale. */
function whyNotTiers(
  { tiers }: Extract<ComponentRule, { type: 'tiered_share' }>,
  path: string,
): PlacedReason | undefined {
  if (tiers.length === 0) return placed(`${path}.tiers`, 'no_tier', 'a tiered commission needs a tier');
  if (tiers[0]!.fromFen !== 0) {
    return placed(`${path}.tiers.0.fromFen`, 'tier_not_from_zero', 'the first tier does not start at zero');
  }
  const unordered = tiers.findIndex(({ fromFen }, at) => at > 0 && fromFen <= tiers[at - 1]!.fromFen);
  if (unordered >= 0) {
    return placed(
      `${path}.tiers.${unordered}.fromFen`,
      'tiers_not_rising',
      'this tier does not start above the one before it',
    );
  }
  return tiers
    .map(({ rateBps }, at) => whyNotRate(rateBps, `${path}.tiers.${at}.rateBps`))
    .find((reason) => reason !== undefined);
}

function whyNotHoldback(
  { rates, releaseAfterDays }: Extract<ComponentRule, { type: 'holdback' }>,
  path: string,
): PlacedReason | undefined {
  if (rates.length === 0) return placed(`${path}.rates`, 'no_rate', 'a holdback needs a rate');
  const again = rates.findIndex(({ category }, at) => rates.findIndex((r) => r.category === category) < at);
  if (again >= 0)
    return placed(`${path}.rates.${again}`, 'category_twice', 'this category has a rate already');
  if (!Number.isSafeInteger(releaseAfterDays) || releaseAfterDays < 1) {
    return placed(
      `${path}.releaseAfterDays`,
      'release_before_withheld',
      'money cannot go back before the month it is withheld in has ended',
    );
  }
  return rates
    .map(({ rateBps }, at) => whyNotRate(rateBps, `${path}.rates.${at}.rateBps`))
    .find((reason) => reason !== undefined);
}

function whyNotRate(rateBps: number | null, path: string): PlacedReason | undefined {
  if (rateBps === null) return undefined;
  if (rateBps < 0) return placed(path, 'negative_rate', 'the rate is negative');
  return rateBps > WHOLE_BPS ? placed(path, 'rate_over_whole', 'the rate is over 100 %') : undefined;
}

function whyNotBeside(
  components: readonly PayComponent[],
  at: number,
  path: string,
): PlacedReason | undefined {
  const component = components[at]!;
  const earlier = components.slice(0, at).filter((other) => meetInTime(component, other));
  const twin = earlier.find(
    (other) => kindOf(other) === kindOf(component) && scopeKey(other.scope) === scopeKey(component.scope),
  );
  if (components.findIndex(({ id }) => id === component.id) < at) {
    return placed(path, 'id_twice', `there are two components ${component.id}`);
  }
  return twin
    ? placed(
        path,
        'component_overlaps',
        `component ${twin.id} covers the same scope on some of the same days`,
      )
    : undefined;
}
