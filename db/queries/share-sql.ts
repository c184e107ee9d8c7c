import { type RawBuilder, sql } from 'kysely';

/**
 * How a tier divides, one letter per part: `b` a rate of the base, `r` a rate of what the parts before left,
 * `-` the rest. A handful of shapes cover a whole agency, so each becomes one expression of the run's SQL.
 */
export type Shape = string;

/** The most parts a tier may have; `settlement_line.parts_sum_to_base` spells out as many. */
export const MAX_PARTS = 16;

/** A rate per column: reading a column costs a line less than taking an element out of an array. */
const rateColumns = sql.raw(
  Array.from({ length: MAX_PARTS }, (_, i) => `p.rates[${i + 1}] as r${i + 1}`).join(', '),
);

/** Every tier with its rule's scope and dates, its rates in order (r1 …) and its shape. Alias `t`, materialised once. */
export const ruleTiers = sql`
  select r.id as rule_id, r.anchor_id, r.platform, r.brand_id, r.product_id, r.stream_id, r.specificity, r.base,
         r.tier_on_refund, r.active,
         lower(r.effective)::timestamp at time zone 'Asia/Shanghai' as from_at,
         coalesce(upper(r.effective)::timestamp at time zone 'Asia/Shanghai', 'infinity') as to_at,
         t.id as tier_id, t.from_fen, coalesce(t.to_fen, 9223372036854775807) as to_fen, p.rates, ${rateColumns}, p.shape
    from share_rule r
    join share_tier t on t.rule_id = r.id
    join lateral (
      select array_agg(rate_bps::bigint order by position) as rates,
             string_agg(case when rate_bps is null then '-' when takes_from = 'base' then 'b' else 'r' end, '' order by position) as shape
        from share_part where tier_id = t.id) p on true`;

/**
 * The amounts of all parts as a bigint array, in the order of the tier: the set-based twin of `splitBase`.
 * `base` is a bigint expression; `rates` and `shape` come from the tier's alias `t`. Integer division cuts
 * toward zero, as the domain does.
 */
export function sharesOf(base: string, shapes: readonly Shape[]): RawBuilder<number[]> {
  if (shapes.length === 0) return sql`null::bigint[]`;
  const cases = shapes.map((shape) => `when '${checked(shape)}' then ${arrayOf(base, shape)}`);
  return sql.raw(`case t.shape ${cases.join(' ')} end`);
}

/** Sums the first `most` columns of `parts_fen` and keeps the length. */
export function sumParts(alias: string, most = MAX_PARTS): RawBuilder<number[]> {
  const sums = Array.from({ length: most }, (_, i) => `sum(${alias}.parts_fen[${i + 1}])::bigint`);
  return sql.raw(`(array[${sums.join(', ')}])[1:max(cardinality(${alias}.parts_fen))]`);
}

/** Element-wise `a - b` of two bigint arrays of equal length. */
export const minusParts = (a: RawBuilder<unknown>, b: string): RawBuilder<number[]> =>
  sql`(select array_agg(x - y order by i) from unnest(${a}, ${sql.raw(b)}) with ordinality as u(x, y, i))`;

function arrayOf(base: string, shape: Shape): string {
  const taken: string[] = [];
  const parts = [...shape].map((letter, i) => {
    if (letter === '-') return '-';
    const from = letter === 'b' || taken.length === 0 ? base : `(${base} - ${taken.join(' - ')})`;
    const amount = `(${from} * t.r${i + 1} / 10000)`;
    taken.push(amount);
    return amount;
  });
  const rest = taken.length === 0 ? base : `(${base} - ${taken.join(' - ')})`;
  return `array[${parts.map((part) => (part === '-' ? rest : part)).join(', ')}]::bigint[]`;
}

/** Shapes are written into SQL: only letters this file gives a meaning may pass. */
function checked(shape: Shape): Shape {
  if (!/^[br-]{1,16}$/.test(shape)) throw new Error(`not a share shape: ${shape}`);
  return shape;
}
