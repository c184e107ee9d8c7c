import type { zh } from './zh.ts';

export const en: typeof zh = {
  dashboard: {
    name: 'Desk',
    hello: 'Hello, %{name}',
    today: 'Today is %{day}',
    upcoming: 'Next streams',
    noUpcoming: 'No stream is planned',
    drafts: 'Contracts to confirm',
    noDrafts: 'No draft contract',
    figures: 'At a glance',
    quick: 'Often used',
  },
};
