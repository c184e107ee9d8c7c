import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchReturn } from '../domain/payments/match-return.ts';
import { toYuanText } from '../domain/payments/yuan-text.ts';
import { encodeGb18030 } from './gb18030.ts';
import { anyPaymentFile } from './payment-file.testing.ts';
import { readDay } from './read-day.ts';
import { PAIN_002 } from './read-pain002.ts';
import { MAX_RETURN_BYTES, readReturn } from './read-return.ts';
import { checkReturnMapping, type ReturnMapping } from './read-return-csv.ts';

const mapping: ReturnMapping = {
  encoding: 'auto',
  separator: ',',
  columns: {
    endToEndId: '业务编号',
    status: '处理结果',
    reason: '原因',
    paidOn: '日期',
    bankReference: '流水号',
    amountYuan: '金额',
  },
  words: { paid: ['成功'], failed: ['失败', '退汇'], unknown: ['处理中'] },
};
const HEADER = '业务编号,金额,处理结果,原因,日期,流水号\r\n';
const readCsv = (text: string) => readReturn(Buffer.from(text), mapping);
const refusal = (read: () => unknown): string => {
  try {
    read();
    return 'taken';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

const report = (inside: string, head = '') =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>${head}<Document xmlns="${PAIN_002}"><CstmrPmtStsRpt><GrpHdr><MsgId>B1</MsgId></GrpHdr>${inside}</CstmrPmtStsRpt></Document>`,
  );
const group = (more = '') =>
  `<OrgnlGrpInfAndSts><OrgnlMsgId>PB1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${more}</OrgnlGrpInfAndSts>`;
const payments = (inside: string) =>
  `<OrgnlPmtInfAndSts><OrgnlPmtInfId>PB1</OrgnlPmtInfId>${inside}</OrgnlPmtInfAndSts>`;
const transaction = (id: string, status: string, more = '') =>
  `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId>${status && `<TxSts>${status}</TxSts>`}${more}</TxInfAndSts>`;
const readXml = (inside: string, head?: string) => readReturn(report(inside, head), null);

describe('a status report of ISO 20022', () => {
  it('says of each payment what became of it, why, when and under which reference', () => {
    const reason =
      '<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>账户</AddtlInf><AddtlInf><![CDATA[已销户]]></AddtlInf></StsRsnInf>';
    const settled =
      '<FctvIntrBkSttlmDt><DtTm>2026-06-05T17:00:00Z</DtTm></FctvIntrBkSttlmDt><AcctSvcrRef>CMB1</AcctSvcrRef><OrgnlTxRef><Amt><InstdAmt Ccy="CNY">12.30</InstdAmt></Amt></OrgnlTxRef>';
    const file = readXml(
      group() +
        payments(
          transaction('PO1A1', 'ACSC', settled) +
            transaction('PO2A1', 'RJCT', reason) +
            transaction('PO3A1', 'ACCP') +
            transaction('PO4A1', 'PDNG'),
        ),
    );
    expect(file).toMatchObject({
      format: 'pain.002',
      originalMessageId: 'PB1',
      wholeFile: null,
      problems: [],
    });
    expect(file.rows.map(({ row, endToEndId, outcome }) => [row, endToEndId, outcome])).toEqual([
      [1, 'PO1A1', 'paid'],
      [2, 'PO2A1', 'failed'],
      [3, 'PO3A1', 'unknown'],
      [4, 'PO4A1', 'unknown'],
    ]);
    expect(file.rows[0]).toMatchObject({ amountFen: 1_230, paidOn: '2026-06-06', bankReference: 'CMB1' });
    expect(file.rows[1]?.reason).toEqual({ code: 'AC04', text: '账户; 已销户' });
  });

  it('may refuse the whole file', () => {
    const refused = '<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>AM10</Cd></Rsn></StsRsnInf>';
    const whole = { outcome: 'failed', statusWord: 'RJCT', reason: { code: 'AM10', text: '' } };
    expect(readXml(group(refused)).wholeFile).toEqual(whole);
    const ofPayment = refused.replaceAll('GrpSts', 'PmtInfSts');
    expect(readXml(group() + payments(ofPayment)).wholeFile).toEqual(whole);
    expect(readXml(group() + payments(ofPayment).replace('>PB1<', '>PX<')).wholeFile).toBeNull();
    expect(readXml(group('<GrpSts>ACSC</GrpSts>')).wholeFile).toBeNull();
  });

  it('lends a payment without a status that of its group', () => {
    const rows = readXml(group() + payments(`<PmtInfSts>ACSP</PmtInfSts>${transaction('PO1A1', '')}`)).rows;
    expect(rows).toMatchObject([{ outcome: 'unknown', statusWord: 'ACSP' }]);
  });

  it('reports each transaction it cannot take, by number', () => {
    const amount = (currency: string, value: string) =>
      `<OrgnlTxRef><Amt><InstdAmt Ccy="${currency}">${value}</InstdAmt></Amt></OrgnlTxRef>`;
    const { rows, problems } = readXml(
      payments(
        transaction('', 'ACSC') +
          transaction('PO2A1', 'XXXX') +
          transaction('PO3A1', 'ACSC', amount('USD', '1')) +
          transaction('PO4A1', 'ACSC', amount('CNY', '1.005')) +
          transaction('PO5A1', 'ACSC', '<AccptncDtTm>soon</AccptncDtTm>'),
      ),
    );
    expect(rows).toEqual([]);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [1, 'id_missing'],
      [2, 'status_word_unknown'],
      [3, 'currency'],
      [4, 'amount_unreadable'],
      [5, 'day_unreadable'],
    ]);
  });

  it('is refused where it is hostile, broken or something else', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    expect(refusal(() => readXml(group(), bomb))).toBe('return_hostile');
    expect(refusal(() => readXml(group('&b;')))).toBe('return_damaged');
    expect(refusal(() => readReturn(report(group()).subarray(0, -20), null))).toBe('return_damaged');
    expect(refusal(() => readXml('<a>'.repeat(23) + '</a>'.repeat(23)))).toBe('return_too_complex');
    expect(refusal(() => readXml(group(`<X>${'a'.repeat(4_001)}</X>`)))).toBe('return_too_complex');
    const other = report(group()).toString().replace('pain.002.001.10', 'pain.002.001.03');
    expect(refusal(() => readReturn(Buffer.from(other), null))).toBe('return_wrong_kind');
    expect(refusal(() => readReturn(Buffer.from('<html/>'), null))).toBe('return_wrong_kind');
    const latin = report(group()).toString().replace('UTF-8', 'ISO-8859-1');
    expect(refusal(() => readReturn(Buffer.from(latin), null))).toBe('return_encoding');
    expect(refusal(() => readReturn(Buffer.concat([report(group()), Buffer.from([0xff])]), null))).toBe(
      'return_encoding',
    );
  });

  it('may be written in GBK, if it says so', () => {
    const xml = report(
      group() +
        payments(transaction('PO1A1', 'RJCT', '<StsRsnInf><AddtlInf>户名不符</AddtlInf></StsRsnInf>')),
    );
    const gbk = encodeGb18030(xml.toString().replace('UTF-8', 'GBK'));
    expect(readReturn(gbk, null).rows[0]?.reason).toEqual({ code: '', text: '户名不符' });
  });
});

describe('a CSV a bank sent back', () => {
  it('is read by its mapping, whatever stands above the header and around the digits', () => {
    const text = `代发结果,,\r\n打印时间,2026-06-05\r\n${HEADER}PO1A1,"1,234.50",成功,,2026/6/5 10:00:00,="0012"\r\n'PO2A1,5.00,退汇,户名不符,20260606,\t0013\r\n`;
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), encodeGb18030(text)]) {
      const { rows, problems } = readReturn(bytes, mapping);
      expect(problems).toEqual([]);
      expect(rows[0]).toEqual({
        row: 4,
        endToEndId: 'PO1A1',
        outcome: 'paid',
        statusWord: '成功',
        reason: null,
        amountFen: 1_234_50,
        paidOn: '2026-06-05',
        bankReference: '0012',
      });
      expect(rows[1]).toMatchObject({
        outcome: 'failed',
        reason: { text: '户名不符' },
        bankReference: '0013',
      });
    }
  });

  it('reports each row it cannot take, by line', () => {
    const text = `${HEADER},1.00,成功,,,\r\nPO2A1,1.00,也许,,,\r\nPO3A1,一元,成功,,,\r\nPO4A1,1.00,成功,,2026-02-30,\r\n,,,,,\r\n`;
    const { rows, problems } = readCsv(text);
    expect(rows).toEqual([]);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'id_missing'],
      [3, 'status_word_unknown'],
      [4, 'amount_unreadable'],
      [5, 'day_unreadable'],
    ]);
  });

  it('is refused when it is not the answer the mapping speaks of', () => {
    expect(refusal(() => readCsv(''))).toBe('return_empty');
    expect(refusal(() => readReturn(Buffer.alloc(MAX_RETURN_BYTES + 1, 'a'), mapping))).toBe(
      'return_too_large',
    );
    expect(refusal(() => readReturn(Buffer.from(HEADER), null))).toBe('return_mapping_missing');
    expect(refusal(() => readCsv('业务编号,金额\r\n'))).toBe('return_column_missing');
    expect(refusal(() => readCsv(HEADER.replace('原因', '原因,原因')))).toBe('return_column_twice');
    expect(refusal(() => readReturn(Buffer.from([0x61, 0xff, 0x0a]), mapping))).toBe('return_encoding');
    expect(() => readCsv('业务编号,金额,处理结果\r\n')).toThrow('原因, 日期, 流水号');
  });

  it('names the mapping’s own faults', () => {
    expect(checkReturnMapping(mapping)).toEqual({});
    expect(
      checkReturnMapping({
        ...mapping,
        columns: { ...mapping.columns, status: ' ', reason: '金额' },
        words: { paid: [], failed: ['x'], unknown: ['x'] },
      }),
    ).toMatchObject({
      'columns.status': expect.any(String),
      'columns.reason': expect.any(String),
      'words.paid': expect.any(String),
      'words.unknown': 'x already means something else',
    });
  });
});

