import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Env } from './context.ts';

/** The contract, made from the routes themselves; `x-policy` says who may call each. */
export function openApiDocument(app: OpenAPIHono<Env>) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'FairCast 明播',
      version: '1',
      description:
        'Lists take filter, sort and range as JSON and answer with Content-Range. Unsafe methods need an Origin of this ' +
        'host; verbs an Idempotency-Key. Money is whole fen, rates are basis points.',
    },
  });
}
