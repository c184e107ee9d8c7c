import { createHash } from 'node:crypto';
import { DomainError } from '../domain/error.ts';
import type { BankRules } from '../domain/payments/bank-rules.ts';
import { checkPaymentFile } from '../domain/payments/check-payment-file.ts';
import type { PaymentFile } from '../domain/payments/payment-file.ts';
import { type CsvTemplate, writePaymentCsv } from './csv.ts';
import { writePain001 } from './pain001.ts';

export type BankFileFormat = { kind: 'pain.001' } | { kind: 'csv'; template: CsvTemplate };

export interface BankFile {
  bytes: Buffer;
  sha256: string;
  fileName: string;
  contentType: string;
}

/**
 * The one way to a bank file: checked, then written. `approved` is what the approvers saw. Refused (422)
 * `bank_file_problems` with a message per item under `errors` (`items.3.account_empty`, `file.sum_mismatch`), nothing written.
 */
export function writeBankFile(
  file: PaymentFile,
  format: BankFileFormat,
  rules: BankRules,
  approved: { itemCount: number; totalFen: number },
): BankFile {
  const problems = checkPaymentFile(file, rules, approved);
  if (problems.length > 0) {
    const errors = Object.fromEntries(
      problems.map(({ row, code, message }) => [
        row === null ? `file.${code}` : `items.${row}.${code}`,
        message,
      ]),
    );
    throw new DomainError('invalid', 'bank_file_problems', problems[0]!.message, { errors });
  }
  const isXml = format.kind === 'pain.001';
  const bytes = isXml ? writePain001(file) : writePaymentCsv(file, format.template);
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    fileName: `${file.messageId}.${isXml ? 'xml' : 'csv'}`,
    contentType: isXml ? 'application/xml; charset=utf-8' : CSV_TYPES[format.template.encoding],
  };
}

const CSV_TYPES: Record<CsvTemplate['encoding'], string> = {
  'utf-8-bom': 'text/csv; charset=utf-8',
  gb18030: 'text/csv; charset=gb18030',
};
