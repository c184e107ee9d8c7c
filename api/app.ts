import type { OpenAPIHono } from '@hono/zod-openapi';
import { features } from './features.ts';
import { bodyGuard } from './http/body-guard.ts';
import type { AppOptions, Env, Services } from './http/context.ts';
import { answerError } from './http/errors.ts';
import { identity } from './http/identity.ts';
import { requestContext } from './http/request-context.ts';
import { router } from './http/route.ts';
import { sameOrigin } from './http/same-origin.ts';
import { signInRoutes } from './http/sign-in.route.ts';

/**
 * The whole API as one app: the guards in the order of the way in (address, cross-site, body, sign-in), then the
 * features, then a JSON 404 for everything else under /api.
 */
export function createApp(services: Services, options: AppOptions): OpenAPIHono<Env> {
  const app = router();
  app.onError(answerError);
  app.use(requestContext(services, options));
  app.use('/api/*', sameOrigin(options.publicUrl), bodyGuard(), identity(options));
  app.route('/api', signInRoutes(services, options));
  for (const feature of features) app.route('/api', feature);
  app.all('/api/*', (c) =>
    c.json(
      { code: 'not_found', message: `there is nothing at ${c.req.path}`, requestId: c.get('requestId') },
      404,
    ),
  );
  return app;
}
