/** What moves an anchor's balance beside the shares of lines; `db` keeps each as a journal of its own. */
export const PAY_ENTRY_KINDS = [
  ...[
    'fixed',
    'tiered',
    'base_pay',
    'guarantee',
    'cap',
    'recoup',
    'holdback',
    'holdback_release',
    'fine',
    'adjustment',
  ],
  ...['case_hold', 'case_release', 'case_clawback', 'dispute_hold', 'dispute_release', 'tax'],
] as const;
export type PayEntryKind = (typeof PAY_ENTRY_KINDS)[number];

/** Said to the anchor: why, and the arithmetic line by line. */
export interface PayEntryWords {
  zh: string;
  en: string;
  working?: { zh: string; en: string }[];
}

/** What a statement calls an entry; screens and papers say the same. */
export const PAY_ENTRY_NAMES: Record<PayEntryKind, { zh: string; en: string }> = {
  fixed: { zh: '固定报酬', en: 'Fixed pay' },
  tiered: { zh: '阶梯提成', en: 'Tiered commission' },
  base_pay: { zh: '底薪', en: 'Base pay' },
  guarantee: { zh: '保底补足', en: 'Guarantee' },
  cap: { zh: '封顶调整', en: 'Cap' },
  recoup: { zh: '预支与费用扣回', en: 'Recoupment' },
  holdback: { zh: '质保金预留', en: 'Holdback' },
  holdback_release: { zh: '质保金返还', en: 'Holdback released' },
  fine: { zh: '违约扣款', en: 'Fine' },
  adjustment: { zh: '调整', en: 'Adjustment' },
  case_hold: { zh: '货品核查暂扣', en: 'Held by a case' },
  case_release: { zh: '暂扣解除', en: 'Released' },
  case_clawback: { zh: '核查结论扣回', en: 'Clawed back' },
  dispute_hold: { zh: '异议暂扣', en: 'Held by a dispute' },
  dispute_release: { zh: '异议暂扣解除', en: 'Dispute released' },
  tax: { zh: '代扣税款', en: 'Tax withheld' },
};
