import type { Reason } from '../../../api/domain/error.ts';

/** A side's word about a version, as it is kept. */
export interface AcceptanceRecord {
  id: number;
  side: 'anchor' | 'agency';
  method: 'portal' | 'paper';
  signerName: string;
  statement: string;
  textSha256: string;
  termsSha256: string;
  acceptedAt: string;
  acceptedByName: string | null;
  ipAddress: string | null;
  userAgent: string | null;
  signedOn: string | null;
  documentId: number | null;
  note?: string | null;
}

/** What this person's side would agree to, word for word, and who agreed already. */
export interface AcceptanceForm {
  side: 'anchor' | 'agency';
  lang: 'zh' | 'en';
  /** null as long as there is no settled text. */
  statement: string | null;
  statementSha256: string | null;
  textSha256: string | null;
  termsSha256: string | null;
  refusal: Reason | null;
  acceptances: AcceptanceRecord[];
}

/** What the person adds to the statement. */
export interface Word {
  signerName: string;
  isRead: boolean;
}

/** The acceptance to send: of exactly the sentences and hashes that were shown; undefined while something is missing. */
export function wordOf(form: AcceptanceForm, { signerName, isRead }: Word) {
  const { lang, textSha256, termsSha256, statementSha256 } = form;
  if (!isRead || signerName.trim() === '' || textSha256 === null) return undefined;
  return { signerName: signerName.trim(), textSha256, termsSha256, statementSha256, lang, isRead: true };
}
