import { describe, expect, it } from 'vitest';
import { buildMapping } from './build-mapping.ts';
import { draftMapping, wordsInColumn } from './draft-mapping.ts';
import { EMPTY_SOURCE, emptyDraft, type MappingDraft, type SourceDraft } from './mapping.ts';

/** The API's own schema, read by its file: the contract is tested, not imported into the screens. */
const [{ mappingSchema }] = Object.values(
  import.meta.glob<{ mappingSchema: { safeParse: (value: unknown) => { error?: unknown } } }>(
    '../../api/orders/mapping.schema.ts',
    { eager: true },
  ),
) as [{ mappingSchema: { safeParse: (value: unknown) => { error?: unknown } } }];

const HEADERS = ['Invoice', 'StockCode', 'Quantity', 'Price', 'InvoiceDate', 'State'];
const column = (name: string, more: Partial<SourceDraft> = {}): SourceDraft => ({
  ...EMPTY_SOURCE,
  way: 'column',
  column: name,
  ...more,
});

/** The shop file of the trade: paid = quantity × price, cancellations by an order number that starts with C. */
function shopFile(): MappingDraft {
  const draft = emptyDraft('门店导出', 'other');
  draft.sources = {
    orderNo: column('Invoice'),
    lineNo: { ...EMPTY_SOURCE, way: 'ordinal' },
    productExtId: column('StockCode'),
    quantity: column('Quantity'),
    paidFen: { ...EMPTY_SOURCE, way: 'multiply', column: 'Quantity', second: 'Price' },
    paidAt: column('InvoiceDate'),
  };
  draft.refund = { way: 'startsWith', column: 'Invoice', text: 'C' };
  return draft;
}

const problemsOf = (draft: MappingDraft) => {
  const built = buildMapping(draft);
  return 'problems' in built ? built.problems : {};
};
const mappingOf = (draft: MappingDraft) => {
  const built = buildMapping(draft);
  if ('problems' in built) throw new Error(JSON.stringify(built.problems));
  return built.mapping;
};

describe('a mapping put together on the screen', () => {
  it('multiplies two columns, numbers the lines of an order and knows cancellations by their number', () => {
    expect(mappingOf(shopFile())).toEqual({
      name: '门店导出',
      platform: 'other',
      fields: {
        orderNo: { column: 'Invoice' },
        lineNo: { ordinalWithin: ['Invoice'] },
        productExtId: { column: 'StockCode' },
        quantity: { column: 'Quantity' },
        paidFen: { multiply: ['Quantity', 'Price'] },
        paidAt: { column: 'InvoiceDate' },
        status: { from: 'payment' },
        refundWhen: { column: 'Invoice', startsWith: 'C' },
      },
    });
  });

  it('is what the API accepts, whatever ways its fields are filled', () => {
    const draft = shopFile();
    draft.sources.settledFen = column('Price', { unit: 'fen' });
    draft.sources.commissionRateBps = { ...EMPTY_SOURCE, way: 'constant', constant: '20.00%' };
    draft.sources.commissionFen = { ...EMPTY_SOURCE, way: 'rateOf', of: 'settledFen' };
    draft.status = {
      way: 'column',
      column: 'State',
      constant: 'paid',
      values: { ok: 'settled', no: 'closed', odd: '' },
    };
    draft.refund = { way: 'equals', column: 'State', text: '退款、已退款' };
    draft.missing = 'n/a';
    const mapping = mappingOf(draft);
    expect(mappingSchema.safeParse(mapping).error).toBeUndefined();
    expect(mapping.fields.status).toEqual({ column: 'State', values: { ok: 'settled', no: 'closed' } });
    expect(mapping.fields.refundWhen).toEqual({ column: 'State', equals: ['退款', '已退款'] });
  });

  it('names what is missing, at its place', () => {
    const draft = emptyDraft('', 'other');
    draft.sources.settledFen = { ...EMPTY_SOURCE, way: 'multiply', column: 'Price' };
    draft.sources.commissionFen = { ...EMPTY_SOURCE, way: 'rateOf' };
    draft.sources.lineNo = { ...EMPTY_SOURCE, way: 'ordinal' };
    draft.refund = { way: 'startsWith', column: 'Invoice', text: ' ' };
    expect(problemsOf(draft)).toEqual({
      orderNo: 'required',
      paidFen: 'required',
      settledFen: 'twoColumns',
      commissionFen: 'rateFirst',
      lineNo: 'orderNoFirst',
      refundWhen: 'constant',
      status: 'paidAtFirst',
      name: 'required',
    });
  });

  it('takes a rate only in the way the API reads it', () => {
    const draft = shopFile();
    draft.sources.commissionRateBps = { ...EMPTY_SOURCE, way: 'constant', constant: '0.2' };
    expect(problemsOf(draft)).toEqual({ commissionRateBps: 'rate' });
  });

  it('asks for the words of a status column', () => {
    const draft = shopFile();
    draft.status = { way: 'column', column: 'State', constant: 'paid', values: { ok: '' } };
    expect(problemsOf(draft)).toEqual({ status: 'statusWords' });
  });
});

describe('a suggested or saved mapping', () => {
  it('comes back as it was built', () => {
    const mapping = mappingOf(shopFile());
    expect(mappingOf(draftMapping(mapping as never, HEADERS, { name: 'x', platform: 'tmall' }))).toEqual(
      mapping,
    );
  });

  it('loses only the columns this file does not have', () => {
    const mapping = mappingOf(shopFile());
    const draft = draftMapping(mapping as never, ['Invoice', 'Quantity', 'InvoiceDate'], {
      name: 'x',
      platform: 'other',
    });
    expect(Object.keys(draft.sources).sort()).toEqual(['lineNo', 'orderNo', 'paidAt', 'quantity']);
    expect(problemsOf(draft)).toEqual({ paidFen: 'required' });
  });
});

describe('the words of a column', () => {
  it('are each named once, without the blanks', () => {
    const rows = [
      ['1', ' 已付款'],
      ['2', '已付款'],
      ['3', ''],
      ['4', '关闭'],
    ];
    expect(wordsInColumn(['no', 'state'], rows, 'state')).toEqual(['已付款', '关闭']);
    expect(wordsInColumn(['no', 'state'], rows, 'gone')).toEqual([]);
  });
});
