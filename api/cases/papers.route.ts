import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { listStopSales, readEvidenceFile, readPaperPdf } from '../../db/queries/case-files.ts';
import { CASE_LINE_SORTS, listCaseLines } from '../../db/queries/case-lines.ts';
import type { Env } from '../http/context.ts';
import { invalidInput } from '../http/errors.ts';
import { idempotent } from '../http/idempotency.ts';
import { answerList, listParams, readListQuery } from '../http/list-query.ts';
import { answerPdf } from '../http/pdf-answer.ts';
import { read } from '../http/read.ts';
import { body, found, guard, idParam, json, route, router } from '../http/route.ts';
import { keptPath } from '../http/uploads/keep-file.ts';
import { receiveUpload } from '../http/uploads/receive-upload.ts';
import { addFile } from './add-evidence.ts';
import { listBuyers } from './buyers-list.ts';
import { affectedLine, caseRecord, claimRecord, stopSaleRow } from './case-record.schema.ts';
import { claimBody, day, ground, lang, lineFilter, stopSaleFilter } from './cases.schema.ts';
import { freezeClaim, showClaim } from './claim.ts';
import { gatherCase } from './gather-case.ts';
import { daysAfter, gatherLetter, HOUSE_ANSWER_DAYS } from './gather-letter.ts';
import { CASE_FILE_LIMIT_BYTES } from './keep-case-file.ts';
import { drawPack, handOutPack } from './pack/hand-out-pack.ts';
import { renderCaseLetter } from './pdf/case-letter.ts';

/** The papers, files and figures of a case. */
export const casePaperRoutes = router();

const pdf = (description: string) => ({
  200: { description, content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } } },
});
const binary = (description: string, type: string) => ({
  200: { description, content: { [type]: { schema: z.string().openapi({ format: 'binary' }) } } },
});
const partParam = (name: 'paperId' | 'evidenceId') =>
  z.coerce
    .number()
    .int()
    .positive()
    .max(2_147_483_647)
    .openapi({ param: { name, in: 'path' } });

const lines = route({
  method: 'get',
  path: '/cases/{id}/lines',
  policy: 'cases.show',
  request: { params: idParam, query: listParams },
  responses: json(z.array(affectedLine), 'A page of the sales the case is about'),
});
casePaperRoutes.openapi(lines, async (c) => {
  const { id } = c.req.valid('param');
  const query = readListQuery(c.req.valid('query'), { filter: lineFilter, sorts: CASE_LINE_SORTS });
  const page = await read(c, async (trx) => {
    await gatherCase(trx, c.get('identity'), id);
    return listCaseLines(trx, id, query);
  });
  return answerList(c, 'lines', query, page);
});

const letterQuery = z.object({
  answerBy: day.optional().openapi({ description: 'two weeks from today when not said' }),
  demands: z.string().max(2000).default(''),
  lang: lang.default('zh'),
});
const letter = route({
  method: 'get',
  path: '/cases/{id}/letter.pdf',
  policy: 'cases.work',
  request: { params: idParam, query: letterQuery },
  responses: pdf('The letter to the brand as it would be sent; not kept'),
});
casePaperRoutes.openapi(letter, async (c) => {
  const { id } = c.req.valid('param');
  const { answerBy, ...wish } = c.req.valid('query');
  const paper = await read(c, async (trx) => {
    const gathered = await gatherCase(trx, c.get('identity'), id);
    return gatherLetter(trx, gathered, {
      ...wish,
      answerBy: answerBy ?? daysAfter(gathered.today, HOUSE_ANSWER_DAYS),
    });
  });
  return answerPdf(c, renderCaseLetter(paper).pdf, `${paper.no}.pdf`);
});

const claim = route({
  method: 'get',
  path: '/cases/{id}/claim',
  policy: 'cases.show',
  request: { params: idParam, query: z.object({ ground: ground.default('fraud') }) },
  responses: json(claimRecord, 'What the affected lines come to against the brand'),
});
casePaperRoutes.openapi(claim, async (c) => {
  const { id } = c.req.valid('param');
  const answer = await read(c, async (trx) => {
    await gatherCase(trx, c.get('identity'), id);
    return showClaim(trx, id, c.req.valid('query').ground);
  });
  return c.json(answer, 200);
});

const freeze = route({
  method: 'post',
  path: '/cases/{id}/claim',
  policy: 'cases.work',
  middleware: [idempotent()],
  request: { params: idParam, ...body(claimBody) },
  responses: json(caseRecord, 'The case with its claim'),
});
casePaperRoutes.openapi(freeze, async (c) => {
  const { id } = c.req.valid('param');
  return c.json(await freezeClaim(c.get('services'), c.get('identity'), id, c.req.valid('json')), 200);
});

const paper = route({
  method: 'get',
  path: '/cases/{id}/papers/{paperId}/pdf',
  policy: 'cases.show',
  request: { params: idParam.extend({ paperId: partParam('paperId') }) },
  responses: pdf('A paper as it was frozen'),
});
casePaperRoutes.openapi(paper, async (c) => {
  const { id, paperId } = c.req.valid('param');
  const kept = found(await read(c, (trx) => readPaperPdf(trx, { caseId: id, paperId })), 'paper', paperId);
  return answerPdf(c, kept.bytes, `${kept.no}.pdf`);
});

