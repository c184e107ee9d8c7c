import type { zh } from './zh.ts';

export const en: typeof zh = {
  me: {
    name: 'My account',
    fields: { name: 'Name', email: 'Email', role: 'Role', locale: 'Language' },
    saved: 'Saved',
    sessions: {
      title: 'Signed-in devices',
      current: 'this one',
      revoke: 'Sign this device out',
      revoked: 'The device is signed out',
      since: 'signed in %{at}',
      until: 'expires %{at}',
      unknown: 'Unknown device',
    },
    totp: {
      title: 'Second factor',
      on: 'On: signing in asks for the six digits of your authenticator beside the password.',
      off: 'Off. Recommended for finance and admins.',
      enable: 'Turn on',
      disable: 'Turn off',
      password: 'Your current password',
      secret: 'Add an account in your authenticator app with this secret:',
      code: 'The six digits it shows',
      confirm: 'Turn on',
      backup: 'Backup codes: each works once. Write them down.',
      enabled: 'Second factor is on',
      disabled: 'Second factor is off',
      wrong: 'Password or code is wrong',
      openApp: 'Open in the authenticator of this device',
    },
  },
};
