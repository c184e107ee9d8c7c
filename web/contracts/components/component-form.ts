import type { ComponentType } from '../../../api/domain/pay/component.ts';

export const COMPONENT_TYPES: readonly ComponentType[] = [
  ...(['guarantee', 'base_or_commission', 'base_plus_commission'] as const),
  ...(['tiered_share', 'per_stream', 'per_hour', 'per_item', 'fee_share', 'limit'] as const),
  ...(['recoup', 'holdback', 'fine'] as const),
];

/** The fields of each type's rule, with what an empty one means. */
export const RULE_FIELDS: Record<ComponentType, Record<string, unknown>> = {
  per_stream: { amountFen: 0 },
  per_hour: { amountFen: 0, rounding: null },
  per_item: { amountFen: 0 },
  fee_share: { of: 'slot_fee', parts: [] },
  tiered_share: { of: 'net_sales', mode: 'marginal', tiers: [] },
  limit: {},
  base_or_commission: { amountFen: 0, prorate: false },
  base_plus_commission: { amountFen: 0, prorate: false },
  guarantee: { amountFen: 0, prorate: false, span: 'month', counts: 'shares', conditions: [] },
  holdback: { rates: [], releaseAfterDays: 90 },
  fine: { capBps: null, noticeDays: null },
  recoup: { of: 'advance', shareCeilingBps: null },
};

/** Types that may have a minimum, a cap: the others have neither. */
export const HAS_MIN: readonly ComponentType[] = [
  ...(['tiered_share', 'per_stream', 'per_hour', 'per_item', 'fee_share', 'limit'] as const),
];
export const HAS_MAX: readonly ComponentType[] = [...HAS_MIN, 'holdback', 'fine', 'recoup'];

export interface ComponentRow {
  type?: ComponentType;
  rule?: Record<string, unknown>;
  [field: string]: unknown;
}

const HEAD = ['clauseNo', 'platform', 'brandId', 'category', 'productId', 'streamId', 'effectiveTo'] as const;

/** A row of the form as the API takes it: of the rule only what its type knows, whatever another type left behind. */
export function componentBody(row: ComponentRow): Record<string, unknown> {
  const type = row.type!;
  const head = Object.fromEntries(HEAD.map((field) => [field, row[field] || null]));
  const fields = Object.entries(RULE_FIELDS[type]);
  return {
    ...head,
    type,
    effectiveFrom: row.effectiveFrom ?? '',
    priority: row.priority ?? 100,
    minFen: HAS_MIN.includes(type) ? (row.minFen ?? null) : null,
    maxFen: HAS_MAX.includes(type) ? (row.maxFen ?? null) : null,
    rule: Object.fromEntries(fields.map(([field, empty]) => [field, ruleValue(row.rule?.[field], empty)])),
  };
}

function ruleValue(value: unknown, empty: unknown): unknown {
  if (value === undefined || value === null || value === '') return empty;
  return Array.isArray(value) ? value.map(withoutId) : value;
}

function withoutId(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  const { id: _, ...rest } = row as Record<string, unknown>;
  return rest;
}

/** The API names a field of a rule with or without `rule.`; the form has it below `rule`. */
export function placeErrors(
  errors: Record<string, string>,
  rows: readonly ComponentRow[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([path, text]) => {
      const match = /^components\.(\d+)\.([^.]+)(.*)$/.exec(path);
      if (!match) return [path, text];
      const [, at, field, rest] = match as unknown as [string, string, string, string];
      const type = rows[Number(at)]?.type;
      const isOfRule = type !== undefined && field in RULE_FIELDS[type];
      return [`components.${at}.${isOfRule ? 'rule.' : ''}${field}${rest}`, text];
    }),
  );
}
