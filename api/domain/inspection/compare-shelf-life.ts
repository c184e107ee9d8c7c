import { type Finding, found } from './comparison.ts';
import { normaliseText } from './normalise-text.ts';

export interface ShelfLifeFacts {
  /** As declared: `36个月`, `3年`, `18 months`, `90天`. */
  sealed: string;
  shipped: string;
  /** The unit's own days, as printed; undefined where not written down. */
  producedOn: string | undefined;
  expiresOn: string | undefined;
  /** `2026-05-01` */
  inspectedOn: string;
  minimumLeftBps: number;
}

/**
 * The declared shelf life, and how much of it this unit has left. A batch of its own days is no difference; goods past
 * their day are critical whatever the rule says: they may not be sold at all.
 */
export function compareShelfLife(facts: ShelfLifeFacts, toSimplified: (text: string) => string): Finding {
  const [of, on] = [facts.sealed, facts.shipped].map((text) => readSpan(normaliseText(text, toSimplified)));
  if (!of || !on) return found('cannot_compare', 'not_a_shelf_life', { where: of ? 'shipped' : 'sealed' });
  if (sayDays(of) !== sayDays(on))
    return found('different', 'shelf_life_differs', { sealed: facts.sealed, shipped: facts.shipped });
  const days = readUnitDays(facts, on);
  if ('outcome' in days) return days;
  const { producedOn, expiresOn } = days;
  const left = daysBetween(facts.inspectedOn, expiresOn);
  const whole = daysBetween(producedOn, expiresOn);
  const values = { expiresOn, daysLeft: String(left), daysWhole: String(whole) };
  if (left < 0) return { ...found('different', 'past_its_day', values), raisedTo: 'critical' };
  if (producedOn > facts.inspectedOn)
    return found('different', 'produced_in_the_future', { ...values, producedOn });
  // Makers count the first day or do not: a day more or less is both ways of counting.
  if (Math.abs(daysBetween(after(producedOn, on), expiresOn)) > 1)
    return found('different', 'expiry_does_not_follow', { ...values, producedOn });
  return left * 10_000 < whole * facts.minimumLeftBps
    ? found('different', 'too_little_left', values)
    : found('same', 'enough_left', values);
}

/** A day as packs print it: `2026-05-01`, `20260501`, `2026.5.1`, `2026年5月1日`; undefined where it is no day. */
export function readDay(text: string): string | undefined {
  const written = text.normalize('NFKC').replace(/\s/g, '');
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(written) ?? /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(written);
  if (!parts) return undefined;
  const day = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

type Span = { count: number; unit: 'days' | 'months' };

function readSpan(text: string): Span | undefined {
  const parts = /^(?:保质期:?)?(\d{1,4}) ?(天|日|days?|周|weeks?|个?月|months?|年|years?)$/.exec(text);
  if (!parts) return undefined;
  const count = Number(parts[1]);
  if (/^(?:天|日|d)/.test(parts[2]!)) return { count, unit: 'days' };
  if (/^(?:周|w)/.test(parts[2]!)) return { count: count * 7, unit: 'days' };
  return { count: /^(?:年|y)/.test(parts[2]!) ? count * 12 : count, unit: 'months' };
}

const sayDays = ({ count, unit }: Span): string => `${count} ${unit}`;

/** The unit's first and last day; the one that is not printed follows from the other and the shelf life. */
function readUnitDays(
  { producedOn, expiresOn }: ShelfLifeFacts,
  span: Span,
): { producedOn: string; expiresOn: string } | Finding {
  const [first, last] = [producedOn, expiresOn].map((text) => (text ? readDay(text) : undefined));
  if ((producedOn && !first) || (expiresOn && !last)) return found('cannot_compare', 'not_a_day');
  if (!first && !last) return found('cannot_compare', 'no_days_recorded');
  return {
    producedOn: first ?? after(last!, { ...span, count: -span.count }),
    expiresOn: last ?? after(first!, span),
  };
}

function after(day: string, { count, unit }: Span): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (unit === 'days') return toText(Date.UTC(year, month - 1, date + count));
  // The 31st has no day of its own in a shorter month: its last day stands for it.
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return toText(Date.UTC(year, month - 1 + count, Math.min(date, lastOfMonth)));
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

const toText = (time: number): string => new Date(time).toISOString().slice(0, 10);

const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && toText(time) === day;
};
