import { z } from '@hono/zod-openapi';
import { findUser, listStaff, listUsers, userSorts } from '../../db/queries/users.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { read } from '../http/read.ts';
import { body, found, json, route, router } from '../http/route.ts';
import { createUser } from './create-user.ts';
import { editUser } from './edit-user.ts';
import { resetPassword } from './reset-password.ts';
import {
  createUserInput,
  editUserInput,
  resetPasswordInput,
  staffFilter,
  staffMember,
  user,
  userFilter,
  userIdParam,
} from './users.schema.ts';

export const userRoutes = router();

const list = route({
  method: 'get',
  path: '/users',
  policy: 'users.list',
  request: { query: listParams },
  responses: json(z.array(user), 'A page of users'),
});
userRoutes.openapi(list, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: userFilter, sorts: userSorts });
  return answerList(c, 'users', query, await read(c, (trx) => listUsers(trx, query)));
});

const show = route({
  method: 'get',
  path: '/users/{id}',
  policy: 'users.show',
  request: { params: userIdParam },
  responses: json(user, 'One user'),
});
userRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(found(await read(c, (trx) => findUser(trx, id)), 'user', id), 200);
});

const create = route({
  method: 'post',
  path: '/users',
  policy: 'users.create',
  request: body(createUserInput),
  responses: json(user, 'The new user'),
});
userRoutes.openapi(create, async (c) => {
  return c.json(await createUser(c.get('services'), c.get('identity'), c.req.valid('json')), 200);
});

const edit = route({
  method: 'put',
  path: '/users/{id}',
  policy: 'users.edit',
  request: { params: userIdParam, ...body(editUserInput) },
  responses: json(user, 'The changed user'),
});
userRoutes.openapi(edit, async (c) => {
  const { rowVersion, name, role, scope, teamId, anchorId, locale, banned } = c.req.valid('json');
  const change = { name, role, scope, teamId, anchorId, locale, banned };
  return c.json(
    await editUser(c.get('services'), c.get('identity'), { ...c.req.valid('param'), rowVersion, change }),
    200,
  );
});

// Not idempotent by key: what is kept under a key must hold nothing made from a password.
const reset = route({
  method: 'post',
  path: '/users/{id}/password',
  policy: 'users.edit',
  request: { params: userIdParam, ...body(resetPasswordInput) },
  responses: json(user, 'The user'),
});
userRoutes.openapi(reset, async (c) => {
  const input = { ...c.req.valid('param'), ...c.req.valid('json') };
  return c.json(await resetPassword(c.get('services'), c.get('identity'), input), 200);
});

const staff = route({
  method: 'get',
  path: '/staff',
  policy: 'staff.list',
  request: { query: listParams },
  responses: json(z.array(staffMember), 'People who may be named as manager or owner'),
});
userRoutes.openapi(staff, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: staffFilter, sorts: ['name', 'id'] });
  return answerList(c, 'staff', query, await read(c, (trx) => listStaff(trx, query)));
});
