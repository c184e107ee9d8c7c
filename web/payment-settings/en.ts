import type { zh } from './zh.ts';

export const en: typeof zh = {
  'payment-settings': {
    name: 'Payment settings',
    fields: {
      id: 'Id',
      disputeWindowDays: 'Days to dispute (empty: default)',
      fromBatchFen: 'Batch from',
      fromPayoutFen: 'or a payout from',
      approvers: 'People',
      debtorName: 'Paying account name',
      debtorBankName: 'Bank',
      debtorAccount: 'Account number',
      debtorCnaps: 'Bank code (CNAPS)',
      chargeBearer: 'Charges',
      withholdsTax: 'Withhold income tax',
      platformWorkerCumulative: 'Platform-worker cumulative',
      naturalPersonVat: 'Withhold VAT of natural persons',
    },
    values: {
      chargeBearer: { DEBT: 'Borne by us', CRED: 'Borne by the payee', SHAR: 'Shared', SLEV: 'As agreed' },
    },
    section: {
      window: 'Confirming statements',
      tiers: 'How many approve',
      debtor: 'Paying account',
      tax: 'Tax',
    },
    windowHelp:
      'An anchor has %{days} days to dispute a statement once it is sent. Unless the contract says that silence accepts, no answer is no confirmation.',
    houseTiers: 'The default is in force: one person; two from 200,000 a batch or 50,000 a payout.',
    ownTiers: 'Your own tiers are in force. Remove all to go back to the default.',
    addTier: 'Add tier',
    noDebtor: 'There is no paying account yet: no bank file can be written without it.',
    keepAccount: 'Now ending in %{tail}; leave empty to keep it',
    cnapsHelp: '12 digits, for other banks; may be empty',
    help: {
      withholdsTax:
        'When on, issuing withholds by each anchor’s regime, shown with its working. One anchor without a regime stops the issue.',
      platformWorkerCumulative:
        'Only where the agency itself is an internet platform enterprise or its related operator. A plain MCN leaves it off; ask the tax office first.',
      naturalPersonVat:
        'The text of this rule is not verified. Switched on, it stops the issue for natural persons; nothing is invented.',
    },
    vatBlocks:
      'Switched on, the tax of natural persons cannot be reckoned and no statements are issued. Ask the tax office first.',
  },
};
