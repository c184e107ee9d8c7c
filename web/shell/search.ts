/** What the palette searches, and which fields of a record say what it is. */
export interface SearchedKind {
  resource: string;
  title: string;
  details: readonly string[];
}

export interface Hit {
  resource: string;
  id: string | number;
  title: string;
  detail: string;
}

export const PER_KIND = 5;

export const SEARCHED: readonly SearchedKind[] = [
  { resource: 'anchors', title: 'name', details: ['realName', 'activeContractNo'] },
  { resource: 'contracts', title: 'no', details: ['anchorName', 'title'] },
  { resource: 'brands', title: 'name', details: ['company'] },
  { resource: 'products', title: 'name', details: ['brandName', 'gtin'] },
  { resource: 'cases', title: 'no', details: ['title', 'productName'] },
  { resource: 'deals', title: 'title', details: ['brandName'] },
  { resource: 'streams', title: 'title', details: ['anchorName'] },
  { resource: 'statements', title: 'no', details: ['anchorName', 'month'] },
];

export function hitsOf(kind: SearchedKind, records: readonly Record<string, unknown>[]): Hit[] {
  return records.map((record) => ({
    resource: kind.resource,
    id: record.id as string | number,
    title: String(record[kind.title] ?? `#${record.id}`),
    detail: kind.details
      .map((field) => record[field])
      .filter(Boolean)
      .join(' · '),
  }));
}
