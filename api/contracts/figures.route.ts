import { z } from '@hono/zod-openapi';
import { read } from '../http/read.ts';
import { json, route, router } from '../http/route.ts';
import { showFigures, showProposedTerms } from './show-figures.ts';
import { placeOf, versionParams } from './version-params.ts';

/** What the text says in figures: terms to confirm, and what they cost this anchor. */
export const figureRoutes = router();

const basis = z.object({
  law: z.string(),
  article: z.string(),
  point: z.string(),
  status: z.literal('verified'),
});
const said = {
  key: z.string(),
  values: z.record(z.string(), z.string()),
  text: z.string(),
  textEn: z.string(),
  bases: z.array(basis).readonly(),
  beside: z.array(z.string()).readonly().openapi({ description: 'types of finding it stands beside' }),
};

const figures = z
  .object({
    income: z
      .object({
        months: z.int(),
        firstMonth: z.string(),
        lastMonth: z.string(),
        earnedFen: z.int(),
        averageFen: z.int(),
      })
      .nullable()
      .openapi({ description: 'null: no settled month' }),
    figures: z.array(
      z.object({
        ...said,
        amountFen: z.int().optional(),
        hundredths: z.int().optional().openapi({ description: 'so many times or months, in hundredths' }),
        missing: z.string().optional().openapi({ description: 'what is not known; then there is no figure' }),
      }),
    ),
  })
  .openapi('ContractFigures');

const askQuery = z.object({
  fairBps: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000)
    .optional()
    .openapi({ description: 'a share of the commission to compare with; for staff' }),
});

const proposed = z
  .object({
    terms: z.array(
      z.object({
        field: z.string(),
        value: z.any().openapi({ type: 'object', description: 'by its field; see the reader of terms' }),
        clauseNo: z.string(),
        clauseIndex: z.int(),
        quote: z.string(),
        start: z.int(),
        end: z.int(),
        confidence: z.enum(['high', 'medium', 'low']),
      }),
    ),
    mismatches: z.array(
      z.object({
        start: z.int(),
        end: z.int(),
        quote: z.string(),
        reason: z.object({ zh: z.string(), en: z.string() }),
      }),
    ),
  })
  .openapi('ContractProposedTerms');

const show = route({
  method: 'get',
  path: '/contracts/{id}/versions/{versionId}/figures',
  policy: 'contracts.show',
  request: { params: versionParams, query: askQuery },
  responses: json(figures, 'The contract in this anchor’s figures'),
});
figureRoutes.openapi(show, async (c) =>
  c.json(
    await read(c, (trx) =>
      showFigures(trx, c.get('identity'), placeOf(c.req.valid('param')), c.req.valid('query').fairBps),
    ),
    200,
  ),
);

const propose = route({
  method: 'get',
  path: '/contracts/{id}/versions/{versionId}/proposed-terms',
  policy: 'contracts.edit',
  request: { params: versionParams },
  responses: json(proposed, 'What the text seems to agree on; a person confirms it'),
});
figureRoutes.openapi(propose, async (c) =>
  c.json(
    await read(c, (trx) => showProposedTerms(trx, c.get('identity'), placeOf(c.req.valid('param')))),
    200,
  ),
);
