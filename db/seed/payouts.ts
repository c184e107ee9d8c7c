/** How far the payouts of April have come: all of them start with one person and end with another. */
export const PAYOUTS: readonly {
  anchorKey: string;
  month: '2026-04';
  status: 'prepared' | 'approved' | 'paid';
  bankReference?: string;
}[] = [
  { anchorKey: 'linxiaoman', month: '2026-04', status: 'paid', bankReference: 'QJ20260518000131' },
  { anchorKey: 'beichuan', month: '2026-04', status: 'paid', bankReference: 'QJ20260518000132' },
  { anchorKey: 'ayou', month: '2026-04', status: 'approved' },
  { anchorKey: 'laochen', month: '2026-04', status: 'prepared' },
];
