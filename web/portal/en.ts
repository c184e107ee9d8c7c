import type { zh } from './zh.ts';

export const en: typeof zh = {
  portal: {
    name: 'Mine',
    fields: { id: 'Id' },
  },
};
