import { read } from '../http/read.ts';
import { body, json, route, router } from '../http/route.ts';
import { settingsEdit, settingsRecord } from './payment-settings.schema.ts';
import { editPaymentSettings, readSettings } from './payment-settings.ts';

/** How this agency confirms, approves, withholds and pays. */
export const paymentSettingRoutes = router();
const record = json(settingsRecord, 'The settings, with what is in force where the agency said nothing');

const show = route({
  method: 'get',
  path: '/payment-settings',
  policy: 'payment-settings.show',
  responses: record,
});
paymentSettingRoutes.openapi(show, async (c) => c.json(await read(c, readSettings), 200));

const edit = route({
  method: 'put',
  path: '/payment-settings',
  policy: 'payment-settings.edit',
  request: body(settingsEdit),
  responses: record,
});
paymentSettingRoutes.openapi(edit, async (c) =>
  c.json(await editPaymentSettings(c.get('services'), c.get('identity'), c.req.valid('json')), 200),
);
