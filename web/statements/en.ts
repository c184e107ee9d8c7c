import type { zh } from './zh.ts';

export const en: typeof zh = {
  statements: {
    name: 'Statement |||| Statements',
    fields: { id: 'Id' },
  },
};
