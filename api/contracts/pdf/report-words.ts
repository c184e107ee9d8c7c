import type { Severity } from '../../domain/contract-workflow.ts';
import { ACCENT, GREY, INK, RED } from '../../pdf/sheet-style.ts';
import type { Color } from '../../pdf/surface.ts';
import type { ReportFinding } from './review-report.ts';

/** Weight by words first; the colour only helps. */
export const SEVERITIES: Record<
  Severity,
  { zh: string; en: string; about: { zh: string; en: string }; color: Color }
> = {
  block: {
    zh: '必须修改',
    en: 'Must change',
    about: { zh: '修改前不发送给主播', en: 'not sent to the anchor until changed' },
    color: INK,
  },
  high: {
    zh: '高',
    en: 'High',
    about: { zh: '建议协商；保留须说明理由', en: 'negotiate; kept only with a reason' },
    color: RED,
  },
  medium: { zh: '中', en: 'Medium', about: { zh: '建议关注', en: 'worth attention' }, color: ACCENT },
  low: { zh: '低', en: 'Low', about: { zh: '可以询问', en: 'worth a question' }, color: GREY },
};

export const NEGOTIABILITIES: Record<ReportFinding['negotiability'], { zh: string; en: string }> = {
  must: { zh: '务必谈', en: 'Must' },
  should: { zh: '应该谈', en: 'Should' },
  tradable: { zh: '可交换', en: 'Tradable' },
};

export const REPORT_TITLES = { zh: '合同审阅报告', en: 'Contract Review Report' };
export const SHEET_TITLES = { zh: '合同协商要点', en: 'Negotiation Sheet' };
export const CERTIFICATE_TITLES = { zh: '合同确认证书', en: 'Certificate of Acceptance' };

export const NOT_ADVICE = {
  zh: '本报告只提示值得关注和协商的条款，不对条款的效力作判断，也不是法律意见；所列法条均为已核对原文的条目。金额单位为人民币元。',
  en: 'This report points out terms worth attention and negotiation. It does not judge them and is not legal advice; every article named was read in full. Amounts are in yuan (CNY).',
};
