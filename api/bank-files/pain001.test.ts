import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { HOUSE_BANK_RULES } from '../domain/payments/bank-rules.ts';
import type { PaymentItem } from '../domain/payments/payment-file.ts';
import { readYuanText } from '../domain/payments/yuan-text.ts';
import { HOUSE_TEMPLATE } from './csv.ts';
import { writePain001 } from './pain001.ts';
import { anyPaymentFile, onePaymentFile } from './payment-file.testing.ts';
import { writeBankFile } from './write-bank-file.ts';

const schemaFile = path.resolve(import.meta.dirname, '../../../shared/data/iso20022/xsd/pain.001.001.09.xsd');
const isThere = existsSync(schemaFile);
if (!isThere) console.log('pain.001 against its schema: skipped, there is no ../shared/data/iso20022');

/** Texts by their path, in the order of the file. */
function readTexts(bytes: Buffer): [path: string, text: string][] {
  const texts: [string, string][] = [];
  const open: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    open.push(name);
    text = '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', () => {
    if (text.trim() !== '') texts.push([open.slice(2).join('/'), text]);
    open.pop();
    text = '';
  });
  parser.write(bytes.toString('utf8')).close();
  return texts;
}

const TRANSFER = 'PmtInf/CdtTrfTxInf/';
function readBack(bytes: Buffer): PaymentItem[] {
  const items: PaymentItem[] = [];
  for (const [at, text] of readTexts(bytes)) {
    if (at === `${TRANSFER}PmtId/EndToEndId`)
      items.push({
        endToEndId: text,
        amountFen: 0,
        creditor: { name: '', account: '', bankName: '', cnaps: null },
        purpose: '',
      });
    const item = items.at(-1)!;
    if (at === `${TRANSFER}Amt/InstdAmt`) item.amountFen = readYuanText(text)!;
    if (at === `${TRANSFER}CdtrAgt/FinInstnId/ClrSysMmbId/MmbId`) item.creditor.cnaps = text;
    if (at === `${TRANSFER}CdtrAgt/FinInstnId/Nm`) item.creditor.bankName = text;
    if (at === `${TRANSFER}Cdtr/Nm`) item.creditor.name = text;
    if (at === `${TRANSFER}CdtrAcct/Id/Othr/Id`) item.creditor.account = text;
    if (at === `${TRANSFER}RmtInf/Ustrd`) item.purpose = text;
  }
  return items;
}

describe('a pain.001 for the bank', () => {
  it('gives a thousand random files back payment by payment, with sums of whole fen', () => {
    fc.assert(
      fc.property(anyPaymentFile(), (file) => {
        const bytes = writePain001(file);
        expect(readBack(bytes)).toEqual(file.items);
        const texts = readTexts(bytes);
        const said = (name: string) => texts.filter(([at]) => at.endsWith(name)).map(([, text]) => text);
        expect(said('CtrlSum').map(readYuanText)).toEqual([file.totalFen, file.totalFen]);
        expect(said('NbOfTxs')).toEqual([String(file.itemCount), String(file.itemCount)]);
        expect(writePain001(structuredClone(file)).equals(bytes)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('names who pays, who bears the charges and the payee’s bank', () => {
    const xml = writePain001(onePaymentFile()).toString('utf8');
    for (const said of [
      '<MsgId>PB000001</MsgId>',
      '<CtrlSum>1234.50</CtrlSum>',
      '<ChrgBr>DEBT</ChrgBr>',
      '<InstdAmt Ccy="CNY">1234.50</InstdAmt>',
      '<Cd>CNAPS</Cd>',
      '<MmbId>102331002022</MmbId>',
    ])
      expect(xml).toContain(said);
  });

  it('refuses a character that XML cannot hold', () => {
    const file = onePaymentFile();
    for (const purpose of ['a\u0001', 'a\ud800', 'a\nb', 'a\uffff'])
      expect(() => writePain001({ ...file, items: [{ ...file.items[0]!, purpose }] })).toThrow(RangeError);
  });

  describe.skipIf(!isThere)('is valid against the schema of ISO 20022', () => {
    const schema = isThere ? readFileSync(schemaFile, 'utf8') : '';
    const validate = (files: Buffer[]) =>
      validateXML({
        xml: files.map((bytes, at) => ({ fileName: `${at}.xml`, contents: bytes.toString('utf8') })),
        schema: [{ fileName: 'pain.001.001.09.xsd', contents: schema }],
      });

    it('for a hundred random files', async () => {
      const files = fc.sample(anyPaymentFile(), { numRuns: 100, seed: 20022 });
      const { valid, errors } = await validate(files.map(writePain001));
      expect(errors).toEqual([]);
      expect(valid).toBe(true);
    });

    it('which finds fault with one element in the wrong place', async () => {
      const wrong = writePain001(onePaymentFile())
        .toString('utf8')
        .replace(/<ChrgBr>.*<\/ChrgBr>/, '');
      expect((await validate([Buffer.from(wrong)])).valid).toBe(true);
      const worse = wrong.replace(/<ReqdExctnDt>[\s\S]*<\/ReqdExctnDt>/, '');
      expect((await validate([Buffer.from(worse)])).valid).toBe(false);
    });
  });
});

describe('the way to a bank file', () => {
  it('leads to bytes with a hash, a name and a kind', () => {
    const file = onePaymentFile();
    const xml = writeBankFile(file, { kind: 'pain.001' }, HOUSE_BANK_RULES, file);
    expect(xml).toMatchObject({ fileName: 'PB000001.xml', contentType: 'application/xml; charset=utf-8' });
    const csv = writeBankFile(file, { kind: 'csv', template: HOUSE_TEMPLATE }, HOUSE_BANK_RULES, file);
    expect(csv).toMatchObject({ fileName: 'PB000001.csv', contentType: 'text/csv; charset=utf-8' });
    expect(csv.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('ends where a check finds something, naming each payment', () => {
    const file = onePaymentFile({ totalFen: 1 });
    const items = [{ ...file.items[0]!, creditor: { ...file.items[0]!.creditor, account: '' } }];
    expect(() => writeBankFile({ ...file, items }, { kind: 'pain.001' }, HOUSE_BANK_RULES, file)).toThrow(
      expect.objectContaining({
        code: 'bank_file_problems',
        errors: {
          'file.sum_mismatch': expect.stringContaining('123450'),
          'items.1.account_empty': expect.stringContaining('PO000001A1'),
        },
      }),
    );
  });
});
