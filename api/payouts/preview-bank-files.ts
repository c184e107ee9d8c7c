import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { z } from '@hono/zod-openapi';
import { type CsvTemplate, checkCsvTemplate, writePaymentCsv } from '../bank-files/csv.ts';
import { decodeText } from '../bank-files/decode-text.ts';
import { readReturnFile } from '../bank-files/read-return.ts';
import { checkReturnMapping } from '../bank-files/read-return-csv.ts';
import type { PaymentFile } from '../domain/payments/payment-file.ts';
import type { returnPreview, returnPreviewInput } from './payment-settings.schema.ts';
import { prefixErrors, refuseErrors } from './refuse-errors.ts';

/** What the bank's file would look like, with two invented payments. Refused (422) like keeping the template is. */
export function previewCsv(template: CsvTemplate): { text: string } {
  refuseErrors(prefixErrors('csvTemplate', checkCsvTemplate(template)));
  const encoding = template.encoding === 'gb18030' ? 'gb18030' : 'utf-8';
  return { text: decodeText(writePaymentCsv(SAMPLE, template), encoding) };
}

/**
 * How a bank's answer is read by a mapping that is not kept yet: the first rows and what cannot be taken. Refused (422) like
 * keeping the mapping is, and like taking the file is.
 */
export async function previewReturnFile(
  input: z.infer<typeof returnPreviewInput>,
): Promise<z.infer<typeof returnPreview>> {
  const { returnMapping, file } = input;
  refuseErrors(prefixErrors('returnMapping', checkReturnMapping(returnMapping)));
  const folder = await mkdtemp(path.join(os.tmpdir(), 'faircast-preview-'));
  try {
    const place = path.join(folder, 'return');
    await writeFile(place, Buffer.from(file.base64, 'base64'), { mode: 0o600 });
    const { format, rows, problems } = await readReturnFile(place, returnMapping);
    return {
      format,
      rowCount: rows.length,
      rows: rows
        .slice(0, SHOWN)
        .map(({ reason, ...row }) => ({ ...row, reason: reason && (reason.text || reason.code) })),
      problemCount: problems.length,
      problems: problems.slice(0, SHOWN),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const SHOWN = 10;

/** Nobody's accounts, in digits no bank gives out. */
const SAMPLE: PaymentFile = {
  messageId: 'PB202606-001',
  createdAt: '2026-07-08T10:00:00+08:00',
  executeOn: '2026-07-08',
  debtor: { name: '示例文化传媒有限公司', account: '9999000000000001', bankName: '示例银行', cnaps: null },
  chargeBearer: 'DEBT',
  items: [
    {
      endToEndId: 'PO000001A1',
      amountFen: 123_450,
      creditor: {
        name: '示例主播甲',
        account: '9999000000000018',
        bankName: '示例银行杭州分行',
        cnaps: null,
      },
      purpose: '2026-06 分成',
    },
    {
      endToEndId: 'PO000002A1',
      amountFen: 8_800,
      creditor: {
        name: '示例工作室',
        account: '9999000000000026',
        bankName: '示例银行',
        cnaps: '102331002011',
      },
      purpose: '2026-06 分成',
    },
  ],
  itemCount: 2,
  totalFen: 132_250,
};
