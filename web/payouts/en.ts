import type { zh } from './zh.ts';

export const en: typeof zh = {
  payouts: {
    name: 'Payout |||| Payouts',
    fields: { id: 'Id' },
  },
};
