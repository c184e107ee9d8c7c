import type { zh } from './zh.ts';

export const en: typeof zh = {
  brands: {
    name: 'Brand |||| Brands',
    fields: {
      id: 'No.',
      name: 'Brand',
      company: 'Company',
      creditCode: 'Credit code',
      contact: 'Contact',
      status: 'Status',
      note: 'Note',
      productCount: 'Products',
      dealCount: 'Deals',
    },
    values: { status: { active: 'Active', paused: 'Paused', blacklisted: 'Blacklisted' } },
    section: { profile: 'Profile', products: 'Products', deals: 'Deals', history: 'History' },
    empty: 'No brands yet. Add a brand first, then its products and deals.',
    creditCodeShape: 'A credit code has 18 digits or capital letters',
  },
};
