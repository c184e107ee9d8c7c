import { z } from '@hono/zod-openapi';
import { answerPdf } from '../http/pdf-answer.ts';
import { read } from '../http/read.ts';
import { route, router } from '../http/route.ts';
import { gatherCertificate, gatherReport } from './gather-papers.ts';
import { renderAcceptanceCertificate } from './pdf/acceptance-certificate.ts';
import { renderNegotiationSheet } from './pdf/render-negotiation-sheet.ts';
import { renderReviewReport } from './pdf/render-review-report.ts';
import { placeOf, versionParams } from './version-params.ts';

/** Papers to take along: the review, one page to negotiate with, the certificate of what was accepted. */
export const paperRoutes = router();

const pdf = (description: string) => ({
  200: { description, content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } } },
});
const langQuery = z.object({ lang: z.enum(['zh', 'en']).default('zh') });
const V = '/contracts/{id}/versions/{versionId}' as const;

const report = route({
  method: 'get',
  path: `${V}/report.pdf`,
  policy: 'contracts.show',
  request: { params: versionParams, query: langQuery },
  responses: pdf('The review report'),
});
paperRoutes.openapi(report, async (c) => {
  const place = placeOf(c.req.valid('param'));
  const { lang } = c.req.valid('query');
  const paper = await read(c, (trx) => gatherReport(trx, c.get('identity'), place, lang));
  return answerPdf(c, renderReviewReport(paper).pdf, `${paper.no}.pdf`);
});

const sheet = route({
  method: 'get',
  path: `${V}/sheet.pdf`,
  policy: 'contracts.show',
  request: { params: versionParams, query: langQuery },
  responses: pdf('One page to negotiate with'),
});
paperRoutes.openapi(sheet, async (c) => {
  const place = placeOf(c.req.valid('param'));
  const { lang } = c.req.valid('query');
  const paper = await read(c, (trx) => gatherReport(trx, c.get('identity'), place, lang));
  return answerPdf(c, renderNegotiationSheet(paper).pdf, `${paper.no}-sheet.pdf`);
});

const certificate = route({
  method: 'get',
  path: `${V}/certificate.pdf`,
  policy: 'contracts.show',
  request: { params: versionParams, query: langQuery },
  responses: pdf('What both sides agreed to, and how'),
});
paperRoutes.openapi(certificate, async (c) => {
  const place = placeOf(c.req.valid('param'));
  const { lang } = c.req.valid('query');
  const paper = await read(c, (trx) => gatherCertificate(trx, c.get('identity'), place, lang));
  return answerPdf(c, renderAcceptanceCertificate(paper).pdf, `${paper.no}.pdf`);
});
