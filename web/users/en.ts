import type { zh } from './zh.ts';

export const en: typeof zh = {
  users: {
    name: 'User |||| Users',
    fields: {
      id: 'Id',
      name: 'Name',
      email: 'Email',
      password: 'First password',
      role: 'Role',
      scope: 'Sees',
      teamId: 'Team',
      anchorId: 'Is anchor',
      anchorName: 'Is anchor',
      locale: 'Language',
      banned: 'Banned',
      twoFactorEnabled: 'Second factor',
      createdAt: 'Created at',
    },
    values: {
      role: {
        anchor: 'Anchor',
        operator: 'Operator',
        compliance: 'Compliance',
        finance: 'Finance',
        admin: 'Admin',
        system: 'System',
      },
      scope: { own: 'Anchors in own care', group: 'Anchors of the team', all: 'All anchors' },
      locale: { zh: '中文', en: 'English' },
      banned: { true: 'Banned', false: 'Active' },
      twoFactorEnabled: { true: 'On', false: 'Off' },
    },
    section: { profile: 'Account', history: 'History' },
    empty: 'No users yet.',
    passwordShort: 'At least 12 characters',
    signsOut: 'Changing the role or banning ends every sign-in of this user at once.',
  },
};
