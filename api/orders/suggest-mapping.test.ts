import { describe, expect, it } from 'vitest';
import { suggestMapping } from './suggest-mapping.ts';

describe('the suggested mapping', () => {
  it('finds what headers say in two languages, and uses each column once', () => {
    expect(
      suggestMapping(['InvoiceNo', 'StockCode', 'Quantity', 'UnitPrice', 'CustomerID', 'Country']).fields,
    ).toEqual({
      orderNo: { column: 'InvoiceNo' },
      productExtId: { column: 'StockCode' },
      quantity: { column: 'Quantity' },
      unitPriceFen: { column: 'UnitPrice' },
      buyerKey: { column: 'CustomerID' },
    });
    expect(suggestMapping(['订单号', '子订单号', '实付金额', '支付时间']).fields).toEqual({
      orderNo: { column: '订单号' },
      lineNo: { column: '子订单号' },
      paidFen: { column: '实付金额' },
      paidAt: { column: '支付时间' },
    });
    expect(suggestMapping(['甲', '乙'])).toEqual({ fields: {} });
  });
});
