import { type ItemStatus, whyNotMoveItem } from './batch.ts';

/** What a bank says became of a payment. `unknown`: it says that it does not know yet. */
export const RETURN_OUTCOMES = ['paid', 'failed', 'unknown'] as const;
export type ReturnOutcome = (typeof RETURN_OUTCOMES)[number];

export interface ReturnReason {
  /** The bank's or ISO 20022's code (`AC04`), empty when it gives none. */
  code: string;
  text: string;
}

/** One answer of a return file. */
export interface ReturnRow {
  /** Line of a CSV, or number of the transaction in XML, from 1. */
  row: number;
  endToEndId: string;
  outcome: ReturnOutcome;
  /** The bank's own word or code. */
  statusWord: string;
  reason: ReturnReason | null;
  /** null: the file does not say. */
  amountFen: number | null;
  /** Day. */
  paidOn: string | null;
  bankReference: string | null;
}

/** What a file says: `wholeFile` when the bank refused it as a whole, whether or not it names payments of it. */
export interface ReturnContent {
  sha256: string;
  /** Id of the file it answers; null: it does not say. */
  originalMessageId: string | null;
  wholeFile: { outcome: 'failed'; statusWord: string; reason: ReturnReason | null } | null;
  rows: readonly ReturnRow[];
}

/** A row of a file that says nothing we can act on; `message` says what is wrong with it. */
export interface ReturnProblem {
  row: number;
  code: string;
  message: string;
}

/** An item of the batch as it is before this file. */
export interface SentItem {
  itemId: number;
  endToEndId: string;
  amountFen: number;
  status: ItemStatus;
  bankReference: string | null;
}

export interface SentBatch {
  messageId: string;
  items: readonly SentItem[];
  /** sha256 of the return files taken already. */
  filesTaken: readonly string[];
}

export interface ReturnMatch {
  /** These bytes were taken before: every row is among `repeats`, nothing is to be done. */
  isRepeatedFile: boolean;
  paid: Matched[];
  /** `reason` is never null: the bank's, or its status word. */
  failed: (Matched & { reason: ReturnReason })[];
  unknown: Matched[];
  /** Answers about another batch, or about nothing of ours. */
  strangers: { row: ReturnRow; why: 'another_file' | 'not_in_batch' }[];
  /** The bank names another amount than was sent: nothing is done, a person looks. */
  amountDiffers: { item: SentItem; row: ReturnRow }[];
  /** Answers that say nothing new: the same as before, or an older state of what is settled. */
  repeats: { row: ReturnRow }[];
  /** Answers a file may not act on alone. */
  conflicts: { item: SentItem; row: ReturnRow; code: ConflictCode; message: string }[];
  /** Items at the bank about which the file says nothing. */
  unanswered: SentItem[];
}

/** `row` is null where the bank refused the whole file. */
export interface Matched {
  item: SentItem;
  row: ReturnRow | null;
}

export type ConflictCode =
  /** The file says two different things of one payment. */
  | 'contradiction'
  /** Paid before, failed now: bounced, or wrong. */
  | 'paid_now_failed'
  /** Failed before, paid now; if it was resent, it is paid twice. */
  | 'failed_now_paid'
  /** Paid before and paid now under another reference: perhaps paid twice. */
  | 'paid_again'
  /** An answer about a payment that was in no file yet. */
  | 'not_sent';

/**
 * Compares a return file with the batch it answers; decides, changes nothing. Taking the same file or row again gives
 * only `repeats`; what is paid never becomes failed, and what is failed never paid, by a file alone.
 */
export function matchReturn(file: ReturnContent, batch: SentBatch): ReturnMatch {
  const match = emptyMatch();
  const isOfAnother = file.originalMessageId !== null && file.originalMessageId !== batch.messageId;
  if (isOfAnother) {
    match.strangers = file.rows.map((row) => ({ row, why: 'another_file' }));
    match.unanswered = batch.items.filter(isOpen);
    return match;
  }
  if (batch.filesTaken.includes(file.sha256)) {
    match.isRepeatedFile = true;
    match.repeats = file.rows.map((row) => ({ row }));
    match.unanswered = batch.items.filter(isOpen);
    return match;
  }
  const items = new Map(batch.items.map((item) => [item.endToEndId, item]));
  const answers = new Map<SentItem, ReturnRow[]>();
  for (const row of file.rows) {
    const item = items.get(row.endToEndId);
    if (item === undefined) match.strangers.push({ row, why: 'not_in_batch' });
    else answers.set(item, [...(answers.get(item) ?? []), row]);
  }
  // a refusal of the whole file counts only when the file says which one it means
  const wholeFile = file.originalMessageId === null ? null : file.wholeFile;
  for (const [item, rows] of answers) {
    if (wholeFile !== null && rows.some(({ outcome }) => outcome !== 'failed'))
      match.conflicts.push(...rows.map((row) => toConflict(item, row, 'contradiction')));
    else matchItem(match, item, rows);
  }
  if (wholeFile !== null)
    failAll(
      match,
      batch.items.filter((item) => !answers.has(item)),
      wholeFile,
    );
  const isSettled = new Set([...match.paid, ...match.failed, ...match.unknown].map(({ item }) => item));
  match.unanswered = batch.items.filter((item) => isOpen(item) && !isSettled.has(item) && !answers.has(item));
  return match;
}

