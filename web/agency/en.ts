import type { zh } from './zh.ts';

export const en: typeof zh = {
  agency: {
    name: 'Agency',
    fields: {
      id: 'No.',
      name: 'Full name',
      creditCode: 'Credit code',
      address: 'Address',
      publicUrl: 'Public address',
    },
    letterhead: 'Letterhead',
    creditCodeShape: 'A credit code has 18 digits and capital letters',
    publicUrlHelp:
      'Printed as a QR code on statements: whoever scans it sees whether the paper was changed, and nothing else. Without it the code alone is printed.',
    publicUrlShape: 'An address like https://mcn.example.com, without a path',
    fromNowOn:
      'Statements and payment advices issued from now on carry the new letterhead; those that are issued stay as they are.',
  },
};
