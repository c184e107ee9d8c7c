import type { zh } from './zh.ts';

export const en: typeof zh = {
  books: {
    name: 'Check the books',
    fields: { id: 'No.' },
    intro: 'Every book-keeping rule over the whole database: clean means that every fen adds up.',
    again: 'Check again',
    running: 'Checking; with much data this takes a while…',
    clean: 'The books are clean: all %{count} checks hold',
    broken: '%{bad} of %{count} checks do not hold',
    brokenHint: 'Pay nothing for now, and hand the samples below to the administrator.',
    checkedAt: 'checked at %{at}',
    violations: '%{count} violations',
    ok: 'holds',
    notOk: 'does not hold',
    samples: 'Samples',
    none: 'No checks',
  },
};
