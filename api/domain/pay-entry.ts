/** What moves an anchor's balance beside the shares of lines; `db` keeps each as a journal of its own. */
export const PAY_ENTRY_KINDS = [
  ...[
    'fixed',
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
