import type { zh } from './zh.ts';

export const en: typeof zh = {
  dashboard: {
    name: 'Desk',
    hello: 'Hello, %{name}',
    today: 'Today is %{day}',
    upcoming: 'Next streams',
    noUpcoming: 'No stream is planned',
    waiting: 'Waiting for somebody',
    nothingWaits: 'Everything is done: nothing waits.',
    task: {
      importsFailed: 'import failed (last seven days) |||| imports failed (last seven days)',
      importsRunning: 'import under way |||| imports under way',
      gaps: 'anchor or product id to name |||| anchor or product ids to name',
      contractDrafts: 'contract to put in force |||| contracts to put in force',
      statementsWithoutPayout: 'statement to pay |||| statements to pay',
      payoutsToApprove: 'payout to approve |||| payouts to approve',
    },
    books: {
      clean: 'The books add up: all %{count} checks hold',
      broken:
        'The books do not add up: %{smart_count} check fails |||| The books do not add up: %{smart_count} checks fail',
      never: 'The books were never checked',
      at: 'Checked at %{at}',
      neverHint: 'Checked every night, or now if you like',
    },
    openMonths: 'Orders to settle',
    openLines: '%{count} line |||| %{count} lines',
    allSettled: 'Every order with evidence is settled.',
    settledMonths: {
      title: 'Settled month by month: what was shared',
      none: 'Nothing is settled yet. Import orders with evidence, then run a settlement.',
      asTable: 'As a table',
      month: 'Month',
      lines: 'Order lines',
      base: 'Shared base',
    },
  },
};
