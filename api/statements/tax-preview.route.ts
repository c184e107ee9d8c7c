import { z } from '@hono/zod-openapi';
import type { Trx } from '../../db/connect.ts';
import { readPaymentSettings } from '../../db/queries/payment-settings.ts';
import { isMonthClosed } from '../../db/queries/settlement-gather.ts';
import { listWithholdings } from '../../db/queries/tax-report.ts';
import { type MonthWithholding, previewMonth } from '../../db/queries/tax-withhold.ts';
import type { Month } from '../domain/month.ts';
import type { AnchorRegime } from '../domain/tax/anchor-month.ts';
import { read } from '../http/read.ts';
import { json, route, router } from '../http/route.ts';
import { month as monthShape } from '../http/settlement-shapes.ts';
import { gatherStatements } from './gather-statements.ts';
import { grossOf } from './month-tax.ts';

/** What a month will withhold when its statements are issued, or withheld. */
export const taxPreviewRoutes = router();

const words = z.object({ zh: z.string(), en: z.string() });
const head = { anchorId: z.int(), anchorName: z.string(), grossFen: z.int() };
const record = z
  .object({
    month: z.string(),
    withholdsTax: z.boolean(),
    isIssued: z.boolean(),
    withheld: z.array(
      z.object({
        ...head,
        regime: z.string(),
        taxFen: z.int(),
        vatFen: z.int(),
        netFen: z.int(),
        tableVersion: z.string(),
        working: z.array(words),
      }),
    ),
    refused: z.array(z.object({ ...head, code: z.string(), message: z.string(), whatToDo: words })),
    totals: z.object({ grossFen: z.int(), taxFen: z.int(), netFen: z.int() }),
  })
  .openapi('TaxPreview');

const preview = route({
  method: 'get',
  path: '/tax/preview',
  policy: 'tax.preview',
  request: { query: z.object({ month: monthShape }) },
  responses: json(record, 'The tax of a month, anchor by anchor, and who cannot be reckoned yet'),
});
taxPreviewRoutes.openapi(preview, async (c) => {
  const month = c.req.valid('query').month as Month;
  return c.json(await read(c, (trx) => tellMonth(trx, month)), 200);
});

async function tellMonth(trx: Trx, month: Month) {
  const { withholdsTax } = await readPaymentSettings(trx);
  const isIssued = await isMonthClosed(trx, month);
  const { withheld, refused } = isIssued ? await readMonth(trx, month) : await reckon(trx, month);
  const sum = (of: 'grossFen' | 'taxFen' | 'netFen') => withheld.reduce((total, one) => total + one[of], 0);
  const totals = { grossFen: sum('grossFen'), taxFen: sum('taxFen'), netFen: sum('netFen') };
  return { month, withholdsTax, isIssued, withheld, refused, totals };
}

const reckon = async (trx: Trx, month: Month): Promise<MonthWithholding> =>
  previewMonth(trx, month, grossOf(await gatherStatements(trx, month)));

async function readMonth(trx: Trx, month: Month): Promise<MonthWithholding> {
  const { rows } = await listWithholdings(trx, { filter: { month }, offset: 0, limit: 100_000 });
  return { withheld: rows.map((row) => ({ ...row, regime: row.regime as AnchorRegime })), refused: [] };
}
