import { formatRate, formatYuan } from '../../api/domain/money.ts';
import { chinaTime } from './day.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

export const labelInWords = (translate: Translate, resource: string, field: string): string =>
  translate(`resources.${resource}.fields.${field}`, { _: field });

/** Amounts as yuan, rates as percent, states by their names, lists row by row; nothing is `(empty)`. */
export function valueInWords(translate: Translate, resource: string, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return translate('house.history.empty');
  if (Array.isArray(value)) {
    if (value.length === 0) return translate('house.history.empty');
    const text = value.map((row) => rowInWords(translate, resource, field, row)).join('；');
    // Whole contracts do not fit into a line of the history: their number of rows does.
    return text.length > 160 ? translate('house.history.items', { count: value.length }) : text;
  }
  if (typeof value === 'boolean') {
    const word = translate(`house.field.${value ? 'yes' : 'no'}`);
    return translate(`resources.${resource}.values.${field}.${value}`, { _: word });
  }
  if (typeof value === 'number') {
    if (/Fen$/.test(field)) return formatYuan(value);
    return /Bps$/.test(field) ? formatRate(value) : String(value);
  }
  if (typeof value === 'object') return rowInWords(translate, resource, field, value);
  if (field === 'platform') return translate(`house.platform.${value}`, { _: String(value) });
  const text = String(value);
  if (/At$/.test(field)) return chinaTime(text) ?? text;
  return translate(`resources.${resource}.values.${field}.${text}`, { _: text });
}

function rowInWords(translate: Translate, resource: string, field: string, row: unknown): string {
  if (typeof row !== 'object' || row === null) return valueInWords(translate, resource, field, row);
  return Object.entries(row)
    .filter(([key, value]) => key !== 'id' && key !== 'position' && value !== null && value !== '')
    .map(([key, value]) => valueInWords(translate, resource, key, value))
    .join(' ');
}
