import { SaxesParser } from 'saxes';
import { DomainError } from '../domain/error.ts';
import type {
  ReturnContent,
  ReturnOutcome,
  ReturnProblem,
  ReturnReason,
  ReturnRow,
} from '../domain/payments/match-return.ts';
import { readYuanText } from '../domain/payments/yuan-text.ts';
import { decodeText } from './decode-text.ts';
import { readDay } from './read-day.ts';

export const PAIN_002 = 'urn:iso:std:iso:20022:tech:xsd:pain.002.001.10';

/**
 * Status codes of ISO 20022. Paid is only what has left our account (ACSC) or reached the payee's (ACCC): accepted, pending
 * and received say that the bank still works on it.
 */
const OUTCOMES: Record<string, ReturnOutcome> = {
  ACSC: 'paid',
  ACCC: 'paid',
  RJCT: 'failed',
  CANC: 'failed',
  ACCP: 'unknown',
  ACFC: 'unknown',
  ACSP: 'unknown',
  ACTC: 'unknown',
  ACWC: 'unknown',
  BLCK: 'unknown',
  PART: 'unknown',
  PATC: 'unknown',
  PDNG: 'unknown',
  RCVD: 'unknown',
};

/**
 * Rows of a customer payment status report, version 002.001.10. Refused as a whole: `return_hostile` (a document type, which
 * is how entities that explode or name files come in), `return_too_complex`, `return_damaged`, `return_wrong_kind`.
 */
export function readPain002(bytes: Buffer): Omit<ReturnContent, 'sha256'> & { problems: ReturnProblem[] } {
  const xml = decodeText(bytes, declaredEncoding(bytes));
  const report = startReport();
  walk(xml, report);
  const { group, payment, rows, problems } = report;
  const whole = [group, payment].find(({ status }) => OUTCOMES[status] === 'failed');
  // a group within the file is the whole of it only when it has the file's id, as ours has
  const isWhole = whole === group || payment.id === group.id;
  return {
    originalMessageId: group.id || null,
    wholeFile:
      whole !== undefined && isWhole
        ? { outcome: 'failed', statusWord: whole.status, reason: toReason(whole) }
        : null,
    rows,
    problems,
  };
}

interface Status {
  id: string;
  status: string;
  codes: string[];
  texts: string[];
}

interface Transaction extends Status {
  amount: string;
  currency: string;
  settledOn: string;
  acceptedAt: string;
  bankReference: string;
}

interface Report {
  group: Status;
  payment: Status;
  transaction: Transaction;
  count: number;
  rows: ReturnRow[];
  problems: ReturnProblem[];
}

function walk(xml: string, report: Report): void {
  const parser = new SaxesParser({ xmlns: true });
  const path: string[] = [];
  let text = '';
  parser.on('doctype', () => {
    throw refuse('return_hostile', 'this XML declares a document type, which no bank file needs');
  });
  parser.on('error', (error) => {
    throw refuse('return_damaged', `this XML is broken: ${error.message.slice(0, 200)}`);
  });
  parser.on('opentag', (tag) => {
    if (path.length === 0 && (tag.local !== 'Document' || tag.uri !== PAIN_002))
      throw refuse(
        'return_wrong_kind',
        `this XML is ${tag.uri.slice(0, 100) || tag.local}, not pain.002.001.10`,
      );
    path.push(tag.local);
    if (path.length > MAX_DEPTH) throw refuse('return_too_complex', `elements more than ${MAX_DEPTH} deep`);
    if (tag.local === 'TxInfAndSts') startTransaction(report);
    if (tag.local === 'OrgnlPmtInfAndSts') report.payment = emptyStatus();
    if (tag.local === 'InstdAmt') report.transaction.currency = String(tag.attributes.Ccy?.value ?? '');
    text = '';
  });
  const addText = (part: string): void => {
    if (text.length + part.length > MAX_TEXT)
      throw refuse('return_too_complex', `a text of more than ${MAX_TEXT} characters`);
    text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    takeText(report, path.slice(2).join('/'), text.trim());
    if (path.at(-1) === 'TxInfAndSts') endTransaction(report);
    path.pop();
    // blanks between elements are no text of theirs
    text = '';
  });
  parser.write(xml).close();
}

/** `path` begins below CstmrPmtStsRpt. */
function takeText({ group, payment, transaction }: Report, path: string, text: string): void {
  if (text === '') return;
  const [first, second, ...rest] = path.split('/');
  if (first === 'OrgnlGrpInfAndSts') takeStatus(group, [second!, ...rest], 'OrgnlMsgId', 'GrpSts', text);
  if (first !== 'OrgnlPmtInfAndSts' || second === undefined) return;
  if (second !== 'TxInfAndSts') {
    takeStatus(payment, [second, ...rest], 'OrgnlPmtInfId', 'PmtInfSts', text);
    return;
  }
  takeStatus(transaction, rest, 'OrgnlEndToEndId', 'TxSts', text);
  const field = TRANSACTION_FIELDS[rest.join('/')];
  if (field !== undefined) transaction[field] = text;
}

