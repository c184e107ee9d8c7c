import { isBankAccount } from '../bank-account.ts';
import { type BankRules, findForeignCharacters } from './bank-rules.ts';
import { type PaymentAccount, type PaymentFile, type PaymentItem, readEndToEndId } from './payment-file.ts';
import { toYuanText } from './yuan-text.ts';

/** One thing a file to the bank must not leave with. */
export interface PaymentProblem {
  code: string;
  /** Number of the item from 1 and its end-to-end id; null where the whole file or the debtor is meant. */
  row: number | null;
  endToEndId: string | null;
  /** Names the item or the field, and what is wrong with it. */
  message: string;
}

/**
 * Everything wrong with a file, item by item; empty when it may be written. `approved` is what the batch's approvers saw:
 * count and sum are compared with it and with the items, so that neither a lost nor an added payment leaves.
 */
export function checkPaymentFile(
  file: PaymentFile,
  rules: BankRules,
  approved: { itemCount: number; totalFen: number },
): PaymentProblem[] {
  const problems = [...checkHead(file), ...checkSums(file, rules, approved)];
  const firstRows = new Map<string, number>();
  file.items.forEach((item, at) => {
    const about = (code: string, message: string): PaymentProblem => ({
      code,
      row: at + 1,
      endToEndId: item.endToEndId,
      message: `payment ${at + 1} (${item.endToEndId}, ${item.creditor.name}): ${message}`,
    });
    problems.push(...checkItem(item, rules).map(([code, message]) => about(code, message)));
    const first = firstRows.get(item.endToEndId);
    if (first === undefined) firstRows.set(item.endToEndId, at + 1);
    else problems.push(about('end_to_end_repeated', `has the id of payment ${first}`));
  });
  return problems;
}

type Complaint = [code: string, message: string];

function checkHead(file: PaymentFile): PaymentProblem[] {
  const complaints: Complaint[] = checkAccount(file.debtor, 'debtor');
  if (!/^[A-Z0-9][A-Z0-9-]{0,34}$/.test(file.messageId))
    complaints.push(['message_id', 'the id of the file is 1 to 35 of A–Z, 0–9 and -']);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(file.createdAt) || !isDate(file.createdAt))
    complaints.push(['created_at', 'the time of the file is not a time with its offset']);
  if (!/^\d{4}-\d\d-\d\d$/.test(file.executeOn) || !isDate(file.executeOn))
    complaints.push(['execute_on', 'the day of payment is not a day']);
  return complaints.map(([code, message]) => ofFile(code, message));
}

function checkSums(
  { items, itemCount, totalFen }: PaymentFile,
  rules: BankRules,
  approved: { itemCount: number; totalFen: number },
): PaymentProblem[] {
  if (items.length === 0) return [ofFile('no_items', 'there is no payment in this file')];
  const complaints: Complaint[] = [];
  if (items.length > rules.maxItems)
    complaints.push(['too_many_items', `${items.length} payments: the bank takes ${rules.maxItems} a file`]);
  if (items.length !== itemCount || itemCount !== approved.itemCount)
    complaints.push([
      'count_mismatch',
      `${items.length} payments, the file says ${itemCount}, ${approved.itemCount} were approved`,
    ]);
  if (items.every(({ amountFen }) => Number.isSafeInteger(amountFen))) {
    const sum = items.reduce((total, { amountFen }) => total + BigInt(amountFen), 0n);
    if (sum !== asFen(totalFen) || sum !== asFen(approved.totalFen))
      complaints.push([
        'sum_mismatch',
        `the payments add up to ${sum} fen, the file says ${totalFen}, ${approved.totalFen} were approved`,
      ]);
    if (sum > BigInt(rules.maxTotalFen))
      complaints.push([
        'total_over_limit',
        `the file is over the limit of ¥${toYuanText(rules.maxTotalFen)}: split the batch`,
      ]);
  }
  return complaints.map(([code, message]) => ofFile(code, message));
}

