import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Env } from './http/context.ts';
import { meRoutes } from './me/me.route.ts';
import { userRoutes } from './users/users.route.ts';

/** Every feature's routes, mounted under /api: the one place that knows them all. */
export const features: readonly OpenAPIHono<Env>[] = [userRoutes, meRoutes];