function matchItem(match: ReturnMatch, item: SentItem, rows: readonly ReturnRow[]): void {
  const wrong = rows.filter(({ amountFen }) => amountFen !== null && amountFen !== item.amountFen);
  if (wrong.length > 0) {
    match.amountDiffers.push(...wrong.map((row) => ({ item, row })));
    // one wrong amount makes the other rows of the payment doubtful too
    match.conflicts.push(
      ...rows.filter((row) => !wrong.includes(row)).map((row) => toConflict(item, row, 'contradiction')),
    );
    return;
  }
  const final = rows.filter(({ outcome }) => outcome !== 'unknown');
  const telling = final.length > 0 ? final : rows;
  const first = telling[0]!;
  const isOneAnswer = telling.every(
    (row) => row.outcome === first.outcome && row.bankReference === first.bankReference,
  );
  if (!isOneAnswer) {
    match.conflicts.push(...rows.map((row) => toConflict(item, row, 'contradiction')));
    return;
  }
  match.repeats.push(...rows.filter((row) => row !== first).map((row) => ({ row })));
  settle(match, item, first);
}

function settle(match: ReturnMatch, item: SentItem, row: ReturnRow): void {
  const conflict = findConflict(item, row);
  if (conflict !== undefined) match.conflicts.push(toConflict(item, row, conflict));
  else if (whyNotMoveItem(item.status, row.outcome, 'file') !== undefined) match.repeats.push({ row });
  else if (row.outcome === 'failed')
    match.failed.push({ item, row, reason: row.reason ?? { code: '', text: row.statusWord } });
  else match[row.outcome].push({ item, row });
}

/** undefined: the row may be acted on, or says nothing new. */
function findConflict(item: SentItem, row: ReturnRow): ConflictCode | undefined {
  if (item.status === 'pending') return 'not_sent';
  if (row.outcome === 'unknown' || item.status === 'in_file' || item.status === 'unknown') return undefined;
  if (item.status !== 'paid') return row.outcome === 'paid' ? 'failed_now_paid' : undefined;
  if (row.outcome === 'failed') return 'paid_now_failed';
  const isOther =
    row.bankReference !== null && item.bankReference !== null && row.bankReference !== item.bankReference;
  return isOther ? 'paid_again' : undefined;
}

function failAll(
  match: ReturnMatch,
  items: readonly SentItem[],
  { reason, statusWord }: NonNullable<ReturnContent['wholeFile']>,
): void {
  const why = reason ?? { code: '', text: statusWord };
  for (const item of items) {
    if (isOpen(item)) match.failed.push({ item, row: null, reason: why });
    else if (item.status === 'paid') {
      const row = toWholeFileRow(item, statusWord, why);
      match.conflicts.push(toConflict(item, row, 'paid_now_failed'));
    }
  }
}

const toWholeFileRow = (item: SentItem, statusWord: string, reason: ReturnReason): ReturnRow => ({
  row: 0,
  endToEndId: item.endToEndId,
  outcome: 'failed',
  statusWord,
  reason,
  amountFen: null,
  paidOn: null,
  bankReference: null,
});

const MESSAGES: Record<ConflictCode, string> = {
  contradiction: 'the file says different things of this payment: ask the bank',
  paid_now_failed: 'this payment was paid: a person says whether the money came back',
  failed_now_paid: 'this payment had failed: a person says whether it arrived after all, and whether twice',
  paid_again: 'this payment was paid under another bank reference: check that it was not paid twice',
  not_sent: 'this payment was in no file yet',
};

const toConflict = (item: SentItem, row: ReturnRow, code: ConflictCode) => ({
  item,
  row,
  code,
  message: MESSAGES[code],
});

const isOpen = ({ status }: SentItem): boolean => status === 'in_file' || status === 'unknown';

const emptyMatch = (): ReturnMatch => ({
  isRepeatedFile: false,
  paid: [],
  failed: [],
  unknown: [],
  strangers: [],
  amountDiffers: [],
  repeats: [],
  conflicts: [],
  unanswered: [],
});