const buyers = route({
  method: 'get',
  path: '/cases/{id}/buyers.csv',
  policy: 'cases.buyers',
  request: { params: idParam, query: z.object({ for: z.enum(['refund', 'notice']).default('refund') }) },
  responses: binary('Whom to refund or to tell, by order number', 'text/csv'),
});
casePaperRoutes.openapi(buyers, async (c) => {
  const { id } = c.req.valid('param');
  const purpose = c.req.valid('query').for;
  const { csv, no } = await listBuyers(c.get('services'), c.get('identity'), id, purpose);
  return attach(c, new Uint8Array(csv), {
    name: `${no}-${purpose}.csv`,
    mediaType: 'text/csv; charset=utf-8',
  });
});

const file = route({
  method: 'get',
  path: '/cases/{id}/evidence/{evidenceId}/file',
  policy: 'cases.show',
  request: { params: idParam.extend({ evidenceId: partParam('evidenceId') }) },
  responses: binary('The file as it came', 'application/octet-stream'),
});
casePaperRoutes.openapi(file, async (c) => {
  const { id, evidenceId } = c.req.valid('param');
  const kept = found(
    await read(c, (trx) => readEvidenceFile(trx, { caseId: id, evidenceId })),
    'file of evidence',
    evidenceId,
  );
  const path = keptPath(c.get('services').dataDir, kept.sha256);
  const { size } = await stat(path);
  c.header('content-length', String(size));
  const stream = Readable.toWeb(createReadStream(path)) as ReadableStream;
  return attach(c, stream, { name: kept.fileName, mediaType: kept.mediaType });
});

/** The body of an upload is no input of the route: it is read as it arrives, never as a whole. */
const fileQuery = z.object({
  title: z.string().trim().min(1).max(200),
  note: z.string().trim().max(4000).default(''),
});
const upload = route({
  method: 'post',
  path: '/cases/{id}/files',
  policy: 'cases.evidence',
  responses: json(caseRecord, 'The case with the file among its evidence'),
});
const { middleware: _, ...uploadDocumented } = upload;
casePaperRoutes.openAPIRegistry.registerPath({
  ...uploadDocumented,
  request: {
    params: idParam,
    query: fileQuery,
    body: {
      required: true,
      content: {
        'multipart/form-data': { schema: z.object({ file: z.string().openapi({ format: 'binary' }) }) },
      },
    },
  },
});
casePaperRoutes.post('/cases/:id/files', guard('cases.evidence'), async (c) => {
  const { id } = found(idParam.safeParse(c.req.param()).data, 'case', c.req.param('id'));
  const query = fileQuery.safeParse(c.req.query());
  if (!query.success) throw invalidInput(query.error);
  const { dataDir } = c.get('services');
  const answer = await receiveUpload(c.req.raw, dataDir, CASE_FILE_LIMIT_BYTES, (one) =>
    addFile(c.get('services'), c.get('identity'), id, query.data, one),
  );
  return c.json(answer, 200);
});

const langQuery = z.object({ lang: lang.default('zh') });
const packPdf = route({
  method: 'get',
  path: '/cases/{id}/evidence-pack.pdf',
  policy: 'cases.pack',
  request: { params: idParam, query: langQuery },
  responses: pdf('The evidence pack on paper'),
});
casePaperRoutes.openapi(packPdf, async (c) => {
  const { id } = c.req.valid('param');
  const { bytes, no } = await drawPack(c.get('services'), c.get('identity'), id, c.req.valid('query').lang);
  return answerPdf(c, bytes, `${no}-E.pdf`);
});

const pack = route({
  method: 'get',
  path: '/cases/{id}/evidence-pack',
  policy: 'cases.pack',
  request: { params: idParam, query: langQuery },
  responses: binary('The evidence pack with every file and its hash', 'application/zip'),
});
casePaperRoutes.openapi(pack, async (c) => {
  const { id } = c.req.valid('param');
  const built = await handOutPack(c.get('services'), c.get('identity'), id, c.req.valid('query').lang);
  const stream = Readable.toWeb(Readable.from(built.zip)) as ReadableStream;
  return attach(c, stream, { name: `${built.manifest.caseNo}.zip`, mediaType: 'application/zip' });
});

const stops = route({
  method: 'get',
  path: '/stop-sales',
  policy: 'stop-sales.list',
  request: { query: listParams },
  responses: json(z.array(stopSaleRow), 'Goods whose sale is or was stopped by a case'),
});
casePaperRoutes.openapi(stops, async (c) => {
  const query = readListQuery(c.req.valid('query'), { filter: stopSaleFilter, sorts: ['id'] });
  return answerList(c, 'stop-sales', query, await read(c, (trx) => listStopSales(trx, query)));
});

function attach(
  c: Context<Env>,
  content: Uint8Array<ArrayBuffer> | ReadableStream,
  { name, mediaType }: { name: string; mediaType: string },
) {
  return c.body(content, 200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
}
