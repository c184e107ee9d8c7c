import type { zh } from './zh.ts';

export const en: typeof zh = {
  'contract-board': {
    name: 'Contract board |||| Contract board',
    fields: { id: 'Id', day: 'Day' },
    nothing: 'Nothing waits here.',
    kind: {
      inReview: 'With compliance',
      withAnchor: 'With the anchor',
      openQuestions: 'Open questions',
      active: 'In force',
      expiring90: 'End within 90 days',
      expiring30: 'End within 30 days',
      expiring7: 'End within 7 days',
      expired: 'Ended',
      unsignedStreaming: 'Unsigned but on air',
      paidNoContract: 'Paid without contract',
      backDated: 'Back-dated',
      scanMissing: 'Scan missing',
    },
    about: {
      inReview: 'Submitted and not sent yet; the day is when it was submitted.',
      withAnchor: 'Sent and not accepted yet; the day is when it was sent.',
      openQuestions:
        'The anchor asked or wants a change and has no answer; the day is when it was last asked.',
      active: 'Contracts with a version in force today; the day is their last.',
      expiring90: 'Their last day is within 90 days from today.',
      expiring30: 'Their last day is within 30 days from today.',
      expiring7: 'Their last day is within 7 days from today.',
      expired: 'Past their last day without a new one.',
      unsignedStreaming:
        'On air in the last 30 or the next 7 days with no contract in force that day; the day is the latest stream.',
      paidNoContract: 'Paid for a month in which no contract was in force; the day is the latest month.',
      backDated: 'Signed after the day it came into force; the day is when it was signed.',
      scanMissing: 'Signed on paper without a scan; the day is when it was signed.',
    },
    count: {
      openQuestions: '%{smart_count} question |||| %{smart_count} questions',
      unsignedStreaming: '%{smart_count} stream |||| %{smart_count} streams',
      paidNoContract: '%{smart_count} payout |||| %{smart_count} payouts',
    },
  },
};
