import { z } from '@hono/zod-openapi';
import { readToday } from '../../db/queries/anchors.ts';
import { readPaymentSettings } from '../../db/queries/payment-settings.ts';
import { listTaxInputs, listTaxProfiles } from '../../db/queries/tax-profiles.ts';
import { listWithholdings, readCertificateFacts, sumQuarter } from '../../db/queries/tax-report.ts';
import { DomainError } from '../domain/error.ts';
import { ANCHOR_REGIMES } from '../domain/tax/anchor-month.ts';
import { whyNotUseRegime } from '../domain/tax/settings.ts';
import { REGIMES } from '../domain/tax/withhold.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { answerPdf } from '../http/pdf-answer.ts';
import { read } from '../http/read.ts';
import { body, found, idParam, json, route, router } from '../http/route.ts';
import { quarterCsv, tellQuarter } from './quarter-report.ts';
import { recordTaxInput, recordTaxProfile } from './record-tax.ts';
import { renderTaxCertificate } from './tax-certificate.ts';
import {
  certificateQuery,
  profileFilter,
  profileInput,
  profileRecord,
  quarterQuery,
  quarterReport,
  regimeRecord,
  taxInputFilter,
  taxInputInput,
  taxInputRecord,
  withholdingFilter,
  withholdingRecord,
} from './taxes.schema.ts';

/** Under which regime anchors are paid, what was withheld, and the papers of it. */
export const taxRoutes = router();

const profiles = route({
  method: 'get',
  path: '/tax-profiles',
  policy: 'tax-profiles.list',
  request: { query: listParams },
  responses: json(z.array(profileRecord), 'A page of profiles'),
});
taxRoutes.openapi(profiles, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: profileFilter, sorts: ['id'] });
  return answerList(c, 'tax-profiles', query, await read(c, (trx) => listTaxProfiles(trx, query)));
});

const record = route({
  method: 'post',
  path: '/anchors/{id}/tax-profiles',
  policy: 'tax-profiles.record',
  middleware: [idempotent()],
  request: { params: idParam, ...body(profileInput) },
  responses: json(profileRecord, 'The profile from its month on'),
});
taxRoutes.openapi(record, async (c) => {
  const { id } = c.req.valid('param');
  const { db } = c.get('services');
  return c.json(await recordTaxProfile(db, c.get('identity'), id, c.req.valid('json')), 200);
});

const inputs = route({
  method: 'get',
  path: '/tax-inputs',
  policy: 'tax-profiles.list',
  request: { query: listParams },
  responses: json(z.array(taxInputRecord), 'Inputs, newest first'),
});
taxRoutes.openapi(inputs, async (c) => {
  const { filter } = readListQuery(c.req.valid('query'), { filter: taxInputFilter, sorts: ['id'] });
  const rows = await read(c, (trx) => listTaxInputs(trx, filter));
  return answerList(c, 'tax-inputs', { offset: 0 }, { rows, total: rows.length });
});

const input = route({
  method: 'post',
  path: '/anchors/{id}/tax-inputs',
  policy: 'tax-profiles.record',
  middleware: [idempotent()],
  request: { params: idParam, ...body(taxInputInput) },
  responses: json(taxInputRecord, 'What counts for the month now'),
});
taxRoutes.openapi(input, async (c) => {
  const { id } = c.req.valid('param');
  const { db } = c.get('services');
  return c.json(await recordTaxInput(db, c.get('identity'), id, c.req.valid('json')), 200);
});

const regimes = route({
  method: 'get',
  path: '/tax-regimes',
  policy: 'tax-profiles.list',
  responses: json(z.array(regimeRecord), 'The regimes a profile may name'),
});
taxRoutes.openapi(regimes, async (c) => {
  const isAnchor = c.get('identity').role === 'anchor';
  const settings = isAnchor ? undefined : await read(c, readPaymentSettings);
  const switches = {
    platformWorkerCumulative: settings?.platformWorkerCumulative ?? false,
    naturalPersonVat: settings?.naturalPersonVat ?? false,
  };
  const rows = ANCHOR_REGIMES.map((regime) => {
    const refusal = whyNotUseRegime(regime, switches) ?? null;
    return { regime, title: REGIMES[regime].title, allowed: refusal === null, refusal };
  });
  return c.json(rows, 200);
});

const withholdings = route({
  method: 'get',
  path: '/tax-withholdings',
  policy: 'tax-withholdings.list',
  request: { query: listParams },
  responses: json(z.array(withholdingRecord), 'What was withheld, with its working'),
});
taxRoutes.openapi(withholdings, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: withholdingFilter, sorts: ['id'] });
  return answerList(c, 'tax-withholdings', query, await read(c, (trx) => listWithholdings(trx, query)));
});

const quarter = route({
  method: 'get',
  path: '/tax/quarter',
  policy: 'tax.report',
  request: { query: quarterQuery },
  responses: json(quarterReport, 'The sums of a quarter'),
});
taxRoutes.openapi(quarter, async (c) => {
  const { year, quarter: n } = c.req.valid('query');
  return c.json(tellQuarter(year, n, await read(c, (trx) => sumQuarter(trx, year, n))), 200);
});

const csv = route({
  method: 'get',
  path: '/tax/quarter.csv',
  policy: 'tax.report',
  request: { query: quarterQuery },
  responses: {
    200: { description: 'The sums of a quarter', content: { 'text/csv': { schema: z.string() } } },
  },
});
taxRoutes.openapi(csv, async (c) => {
  const { year, quarter: n } = c.req.valid('query');
  const report = tellQuarter(year, n, await read(c, (trx) => sumQuarter(trx, year, n)));
  return c.body(quarterCsv(report), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="tax-${year}-Q${n}.csv"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
});

const certificate = route({
  method: 'get',
  path: '/anchors/{id}/tax-certificate.pdf',
  policy: 'tax-withholdings.list',
  request: { params: idParam, query: certificateQuery },
  responses: {
    200: {
      description: 'Income and tax of a year',
      content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});
taxRoutes.openapi(certificate, async (c) => {
  const { id } = c.req.valid('param');
  const { year, lang } = c.req.valid('query');
  const { facts, issuedOn } = await read(c, async (trx) => ({
    facts: found(await readCertificateFacts(trx, id, year), 'anchor', id),
    issuedOn: await readToday(trx),
  }));
  if (facts.months.length === 0)
    throw new DomainError('conflict', 'nothing_withheld', `nothing was withheld of this anchor in ${year}`);
  const no = `TC${year}-${String(id).padStart(5, '0')}`;
  return answerPdf(c, renderTaxCertificate({ version: 1, no, year, lang, issuedOn, ...facts }), `${no}.pdf`);
});
