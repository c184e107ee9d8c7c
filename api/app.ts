import type { OpenAPIHono } from '@hono/zod-openapi';
import { features } from './features.ts';
import { bodyGuard } from './http/body-guard.ts';
import type { AppOptions, Env, Services } from './http/context.ts';
import { answerError } from './http/errors.ts';
import { healthRoutes } from './http/health.route.ts';
import { identity } from './http/identity.ts';
import { openApiDocument } from './http/openapi.ts';
import { requestContext } from './http/request-context.ts';
import { router } from './http/route.ts';
import { sameOrigin } from './http/same-origin.ts';
import { screens } from './http/screens.ts';
import { securityHeaders } from './http/security-headers.ts';
import { signInRoutes } from './http/sign-in.route.ts';
import { stepUpRoutes } from './http/step-up.route.ts';

/**
 * The whole product as one app: the guards in the order of the way in (cross-site, body, sign-in), then the
 * features, a JSON 404 for everything else under /api, and the screens for the rest.
 */
export function createApp(services: Services, options: AppOptions): OpenAPIHono<Env> {
  const app = router();
  app.onError(answerError);
  app.use(
    requestContext(services, options),
    securityHeaders(options.publicUrl),
    sameOrigin(options.publicUrl),
  );
  app.use('/api/*', bodyGuard(), identity(options));
  app.route('/', healthRoutes(options));
  app.route('/api', signInRoutes(services, options));
  app.route('/api', stepUpRoutes(services, options));
  for (const feature of features) app.route('/api', feature);
  app.get('/api/openapi.json', (c) => c.json(openApiDocument(app)));
  app.all('/api/*', (c) =>
    c.json(
      { code: 'not_found', message: `there is nothing at ${c.req.path}`, requestId: c.get('requestId') },
      404,
    ),
  );
  if (options.webDir) app.all('*', screens(options.webDir));
  return app;
}
