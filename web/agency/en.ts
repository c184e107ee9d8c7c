import type { zh } from './zh.ts';

export const en: typeof zh = {
  agency: {
    name: 'Agency',
    fields: { id: 'No.', name: 'Full name', creditCode: 'Credit code', address: 'Address' },
    letterhead: 'Letterhead',
    creditCodeShape: 'A credit code has 18 digits and capital letters',
    fromNowOn:
      'Statements and payment advices issued from now on carry the new letterhead; those that are issued stay as they are.',
  },
};
