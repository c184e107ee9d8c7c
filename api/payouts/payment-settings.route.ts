import { read } from '../http/read.ts';
import { body, json, route, router } from '../http/route.ts';
import {
  csvPreview,
  csvPreviewInput,
  returnPreview,
  returnPreviewInput,
  settingsEdit,
  settingsRecord,
} from './payment-settings.schema.ts';
import { editPaymentSettings, readSettings } from './payment-settings.ts';
import { previewCsv, previewReturnFile } from './preview-bank-files.ts';

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

const csv = route({
  method: 'post',
  path: '/payment-settings/csv-preview',
  policy: 'payment-settings.edit',
  request: body(csvPreviewInput),
  responses: json(csvPreview, 'The file as this template writes it, with invented payments; nothing is kept'),
});
paymentSettingRoutes.openapi(csv, async (c) => c.json(previewCsv(c.req.valid('json').csvTemplate), 200));

const answer = route({
  method: 'post',
  path: '/payment-settings/return-preview',
  policy: 'payment-settings.edit',
  request: body(returnPreviewInput),
  responses: json(returnPreview, 'How a bank’s answer is read by this mapping; nothing is kept'),
});
paymentSettingRoutes.openapi(answer, async (c) => c.json(await previewReturnFile(c.req.valid('json')), 200));