const TRANSACTION_FIELDS: Record<string, 'amount' | 'settledOn' | 'acceptedAt' | 'bankReference'> = {
  'OrgnlTxRef/Amt/InstdAmt': 'amount',
  'FctvIntrBkSttlmDt/Dt': 'settledOn',
  'FctvIntrBkSttlmDt/DtTm': 'settledOn',
  AccptncDtTm: 'acceptedAt',
  AcctSvcrRef: 'bankReference',
};

function takeStatus(status: Status, path: string[], idName: string, statusName: string, text: string): void {
  const name = path.join('/');
  if (name === idName) status.id = text;
  else if (name === statusName) status.status = text;
  else if (name === 'StsRsnInf/Rsn/Cd' || name === 'StsRsnInf/Rsn/Prtry') status.codes.push(text);
  else if (name === 'StsRsnInf/AddtlInf') status.texts.push(text);
}

function startTransaction(report: Report): void {
  report.count++;
  if (report.count > MAX_TRANSACTIONS)
    throw refuse('return_too_complex', `more than ${MAX_TRANSACTIONS} transactions`);
  report.transaction = emptyTransaction();
}

function endTransaction({ transaction, payment, group, count, rows, problems }: Report): void {
  const { id, amount, currency, settledOn, acceptedAt, bankReference } = transaction;
  // a transaction without a status of its own has that of its group
  const statusWord = transaction.status || payment.status || group.status;
  const outcome = OUTCOMES[statusWord];
  const amountFen = readYuanText(amount);
  const day = settledOn || (outcome === 'paid' ? acceptedAt : '');
  const paidOn = readDay(day);
  const complain = (code: string, message: string) =>
    problems.push({ row: count, code, message: `transaction ${count}: ${message}` });
  if (id === '') complain('id_missing', 'no payment is named');
  else if (outcome === undefined)
    complain('status_word_unknown', `the status “${statusWord.slice(0, 40)}” is none of ISO 20022 we know`);
  else if (amount !== '' && currency !== 'CNY')
    complain('currency', `the amount is in ${currency.slice(0, 10)}`);
  else if (amount !== '' && amountFen === undefined)
    complain('amount_unreadable', `“${amount.slice(0, 40)}” is not an amount in yuan`);
  else if (day !== '' && paidOn === undefined)
    complain('day_unreadable', `“${day.slice(0, 40)}” is not a day`);
  else
    rows.push({
      row: count,
      endToEndId: id,
      outcome,
      statusWord,
      reason: toReason(transaction.codes.length + transaction.texts.length > 0 ? transaction : payment),
      amountFen: amountFen ?? null,
      paidOn: paidOn ?? null,
      bankReference: bankReference || null,
    });
}

const toReason = ({ codes, texts }: Status): ReturnReason | null =>
  codes.length + texts.length === 0
    ? null
    : { code: codes[0] ?? '', text: [...codes.slice(1), ...texts].join('; ').slice(0, 500) };

/** Banks of China also write GBK and say so; everything else must be UTF-8. */
function declaredEncoding(bytes: Buffer): 'utf-8' | 'gb18030' {
  const declared = /^[^>]{0,100}encoding\s*=\s*["']([^"']{1,20})["']/.exec(
    bytes.subarray(0, 200).toString('latin1'),
  );
  const name = declared?.[1]?.toLowerCase() ?? 'utf-8';
  if (['gb18030', 'gbk', 'gb2312'].includes(name)) return 'gb18030';
  if (name === 'utf-8' || name === 'us-ascii') return 'utf-8';
  throw refuse('return_encoding', `XML in ${name} is not read`);
}

const MAX_DEPTH = 24;
const MAX_TEXT = 4_000;
const MAX_TRANSACTIONS = 100_000;

const emptyStatus = (): Status => ({ id: '', status: '', codes: [], texts: [] });
const emptyTransaction = (): Transaction => ({
  ...emptyStatus(),
  amount: '',
  currency: '',
  settledOn: '',
  acceptedAt: '',
  bankReference: '',
});
const startReport = (): Report => ({
  group: emptyStatus(),
  payment: emptyStatus(),
  transaction: emptyTransaction(),
  count: 0,
  rows: [],
  problems: [],
});
const refuse = (code: string, message: string): DomainError => new DomainError('invalid', code, message);
