import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { runRaw } from '../../db/queries/sessions.ts';
import type { AppOptions, Env } from './context.ts';
import { json, route, router } from './route.ts';

const READY_WITHIN_MS = 500;
const manifest = JSON.parse(fs.readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const state = z.object({ status: z.string() });

/** For whoever watches the process: alive (never asks the database), ready, and which version. */
export function healthRoutes({ isDraining }: AppOptions): OpenAPIHono<Env> {
  const routes = router();
  const livez = route({
    method: 'get',
    path: '/livez',
    policy: 'public',
    responses: json(state, 'The process answers'),
  });
  routes.openapi(livez, (c) => c.json({ status: 'alive' }, 200));

  const readyz = route({
    method: 'get',
    path: '/readyz',
    policy: 'public',
    responses: {
      ...json(state, 'Send requests'),
      503: { description: 'Send none: starting, stopping or without database' },
    },
  });
  routes.openapi(readyz, async (c) => {
    if (isDraining?.()) return c.json({ status: 'stopping' }, 503);
    const answered = runRaw(c.get('services').db, 'select 1', []).then(
      () => true,
      () => false,
    );
    const isReady = await Promise.race([answered, sleep(READY_WITHIN_MS, false, { ref: false })]);
    return isReady ? c.json({ status: 'ready' }, 200) : c.json({ status: 'no_database' }, 503);
  });

  const version = route({
    method: 'get',
    path: '/version',
    policy: 'public',
    responses: json(z.object({ version: z.string() }), 'The version'),
  });
  routes.openapi(version, (c) => c.json({ version: manifest.version }, 200));
  return routes;
}
