import type { zh } from './zh.ts';

export const en: typeof zh = {
  'payee-changes': {
    name: 'Payee change |||| Payee changes',
    fields: {
      id: 'Id',
      anchorId: 'Anchor',
      anchorName: 'Anchor',
      account: 'New account',
      kind: 'Kind of account',
      accountName: 'Account name',
      bankName: 'Bank',
      bankAccount: 'Account number',
      tail: 'Account',
      reason: 'Why it changes',
      state: 'State',
      requestedByName: 'Asked for by',
      requestedAt: 'Asked for',
      decidedByName: 'Decided by',
      decidedAt: 'Decided',
      decisionReason: 'Why',
      effectiveAt: 'In force from',
    },
    values: {
      state: {
        requested: 'To approve',
        approved: 'Waiting a day',
        in_force: 'In force',
        refused: 'Refused',
        withdrawn: 'Withdrawn',
      },
      kind: { personal: 'Personal', studio: 'Studio', company: 'Company' },
    },
    empty: 'No payee changes.',
    request: 'Ask for another payee account',
    rule: 'Another person approves it and it is in force 24 hours later; the old account is paid until then. The number is stored sealed, only its last four digits are ever shown.',
    tail: 'ending in %{tail}',
    digits: 'An account number has %{min} to %{max} digits',
    waiting:
      'Approved, in force from %{at}. Until then the old account is paid, and it can still be refused.',
    verb: { approve: 'Approve', refuse: 'Refuse', withdraw: 'Take back' },
    ask: {
      approve:
        'Approve the new account: %{name} · %{bank} · ending in %{tail}. Check it by phone or in person first. In force in 24 hours.',
      withdraw: 'Take this request back; the account stays.',
    },
    done: {
      request: 'Sent; another person approves it',
      approve: 'Approved; in force in 24 hours',
      refuse: 'Refused',
      withdraw: 'Taken back',
    },
  },
};
