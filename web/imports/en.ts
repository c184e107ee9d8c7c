import type { zh } from './zh.ts';

export const en: typeof zh = {
  imports: {
    name: 'Import |||| Imports',
    fields: { id: 'Id' },
  },
};
