import { createRoute, OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { DomainError, refuse } from '../domain/error.ts';
import { type Action, whyNot } from '../domain/permission.ts';
import type { Env } from './context.ts';
import { invalidInput } from './errors.ts';

/** Who may call a route: an action of the policy table, or nobody asked (`public`: health, sign-in). */
export type RoutePolicy = Action | 'public';

/** A router whose bad input leaves as a 422 with every field named; an id that cannot be one is a 404 like any unknown id. */
export const router = (): OpenAPIHono<Env> =>
  new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return;
      if (result.target === 'param')
        throw new DomainError('not_found', 'not_found', `there is nothing at ${c.req.path}`);
      throw invalidInput(result.error);
    },
  });

type NamedRoute<P extends string> = Omit<RouteConfig, 'path' | 'middleware'> & {
  path: P;
  policy: RoutePolicy;
  /** After the guard, before the input is read: `[idempotent()]` for a verb. */
  middleware?: readonly MiddlewareHandler<Env>[];
};

/**
 * `createRoute` that cannot be written without a policy: the guard runs before the input is read,
 * and the policy is published as `x-policy` in the OpenAPI document.
 */
export function route<P extends string, R extends NamedRoute<P>>(config: R) {
  const { policy, middleware, ...rest } = config;
  return createRoute({
    ...rest,
    middleware: [guard(policy), ...(middleware ?? [])],
    'x-policy': policy,
  } as Omit<R, 'policy' | 'middleware'> & { middleware: MiddlewareHandler<Env>[]; 'x-policy': RoutePolicy });
}

/** Refuses before anything is read: 401 without a sign-in, 403 with the reason of the policy table. */
export function guard(policy: RoutePolicy): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (policy !== 'public') {
      const identity = c.get('identity');
      if (!identity)
        return c.json(
          { code: 'sign_in_first', message: 'Please sign in.', requestId: c.get('requestId') },
          401,
        );
      const reason = whyNot(identity.role, policy);
      if (reason) throw refuse('forbidden', reason);
    }
    await next();
  };
}

export const idParam = z.object({
  id: z.coerce
    .number()
    .int()
    .positive()
    .max(2_147_483_647)
    .openapi({ param: { name: 'id', in: 'path' } }),
});

/** A JSON answer of this shape. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
});

/** A JSON body of this shape. */
export const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});

/** 404 for what is not there and for what this identity may not see: the two look the same. */
export function found<T>(record: T | undefined, what: string, id: number | string): T {
  if (record === undefined) throw new DomainError('not_found', 'not_found', `there is no ${what} ${id}`);
  return record;
}
