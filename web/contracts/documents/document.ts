/** A paper of a contract as the API tells it. */
export interface ContractDocument {
  id: number;
  contractId: number;
  versionId: number | null;
  versionNo: number | null;
  kind: 'text' | 'signed_scan' | 'guardian_consent' | 'promise_evidence';
  fileName: string;
  format: string;
  sizeBytes: number;
  sha256: string;
  outcome: 'read' | 'refused' | 'kept';
  source: 'layer' | 'ocr' | 'pasted' | null;
  warnings: { code: string; count?: number; detail?: string }[];
  refusalCode: string | null;
  refusalMessage: string | null;
  uploadedByName: string | null;
  uploadedAt: string;
}

export const PAPER_KINDS = ['signed_scan', 'guardian_consent', 'promise_evidence'] as const;

/** What became of a draft when a text was put into it. */
export interface Attached {
  document: ContractDocument;
  reviewId: number;
  /** Rules whose clause the new text does not have. */
  droppedRules: { clauseNo: string }[];
}

/** `6.0 KB`, `2.4 MB`. */
export function sizeInWords(bytes: number): string {
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${Math.max(kilo, 0.1).toFixed(1)} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}
