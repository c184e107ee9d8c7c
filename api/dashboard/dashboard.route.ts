import { z } from '@hono/zod-openapi';
import { readOwnMonth, readStaffFigures, type StaffSight } from '../../db/queries/dashboard.ts';
import type { Identity } from '../domain/identity.ts';
import { may } from '../domain/permission.ts';
import { read } from '../http/read.ts';
import { json, route, router } from '../http/route.ts';
import { ownMonth, staffFigures } from './dashboard.schema.ts';

/** The first page: what waits for the staff, and how an anchor's own month runs. */
export const dashboardRoutes = router();

const show = route({
  method: 'get',
  path: '/dashboard',
  policy: 'dashboard.show',
  responses: json(z.union([ownMonth, staffFigures]), 'The own month for an anchor, what waits for the staff'),
});
dashboardRoutes.openapi(show, async (c) => {
  const { role } = c.get('identity');
  if (role === 'anchor') return c.json(await read(c, readOwnMonth), 200);
  return c.json(await read(c, (trx) => readStaffFigures(trx, sightOf(role))), 200);
});

/** A figure is shown to those who may open the list behind it. */
const sightOf = (role: Identity['role']): StaffSight => ({
  settlements: may(role, 'settlements.list'),
  orders: may(role, 'orders.list'),
  imports: may(role, 'imports.list'),
  payouts: may(role, 'payouts.list'),
  contracts: may(role, 'contracts.list'),
  books: may(role, 'books.check'),
});
