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
    passwordShort: 'At least %{min} characters',
    reset: {
      open: 'Reset the password',
      title: 'A new password for %{name}',
      warning: 'Tell it to the person face to face or by telephone. Every sign-in of this user ends at once.',
      password: 'New password',
      done: 'The password is reset; every sign-in of this user has ended',
    },
    signsOut: 'Changing the role or banning ends every sign-in of this user at once.',
  },
};