function checkItem({ endToEndId, amountFen, creditor, purpose }: PaymentItem, rules: BankRules): Complaint[] {
  const complaints = checkAccount(creditor, 'payee');
  if (readEndToEndId(endToEndId) === undefined)
    complaints.push(['end_to_end_id', 'its end-to-end id is not made of a payout number and an attempt']);
  if (!Number.isSafeInteger(amountFen))
    complaints.push(['amount_not_whole_fen', 'its amount is not whole fen']);
  else if (amountFen <= 0) complaints.push(['amount_not_positive', 'its amount is not above zero']);
  else if (amountFen > rules.maxItemFen)
    complaints.push([
      'amount_over_limit',
      `¥${toYuanText(amountFen)} is over the bank's limit of ¥${toYuanText(rules.maxItemFen)} a payment`,
    ]);
  const foreign = findForeignCharacters(creditor.name, rules.names);
  if (foreign.length > 0)
    complaints.push(['name_characters', `the bank does not take ${foreign.map(show).join(' ')} in a name`]);
  if ([...creditor.name].length > rules.maxNameCharacters)
    complaints.push(['name_too_long', `the name is longer than ${rules.maxNameCharacters} characters`]);
  if (rules.needsCnaps && creditor.cnaps === null)
    complaints.push(['cnaps_missing', 'the bank asks for the CNAPS code (联行号) of the payee’s bank']);
  if (purpose.trim() === '') complaints.push(['purpose_empty', 'it has no purpose']);
  if ([...purpose].length > rules.maxPurposeCharacters)
    complaints.push([
      'purpose_too_long',
      `the purpose is longer than ${rules.maxPurposeCharacters} characters`,
    ]);
  if (CONTROL.test(purpose))
    complaints.push(['purpose_characters', 'the purpose holds a line break or control character']);
  return complaints;
}

function checkAccount({ name, account, bankName, cnaps }: PaymentAccount, whose: string): Complaint[] {
  const complaints: Complaint[] = [];
  if (name.trim() === '') complaints.push(['name_empty', `the ${whose} has no name`]);
  // a spreadsheet would take it for a formula, and a guard in front of it would make it another name
  if (/^[-=+@]/.test(name)) complaints.push(['name_start', `the ${whose}'s name begins with ${name[0]}`]);
  if (name !== name.trim())
    complaints.push(['name_blanks', `the ${whose}'s name begins or ends with a blank`]);
  if (account === '') complaints.push(['account_empty', `the ${whose} has no account number`]);
  else if (!isBankAccount(account))
    complaints.push(['account_malformed', `the ${whose}'s account number is not 8 to 32 digits`]);
  if (bankName.trim() === '') complaints.push(['bank_empty', `the ${whose} has no bank`]);
  if (CONTROL.test(name + bankName))
    complaints.push([
      'control_characters',
      `the ${whose}'s name or bank holds a line break or control character`,
    ]);
  if (cnaps !== null && !/^\d{12}$/.test(cnaps))
    complaints.push(['cnaps_malformed', `the ${whose}'s CNAPS code (联行号) is not 12 digits`]);
  return complaints;
}

const ofFile = (code: string, message: string): PaymentProblem => ({
  code,
  row: null,
  endToEndId: null,
  message,
});

/** A figure that is no whole number equals no sum. */
const asFen = (value: number): bigint | undefined =>
  Number.isSafeInteger(value) ? BigInt(value) : undefined;

/** A day such as 31 June is moved on by the parser: it must come back as it went in. */
function isDate(text: string): boolean {
  const day = text.slice(0, 10);
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) && !Number.isNaN(Date.parse(text));
}

/** What cannot be seen is named by its number. */
const show = (character: string): string =>
  /[\p{C}\p{Z}]/u.test(character)
    ? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    : `“${character}”`;

/** Also a lone surrogate and the two code points XML has no way to write. */
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]/u;
