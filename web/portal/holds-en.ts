import type { holdsZh } from './holds-zh.ts';

export const holdsEn: typeof holdsZh = {
  name: 'Share held |||| Shares held',
  title: 'Shares held',
  total: 'Held, not taken (CNY)',
  why: 'Why, and until when',
  about:
    'Only your share of the orders of the goods being looked into is held; everything else is settled and paid as usual.',
  none: 'None of your shares is held.',
  past: 'Done with',
  failed: 'This could not be read: please try again.',
  again: 'Try again',
  since: 'since %{day}',
  until: 'the brand has until %{day}',
  released: '%{amount} given back',
  clawedBack: '%{amount} not given back',
  lines: 'Each order (%{count})',
  postedIn: 'posted in %{month}',
  state: { held: 'Held', released: 'Released', clawed_back: 'Not given back', mixed: 'In part' },
  lineState: { held: 'held', released: 'released', clawed_back: 'not given back' },
  kind: { hold: 'held', release: 'released', clawback: 'not given back' },
};
