import { yuan } from '../fields/FenField.tsx';

export const PROMISE_KINDS = [
  'traffic',
  'training',
  'guarantee',
  'streams',
  'days_off',
  'equipment',
  'other',
] as const;
export const UNITS = ['fen', '场', '小时', '天', '次'] as const;

export interface Evidence {
  id: number;
  dueOn: string;
  delivered: number;
  note: string;
  documentId: number | null;
  recordedByName: string | null;
  recordedAt: string;
  /** Why the anchor says it is not so. */
  objection: string | null;
}

export interface Due {
  dueOn: string;
  period: string | null;
  delivered: number;
  keptBps: number;
  state: 'upcoming' | 'met' | 'partly' | 'missed' | 'no_evidence';
  evidence: Evidence[];
}

/** What the agency promised in a contract, and what became of it. */
export interface ContractPromise {
  id: number;
  contractId: number;
  contractNo: string;
  anchorId: number;
  anchorName: string;
  versionNo: number;
  clauseNo: string | null;
  kind: (typeof PROMISE_KINDS)[number];
  title: string;
  target: number | null;
  unit: string | null;
  cadence: 'once' | 'monthly';
  startsOn: string;
  endsOn: string | null;
  note?: string | null;
  rowVersion: number;
  dues: Due[];
}

export interface MonthScore {
  month: string;
  due: number;
  met: number;
  partly: number;
  missed: number;
  /** 10000: everything promised was kept. */
  scoreBps: number;
  isRunning: boolean;
}

/** `12 场`, `5,000.00 元`; the count alone where it has no unit. `unitOf` says a unit in the user's language. */
export function amountInWords(count: number, unit: string | null, unitOf: (unit: string) => string): string {
  if (unit === null) return String(count);
  return `${unit === 'fen' ? yuan(count) : count.toLocaleString('en')} ${unitOf(unit)}`;
}
