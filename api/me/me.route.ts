import { z } from '@hono/zod-openapi';
import { listHistory } from '../../db/queries/audit.ts';
import { listSessions } from '../../db/queries/sessions.ts';
import { findUser } from '../../db/queries/users.ts';
import { may, policy } from '../domain/permission.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, json, route, router } from '../http/route.ts';
import { editProfile } from './edit-profile.ts';
import { historyEntry, historyFilter, me, profileInput, session, sessionIdParam } from './me.schema.ts';
import { revokeSession } from './revoke-session.ts';

export const meRoutes = router();

const show = route({
  method: 'get',
  path: '/me',
  policy: 'me.show',
  responses: json(me, 'Who is signed in, and what they may do'),
});
meRoutes.openapi(show, async (c) => {
  const { userId } = c.get('identity');
  const user = found(await read(c, (trx) => findUser(trx, userId)), 'user', userId);
  return c.json({ ...user, can: Object.keys(policy).filter((action) => may(user.role, action)) }, 200);
});

const edit = route({
  method: 'put',
  path: '/me',
  policy: 'me.edit',
  request: body(profileInput),
  responses: json(me, 'The changed profile'),
});
meRoutes.openapi(edit, async (c) => {
  const user = await editProfile(c.get('services'), c.get('identity'), c.req.valid('json'));
  return c.json({ ...user, can: Object.keys(policy).filter((action) => may(user.role, action)) }, 200);
});

const sessions = route({
  method: 'get',
  path: '/sessions',
  policy: 'sessions.list',
  request: { query: listParams },
  responses: json(z.array(session), 'Own sign-ins'),
});
meRoutes.openapi(sessions, async (c) => {
  const own = await read(c, (trx) => listSessions(trx, c.get('identity').userId));
  const rows = own.map((row) => ({ ...row, current: row.id === c.get('sessionId') }));
  return answerList(c, 'sessions', { offset: 0 }, { rows, total: rows.length });
});

const revoke = route({
  method: 'post',
  path: '/sessions/{id}/revoke',
  policy: 'sessions.revoke',
  middleware: [idempotent()],
  request: { params: sessionIdParam },
  responses: json(z.object({ id: z.string() }), 'The ended session'),
});
meRoutes.openapi(revoke, async (c) => {
  const { id } = c.req.valid('param');
  await revokeSession(c.get('services'), c.get('identity'), id);
  return c.json({ id }, 200);
});

const history = route({
  method: 'get',
  path: '/history',
  policy: 'history.list',
  request: { query: listParams },
  responses: json(z.array(historyEntry), 'What happened to one record, newest first'),
});
meRoutes.openapi(history, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: historyFilter, sorts: ['id', 'at'] });
  return answerList(c, 'history', query, await read(c, (trx) => listHistory(trx, query)));
});
