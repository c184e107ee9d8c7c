import { AGENCY } from './parties.ts';

/** How each anchor of the demo is taxed, and where that is known from. */
export const TAX_PROFILES: readonly {
  anchorKey: string;
  regime: 'labour_single_payment' | 'studio_invoice';
  source: string;
  payeeName: string | null;
}[] = [
  {
    anchorKey: 'linxiaoman',
    regime: 'studio_invoice',
    source: '合同：收款方为个人独资工作室，自行申报经营所得，凭发票付款',
    payeeName: '杭州晓曼文化工作室',
  },
  {
    anchorKey: 'zhouyihe',
    regime: 'studio_invoice',
    source: '合同：收款方为公司，凭发票付款',
    payeeName: '嘉兴一禾传媒有限公司',
  },
  ...['ayou', 'laochen', 'xiaolu', 'beichuan'].map((anchorKey) => ({
    anchorKey,
    regime: 'labour_single_payment' as const,
    source: '合同：不建立劳动关系；主播声明本人为居民个人',
    payeeName: null,
  })),
];

/** Tax is reckoned from this month on; the two months before were paid before tax. */
export const TAXED_FROM = '2026-06';

/** The studio's invoice of June is there, to the fen; the company's is still to come, so its payout waits. */
export const INVOICES: readonly {
  anchorKey: string;
  month: string;
  number: string;
  seller: string;
  amountFen: number;
  issuedOn: string;
}[] = [
  {
    anchorKey: 'linxiaoman',
    month: '2026-06',
    number: '26332000000601187',
    seller: '杭州晓曼文化工作室',
    amountFen: 127_623,
    issuedOn: '2026-07-03',
  },
];

/** The account the agency pays from; nobody's number. */
export const DEBTOR = {
  name: AGENCY.name,
  bankName: '钱江示例银行杭州分行',
  account: '6200990000010000887',
  cnaps: null,
};
