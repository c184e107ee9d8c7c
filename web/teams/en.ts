import type { zh } from './zh.ts';

export const en: typeof zh = {
  teams: {
    name: 'Team |||| Teams',
    fields: { id: 'No.', name: 'Team', members: 'Members', anchors: 'Anchors' },
    section: { profile: 'Team' },
    counts: '%{members} members · %{anchors} anchors',
    empty: 'No team yet. Operators who see the anchors of their team see all of them.',
  },
};
