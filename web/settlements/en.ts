import type { zh } from './zh.ts';

export const en: typeof zh = {
  settlements: {
    name: 'Settlement |||| Settlements',
    fields: { id: 'Id' },
  },
};
