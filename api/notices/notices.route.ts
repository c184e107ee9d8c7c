import { z } from '@hono/zod-openapi';
import { countUnread, findNotice, listNotices } from '../../db/queries/notices.ts';
import { DomainError } from '../domain/error.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { idParam, json, route, router } from '../http/route.ts';
import { readNotices } from './read-notices.ts';

/** What the product tells a person: own notices alone. */
export const noticeRoutes = router();

const noticeRecord = z
  .object({
    id: z.int(),
    kind: z.string(),
    entity: z.string(),
    entityId: z.string(),
    data: z.record(z.string(), z.unknown()),
    at: z.string(),
    readAt: z.string().nullable(),
  })
  .openapi('Notice');
const filter = z
  .object({ isRead: z.boolean(), id: z.array(z.int().positive()).min(1).max(200) })
  .partial()
  .strict();

const list = route({
  method: 'get',
  path: '/notices',
  policy: 'notices.list',
  request: { query: listParams },
  responses: json(z.array(noticeRecord), 'Own notices, newest first'),
});
noticeRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter, sorts: ['id'] });
  return answerList(c, 'notices', query, await read(c, (trx) => listNotices(trx, query)));
});

const count = route({
  method: 'get',
  path: '/notices/count',
  policy: 'notices.list',
  responses: json(z.object({ unread: z.int() }), 'How many are unread'),
});
noticeRoutes.openapi(count, async (c) => c.json({ unread: await read(c, countUnread) }, 200));

const readAll = route({
  method: 'post',
  path: '/notices/read-all',
  policy: 'notices.read',
  middleware: [idempotent()],
  responses: json(z.object({ read: z.int() }), 'How many were read by this'),
});
noticeRoutes.openapi(readAll, async (c) =>
  c.json({ read: await readNotices(c.get('services').db, c.get('identity'), null) }, 200),
);

const readOne = route({
  method: 'post',
  path: '/notices/{id}/read',
  policy: 'notices.read',
  middleware: [idempotent()],
  request: { params: idParam },
  responses: json(z.object({ read: z.int() }), '1, or 0 when it was read already'),
});
noticeRoutes.openapi(readOne, async (c) => {
  const { id } = c.req.valid('param');
  if (!(await read(c, (trx) => findNotice(trx, id))))
    throw new DomainError('not_found', 'not_found', `there is no notice ${id}`);
  return c.json({ read: await readNotices(c.get('services').db, c.get('identity'), id) }, 200);
});
