import type { zh } from './zh.ts';

export const en: typeof zh = {
  'case-signals': {
    name: 'Signal |||| Signals',
    fields: { key: 'Id', kind: 'Kind', title: 'Title', reason: 'Why the case is opened' },
    values: {
      kind: {
        quality_return: 'More quality returns',
        complaint_words: 'More words of complaint',
        price_change: 'Price changed',
        gtin_change: 'Barcode changed',
      },
    },
    title: 'Signals in the orders',
    about:
      "Orders of the last %{days} days, held against the %{history} days before of this anchor and product; with too little history against the product's, and then against the house's rate. A signal is a hint and opens nothing by itself; the thresholds are house rules, not law.",
    empty: 'No signal: returns, complaints, prices and barcodes are as usual.',
    noneOfKind: 'No signal of this kind.',
    all: 'All',
    failed: 'The signals could not be read: please try again later.',
    window: '%{from} to %{to}',
    stop: '; ',
    from: {
      anchor_product: 'usual for this anchor and product: %{usual}',
      product: 'usual for this product, all anchors: %{usual}',
      house: "too little history; the house's rate: %{usual}",
    },
    threshold: {
      binomial_tail:
        'house threshold: so many would be seen with a chance below %{value} if nothing had changed',
      price_shift: 'house threshold: more than %{value} away, and beyond five times the usual spread',
      other_gtin: 'house threshold: told from %{value} line with another barcode on',
    },
    chance: 'the chance here is about %{p}',
    lines: 'The %{count} lines behind',
    linesName: 'Order lines behind the signal',
    line: {
      order: 'Order',
      paidAt: 'Paid at',
      paid: 'Paid',
      refund: 'Refund',
      price: 'Per piece',
      text: 'Reason or remark',
    },
    open: 'Open a case',
    toCase: 'See the case',
    openText: 'The %{count} lines behind become evidence; the sale stops at once.',
    hold: 'Hold the shares of %{name} for this product from %{from} on as well (new orders too)',
    holdNotYours: "Holding money is compliance's decision; they can do it once the case is open.",
  },
};
