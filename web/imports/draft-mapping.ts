import type { OrderStatus } from '../../api/domain/order-status.ts';
import { EMPTY_SOURCE, emptyDraft, type MappingDraft, type SourceDraft } from './mapping.ts';

type Sources = Record<string, Record<string, unknown> | undefined>;
/** A mapping as the API suggests or has saved it; parts may be missing. */
export interface GivenMapping {
  name?: string;
  platform?: string;
  fields?: Sources;
  missing?: string[];
}

/**
 * The screen's form of a suggested or saved mapping. A source that names a column this file does not have is
 * left out: the user is asked for it, rather than the import refused.
 */
export function draftMapping(
  given: GivenMapping,
  headers: readonly string[],
  fallback: { name: string; platform: string },
): MappingDraft {
  const draft = emptyDraft(given.name ?? fallback.name, given.platform ?? fallback.platform);
  const { status, refundWhen, ...fields } = given.fields ?? {};
  for (const [name, source] of Object.entries(fields)) {
    const read = source && sourceDraft(source);
    if (read && hasColumns(read, headers)) draft.sources[name] = read;
  }
  if (status) draft.status = statusDraft(status, draft.status);
  if (refundWhen) draft.refund = refundDraft(refundWhen);
  if (!headers.includes(draft.status.column)) draft.status.column = '';
  if (!headers.includes(draft.refund.column)) draft.refund = { way: 'none', column: '', text: '' };
  draft.missing = (given.missing ?? []).join(', ');
  return draft;
}

function sourceDraft(source: Record<string, unknown>): SourceDraft | undefined {
  if (Array.isArray(source.multiply))
    return {
      ...EMPTY_SOURCE,
      way: 'multiply',
      column: String(source.multiply[0]),
      second: String(source.multiply[1]),
    };
  if (typeof source.constant === 'string')
    return { ...EMPTY_SOURCE, way: 'constant', constant: source.constant };
  if (Array.isArray(source.ordinalWithin)) return { ...EMPTY_SOURCE, way: 'ordinal' };
  if (source.rateOf === 'settledFen' || source.rateOf === 'paidFen')
    return { ...EMPTY_SOURCE, way: 'rateOf', of: source.rateOf };
  if (typeof source.column !== 'string') return undefined;
  return { ...EMPTY_SOURCE, way: 'column', column: source.column, unit: String(source.unit ?? '') };
}

const hasColumns = (source: SourceDraft, headers: readonly string[]): boolean =>
  [source.column, source.second].every((column) => column === '' || headers.includes(column));

function statusDraft(
  status: Record<string, unknown>,
  fallback: MappingDraft['status'],
): MappingDraft['status'] {
  if (status.from === 'payment' || status.from === 'settlement') return { ...fallback, way: status.from };
  if (typeof status.constant === 'string')
    return { ...fallback, way: 'constant', constant: status.constant as OrderStatus };
  return {
    ...fallback,
    way: 'column',
    column: String(status.column ?? ''),
    values: (status.values ?? {}) as Record<string, OrderStatus>,
  };
}

function refundDraft(rule: Record<string, unknown>): MappingDraft['refund'] {
  const column = String(rule.column ?? '');
  if (typeof rule.startsWith === 'string') return { way: 'startsWith', column, text: rule.startsWith };
  return { way: 'equals', column, text: Array.isArray(rule.equals) ? rule.equals.join(', ') : '' };
}

/** The different words of a column among the rows that are shown, for the status rule. */
export function wordsInColumn(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  column: string,
): string[] {
  const place = headers.indexOf(column);
  if (place < 0) return [];
  return [...new Set(rows.map((row) => row[place]?.trim() ?? '').filter(Boolean))];
}
