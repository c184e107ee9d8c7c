import type { zh } from './zh.ts';

export const en: typeof zh = {
  products: {
    name: 'Product |||| Products',
    fields: {
      id: 'No.',
      brandId: 'Brand',
      brandName: 'Brand',
      name: 'Product name',
      gtin: 'Barcode (GTIN)',
      spec: 'Specification',
      ingredients: 'Ingredients / material',
      category: 'Category',
      licenceNo: 'Licence or filing no.',
      maker: 'Maker',
      origin: 'Origin',
      shelfLifeDays: 'Shelf life (days)',
      status: 'Status',
      listings: 'Listings on platforms',
      'listings.platform': 'Platform',
      'listings.externalId': 'Listing id on the platform',
      'listings.title': 'Title of the listing',
      'listings.anchorId': 'Anchor of its own',
    },
    values: { status: { active: 'On sale', paused: 'Paused' } },
    section: { facts: 'Approved facts', listings: 'Listings on platforms', history: 'History' },
    empty: 'No products yet. Once added, deals and run-sheets can choose them.',
    gtinGood: 'Check digit correct',
    gtinBad: 'The check digit does not match: compare with the package',
    gtinLength: 'A barcode has 8, 12, 13 or 14 digits',
    listingHelp:
      'Order files name a product by its listing id; a listing presented by one anchor alone may name the anchor',
    categoryHelp: 'As contracts call it, such as “jewellery”: holdback goes by it',
    noListings: 'No listing yet',
  },
};
