import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { createTestDb, type TestDb } from '../db/test-db.ts';
import { addAnchor } from '../db/test-scene.ts';
import { createTestApp, type TestApp } from './http/test-client.ts';
import { renderPaymentAdvice } from './payouts/payment-advice.ts';
import { contentHash } from './pdf/content-hash.ts';
import { seePdf } from './pdf/pdfjs.testing.ts';
import { readPages, readRows } from './pdf/read-pdf.testing.ts';
import { renderStatement, statementFonts } from './statements/pdf/render-statement.ts';
import { sampleStatement } from './statements/pdf/sample-statement.ts';
import { renderTaxCertificate } from './taxes/tax-certificate.ts';

const CODE = /(?:验证码|Code)　? ?([0-9A-Z]{4}-[0-9A-Z]{4})/g;
const agency = { name: '明播', creditCode: null };
const document = {
  ...sampleStatement(2, { rows: 40, reversals: 3, openingFen: 0 }),
  agency: { ...agency, verifyAt: 'https://fair.example.com/verify' },
};

let t: TestDb;
let app: TestApp;
beforeAll(async () => {
  t = await createTestDb();
  app = createTestApp(t);
  const { no, month, summary: sums } = document;
  const hash = contentHash(document);
  const anchorId = await addAnchor(t.ownerDb, '阿岚');
  await sql`insert into statement (no, anchor_id, month, opening_fen, earned_fen, closing_fen, payable_fen, document, content_sha256, template_version)
    values (${no}, ${anchorId}, ${month}, ${sums.openingFen}, ${sums.closingFen - sums.openingFen}, ${sums.closingFen}, ${sums.payableFen}, ${JSON.stringify(document)}::jsonb, ${hash}, 1)`.execute(
    t.ownerDb,
  );
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasmBinary = new Uint8Array(await readFile(file)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});
afterAll(() => t.close());

const ask = async (code: string) =>
  (await app.anonymous.get(`/api/verify/${encodeURIComponent(code)}`)).json();
const codesOf = (rows: string[]) => [...rows.join('\n').matchAll(CODE)].map(([, code]) => code!);

describe('a code printed on a paper', () => {
  it('is answered by the page that checks papers, from every foot of a statement and from its QR code', async () => {
    const { pdf } = renderStatement(document, statementFonts());
    const pages = readPages(pdf).map(readRows);
    expect(pages.length).toBeGreaterThan(1);
    const codes = pages.flatMap(codesOf);
    expect(codes.length).toBe(pages.length + 1);
    expect(new Set(codes).size).toBe(1);
    const unchanged = { result: 'unchanged', statementNo: document.no };
    expect(await ask(codes[0]!)).toMatchObject(unchanged);
    const { data, width, height } = await (await seePdf(pdf)).picture(pages.length, 2);
    const found = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as ImageData, {
      formats: ['QRCode'],
    });
    const [page, code] = found[0]!.text.split('#');
    expect(page).toBe(document.agency.verifyAt);
    expect(code).toBe(codes[0]);
  });

  it('is taken as a hand writes it: spaces, dashes of any kind, small letters, O for 0 and I or L for 1', async () => {
    const code = codesOf(readPages(renderStatement(document, statementFonts()).pdf).map(readRows)[0]!)[0]!;
    for (const typed of [code.replace('-', ' '), code.replace('-', '–').toLowerCase(), ` ${code} `])
      expect(await ask(typed)).toMatchObject({ result: 'unchanged' });
    expect(await ask('OIL0-0000')).toEqual(await ask('0110-0000'));
  });

  it('is not there on papers the page knows nothing of, which it would call unknown', () => {
    const advice = renderPaymentAdvice({
      ...{ version: 1, no: 'PO000001', statementNo: document.no, statementSha256: 'a'.repeat(64) },
      ...{ month: '2026-05', amountFen: 100, agency, anchor: { name: '阿岚', realName: null } },
      payee: { accountName: '阿岚', bankName: '工商银行', tail: '0001' },
      prepared: { by: '林', at: '2026-06-05 14:30' },
      approved: { by: '王', at: '2026-06-05 14:31' },
    }).pdf;
    const certificate = renderTaxCertificate({
      ...{ version: 1, no: 'TC2026-00001', year: 2026, lang: 'zh', issuedOn: '2026-07-01', agency },
      ...{ anchorName: '阿岚', realName: null, months: [] },
    });
    for (const pdf of [advice, certificate]) {
      const text = readPages(pdf).flatMap(readRows).join('\n');
      expect(text).toContain('校验');
      expect(text).not.toContain('验证码');
    }
  });
});
