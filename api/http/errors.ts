import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { constraintError } from '../../db/constraint-error.ts';
import { DomainError, type ErrorKind, type FieldErrors } from '../domain/error.ts';
import type { Env } from './context.ts';

const STATUS: Record<ErrorKind, ContentfulStatusCode> = {
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  too_many: 429,
};

const HTTP_CODES: Partial<Record<number, string>> = {
  400: 'malformed_request',
  413: 'too_large',
  415: 'json_only',
};

export interface ErrorBody {
  code: string;
  message: string;
  requestId: string;
  errors?: FieldErrors;
  details?: Record<string, unknown>;
}

/** Every refusal leaves through here; anything that is not a refusal is a bug: logged, 500, no detail out. */
export function answerError(error: Error, c: Context<Env>): Response {
  const requestId = c.get('requestId');
  const refusal = error instanceof DomainError ? error : (constraintError(error) ?? unstorableText(error));
  if (refusal) {
    const { code, message, errors, details } = refusal;
    return c.json({ code, message, requestId, errors, details } satisfies ErrorBody, STATUS[refusal.kind]);
  }
  if (error instanceof HTTPException) {
    const code = HTTP_CODES[error.status] ?? 'refused';
    return c.json(
      { code, message: error.message || 'The request could not be read.', requestId },
      error.status,
    );
  }
  c.get('services').log.error({ requestId, err: error, path: c.req.path }, 'unexpected error');
  return c.json({ code: 'internal', message: 'Something went wrong on our side.', requestId }, 500);
}

/** A zod refusal as field errors: `lines.3.rateBps` → what is wrong with it. */
export function invalidInput(error: {
  issues: readonly { path: PropertyKey[]; message: string; code?: string; keys?: string[] }[];
}): DomainError {
  const errors: FieldErrors = {};
  for (const issue of error.issues) {
    for (const key of issue.keys ?? [undefined]) {
      const path = [...issue.path, ...(key === undefined ? [] : [key])].join('.');
      errors[path || '_'] ??= issue.code === 'unrecognized_keys' ? 'unknown field' : issue.message;
    }
  }
  const named = Object.entries(errors).map(([path, message]) => `${path}: ${message}`);
  return new DomainError('invalid', 'invalid_input', named.slice(0, 5).join('; '), { errors });
}

/**
 * A NUL character passes JSON and zod, but no PostgreSQL text can hold one (22021 as text, 22P05 inside jsonb); nor does
 * jsonb take half of a surrogate pair (22P02).
 */
function unstorableText(error: Error & { code?: unknown; detail?: unknown }): DomainError | undefined {
  const isHalfPair = error.code === '22P02' && /surrogate/.test(String(error.detail));
  if (error.code !== '22021' && error.code !== '22P05' && !isHalfPair) return undefined;
  return new DomainError(
    'invalid',
    'unstorable_text',
    'a text holds a character that cannot be stored (NUL)',
  );
}
