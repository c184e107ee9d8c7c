import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { DomainError } from '../domain/error.ts';
import type { Env } from './context.ts';
import { invalidInput } from './errors.ts';

const PER_PAGE_MAX = 200;
const PER_PAGE_DEFAULT = 25;

export interface ListQuery<Filter, Sort extends string> {
  filter: Filter;
  sort: { field: Sort; order: 'asc' | 'desc' };
  offset: number;
  limit: number;
}

/** The simple-rest dialect as OpenAPI parameters: each is JSON in the query string. */
export const listParams = z.object({
  filter: z
    .string()
    .max(8000)
    .optional()
    .openapi({ description: 'JSON object of allow-listed filters', example: '{"q":"花"}' }),
  sort: z
    .string()
    .max(100)
    .optional()
    .openapi({ description: 'JSON [field, "ASC"|"DESC"]', example: '["id","DESC"]' }),
  range: z
    .string()
    .max(40)
    .optional()
    .openapi({ description: `JSON [first, last], at most ${PER_PAGE_MAX} records`, example: '[0,24]' }),
});

/**
 * Reads a list query against its allow-list. `filter` is a strict zod object; `sorts` are the sortable
 * fields, the first being the default (descending). Unknown filters, sorts and over-long pages are 422. Without a
 * range a page is 25 records, or as many as `filter.id` names: react-admin asks for those without saying how many.
 */
export function readListQuery<F extends z.ZodType, S extends string>(
  raw: z.infer<typeof listParams>,
  allowed: { filter: F; sorts: readonly [S, ...S[]] },
): ListQuery<z.infer<F>, S> {
  const filter = allowed.filter.safeParse(parseJson(raw.filter ?? '{}', 'filter'));
  if (!filter.success)
    throw invalidInput({
      issues: filter.error.issues.map((issue) => ({ ...issue, path: ['filter', ...issue.path] })),
    } as never);
  const sort = z
    .tuple([z.string(), z.enum(['ASC', 'DESC'])])
    .safeParse(parseJson(raw.sort ?? `["${allowed.sorts[0]}","DESC"]`, 'sort'));
  if (!sort.success || !allowed.sorts.includes(sort.data[0] as S))
    throw bad('sort', `sort by one of ${allowed.sorts.join(', ')}`);
  const range = z
    .tuple([z.int().min(0), z.int().min(0)])
    .safeParse(parseJson(raw.range ?? `[0,${defaultLimit(filter.data) - 1}]`, 'range'));
  if (!range.success || range.data[1] < range.data[0]) throw bad('range', 'range is [first, last]');
  const limit = range.data[1] - range.data[0] + 1;
  if (limit > PER_PAGE_MAX) throw bad('range', `a page has at most ${PER_PAGE_MAX} records`);
  return {
    filter: filter.data,
    sort: { field: sort.data[0] as S, order: sort.data[1] === 'ASC' ? 'asc' : 'desc' },
    offset: range.data[0],
    limit,
  };
}

function defaultLimit(filter: unknown): number {
  const { id } = filter as { id?: unknown };
  if (!Array.isArray(id) || id.length === 0) return PER_PAGE_DEFAULT;
  if (id.length > PER_PAGE_MAX) throw bad('filter.id', `name at most ${PER_PAGE_MAX} records`);
  return id.length;
}

/** A page of records with the `Content-Range` react-admin pages by. */
export function answerList<T>(
  c: Context<Env>,
  resource: string,
  query: { offset: number },
  page: { rows: T[]; total: number },
) {
  const last = query.offset + Math.max(page.rows.length - 1, 0);
  c.header('Content-Range', `${resource} ${query.offset}-${last}/${page.total}`);
  return c.json(page.rows, 200);
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw bad(name, `${name} is not JSON`);
  }
}

const bad = (field: string, message: string) =>
  new DomainError('invalid', 'invalid_input', message, { errors: { [field]: message } });
