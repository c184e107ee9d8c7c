import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Env } from './http/context.ts';

/** Every feature's routes, mounted under /api: the one place that knows them all. */
export const features: readonly OpenAPIHono<Env>[] = [];
