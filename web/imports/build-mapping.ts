import type { OrderStatus } from '../../api/domain/order-status.ts';
import { MAPPING_FIELDS, type MappingDraft, type MappingField, type SourceDraft } from './mapping.ts';

/** A mapping as `POST /imports` takes it. */
export interface Mapping {
  name: string;
  platform: string;
  fields: Record<string, unknown>;
  missing?: string[];
}

/** Field or part of the screen → key below `resources.imports.mapping.problem.` */
export type MappingProblems = Record<string, string>;

/** What the user has put together, as the API wants it; or, per place, what is still missing. */
export function buildMapping(draft: MappingDraft): { mapping: Mapping } | { problems: MappingProblems } {
  const problems: MappingProblems = {};
  const fields: Record<string, unknown> = {};
  for (const field of MAPPING_FIELDS) {
    const source = draft.sources[field.name];
    if (!source || source.way === 'none') {
      if (field.required) problems[field.name] = 'required';
      continue;
    }
    const problem = whyIncomplete(field, source, draft);
    if (problem) problems[field.name] = problem;
    else fields[field.name] = sourceOf(field, source, draft);
  }
  const status = statusOf(draft);
  if (typeof status === 'string') problems.status = status;
  else fields.status = status;
  const refund = refundOf(draft);
  if (typeof refund === 'string') problems.refundWhen = refund;
  else if (refund) fields.refundWhen = refund;
  if (draft.name.trim() === '') problems.name = 'required';
  if (Object.keys(problems).length > 0) return { problems };
  const missing = wordsOf(draft.missing);
  return {
    mapping: {
      name: draft.name.trim(),
      platform: draft.platform,
      fields,
      ...(missing.length > 0 && { missing }),
    },
  };
}

function whyIncomplete(field: MappingField, source: SourceDraft, draft: MappingDraft): string | undefined {
  if (source.way === 'column') return source.column ? undefined : 'column';
  if (source.way === 'multiply') return source.column && source.second ? undefined : 'twoColumns';
  if (source.way === 'ordinal') return draft.sources.orderNo?.column ? undefined : 'orderNoFirst';
  if (source.way === 'rateOf') {
    const rate = draft.sources.commissionRateBps;
    return rate && rate.way !== 'none' ? undefined : 'rateFirst';
  }
  if (source.constant.trim() === '') return 'constant';
  return field.kind === 'rate' && !/^\d{1,3}(\.\d{1,2})?%$/.test(source.constant.trim()) ? 'rate' : undefined;
}

function sourceOf(field: MappingField, source: SourceDraft, draft: MappingDraft): unknown {
  if (source.way === 'multiply') return { multiply: [source.column, source.second] };
  if (source.way === 'constant') return { constant: source.constant.trim() };
  if (source.way === 'ordinal') return { ordinalWithin: [draft.sources.orderNo!.column] };
  if (source.way === 'rateOf') return { rateOf: source.of };
  const hasUnit = field.kind === 'amount' || field.kind === 'rate';
  return { column: source.column, ...(hasUnit && source.unit && { unit: source.unit }) };
}

/** The status rule, or what it lacks. A word without a state would make every line with it a rejected one. */
function statusOf({ status, sources }: MappingDraft): unknown {
  if (status.way === 'constant') return { constant: status.constant };
  if (status.way === 'column') {
    if (!status.column) return 'column';
    const named = Object.entries(status.values).filter(([, name]) => name !== '') as [string, OrderStatus][];
    return named.length > 0 ? { column: status.column, values: Object.fromEntries(named) } : 'statusWords';
  }
  if (status.way === 'settlement' && !sources.settledAt?.column) return 'settledAtFirst';
  if (status.way === 'payment' && !sources.paidAt?.column) return 'paidAtFirst';
  return { from: status.way };
}

function refundOf({ refund }: MappingDraft): unknown {
  if (refund.way === 'none') return undefined;
  if (!refund.column) return 'column';
  const words = wordsOf(refund.text);
  if (words.length === 0) return 'constant';
  return refund.way === 'startsWith'
    ? { column: refund.column, startsWith: words[0] }
    : { column: refund.column, equals: words };
}

/** `C, R` or `退款、已退款` → the words, each once. */
export const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,，、;；\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];
