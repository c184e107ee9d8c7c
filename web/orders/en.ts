import type { zh } from './zh.ts';

export const en: typeof zh = {
  orders: {
    name: 'Order line |||| Order lines',
    fields: { id: 'Id' },
  },
};