it.each([
  ['2026-06-05', '2026-06-05'],
  ['20260605', '2026-06-05'],
  ['20260605 10:11:12', '2026-06-05'],
  ['2026年6月5日', '2026-06-05'],
  ['2026-06-05T23:00:00+08:00', '2026-06-05'],
  ['2026-06-05T16:00:00.5Z', '2026-06-06'],
  ['2026-06-31', undefined],
  ['5.6.2026', undefined],
  ['', undefined],
])('the day “%s” is %s', (text, day) => {
  expect(readDay(text)).toBe(day);
});

it('takes the answers to a thousand random files, payment by payment, in either form', () => {
  const words = { paid: ['成功', 'ACSC'], failed: ['失败', 'RJCT'], unknown: ['处理中', 'PDNG'] } as const;
  fc.assert(
    fc.property(
      anyPaymentFile(8),
      fc.array(fc.constantFrom('paid', 'failed', 'unknown'), { minLength: 8, maxLength: 8 }),
      fc.boolean(),
      (file, dice, isXml) => {
        const outcomes = dice.slice(0, file.items.length);
        const lines = file.items.map(({ endToEndId, amountFen }, at) => {
          const word = words[outcomes[at]!][isXml ? 1 : 0];
          const amount = toYuanText(amountFen);
          if (!isXml) return `${endToEndId},${amount},${word},,,\r\n`;
          return transaction(
            endToEndId,
            word,
            `<OrgnlTxRef><Amt><InstdAmt Ccy="CNY">${amount}</InstdAmt></Amt></OrgnlTxRef>`,
          );
        });
        const answer = isXml
          ? readXml(group().replace('PB1', file.messageId) + payments(lines.join('')))
          : readCsv(HEADER + lines.join(''));
        const items = file.items.map((item, at) => ({
          itemId: at,
          endToEndId: item.endToEndId,
          amountFen: item.amountFen,
          status: 'in_file' as const,
          bankReference: null,
        }));
        const match = matchReturn(answer, { messageId: file.messageId, items, filesTaken: [] });
        for (const outcome of ['paid', 'failed', 'unknown'] as const)
          expect(match[outcome].map(({ item }) => item.itemId)).toEqual(
            items.filter(({ itemId }) => outcomes[itemId] === outcome).map(({ itemId }) => itemId),
          );
        expect([match.strangers, match.amountDiffers, match.conflicts, match.unanswered]).toEqual([
          [],
          [],
          [],
          [],
        ]);
      },
    ),
    { numRuns: 1_000 },
  );
});
