import { z } from '@hono/zod-openapi';
import { readPaymentSettings } from '../../db/queries/payment-settings.ts';
import { isMonthClosed } from '../../db/queries/settlement-gather.ts';
import type { Month } from '../domain/month.ts';
import { PAY_ENTRY_KINDS } from '../domain/pay-entry.ts';
import { read } from '../http/read.ts';
import { json, route, router } from '../http/route.ts';
import { type AnchorPay, computePay } from './month-pay.ts';

/** What issuing would post beside the shares of lines; nothing is kept. */
export const previewRoutes = router();

const words = z.object({
  zh: z.string(),
  en: z.string(),
  working: z.array(z.object({ zh: z.string(), en: z.string() })).optional(),
});
const payPreview = z
  .object({
    month: z.string(),
    isClosed: z.boolean(),
    withholdsTax: z.boolean(),
    anchors: z.array(
      z.object({
        anchorId: z.int(),
        anchorName: z.string(),
        openingFen: z.int(),
        sharesFen: z.int(),
        otherFen: z.int().openapi({ description: 'entries of the month made elsewhere: cases, disputes' }),
        entries: z.array(
          z.object({
            kind: z.enum(PAY_ENTRY_KINDS),
            amountFen: z.int(),
            concernsMonth: z.string(),
            explanation: words,
            clause: z.string().nullable(),
          }),
        ),
        notTaken: z.array(z.object({ code: z.string(), isFinal: z.boolean(), explanation: words })),
        entriesFen: z.int(),
        closingFen: z.int().openapi({ description: 'before tax' }),
      }),
    ),
  })
  .openapi('PayPreview');

const preview = route({
  method: 'get',
  path: '/pay-preview',
  policy: 'statements.preview',
  request: {
    query: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month like 2026-05') }),
  },
  responses: json(payPreview, 'Pay and deductions of a month, anchor by anchor'),
});
previewRoutes.openapi(preview, async (c) => {
  const month = c.req.valid('query').month as Month;
  const answer = await read(c, async (trx) => {
    const isClosed = await isMonthClosed(trx, month);
    const { withholdsTax } = await readPaymentSettings(trx);
    // A closed month has its entries on its statements: there is nothing left to compute.
    const pays = isClosed ? [] : await computePay(trx, month);
    return { month, isClosed, withholdsTax, anchors: pays.map(shownPay) };
  });
  return c.json(answer, 200);
});

function shownPay({ standing, components, result }: AnchorPay) {
  const { anchorId, anchorName, openingFen, otherFen } = standing;
  return {
    ...{ anchorId, anchorName, openingFen, otherFen },
    sharesFen: result.sums.sharesFen,
    entriesFen: result.sums.entriesFen,
    closingFen: result.sums.closingFen,
    entries: result.entries.map(({ kind, amountFen, concernsMonth, explanation, componentId }) => ({
      ...{ kind, amountFen, concernsMonth, explanation },
      clause: components.find(({ id }) => id === componentId)?.clause ?? null,
    })),
    notTaken: result.notTaken.map(({ code, isFinal, explanation }) => ({ code, isFinal, explanation })),
  };
}
