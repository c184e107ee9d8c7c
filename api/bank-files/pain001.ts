import type { PaymentAccount, PaymentFile, PaymentItem } from '../domain/payments/payment-file.ts';
import { sumPayments } from '../domain/payments/payment-file.ts';
import { toYuanText } from '../domain/payments/yuan-text.ts';

export const PAIN_001 = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';

/**
 * The file as ISO 20022 customer credit transfer initiation, version 001.001.09, UTF-8, one payment group whose id is the
 * message's. Sums are computed from the items that are written. The same bytes for the same input. Throws RangeError for a
 * character XML cannot hold: `checkPaymentFile` names it first.
 */
export function writePain001(file: PaymentFile): Buffer {
  const count = text('NbOfTxs', String(file.items.length));
  const sum = text('CtrlSum', toYuanText(sumPayments(file.items)));
  const { debtor } = file;
  const head = element('GrpHdr', [
    text('MsgId', file.messageId),
    text('CreDtTm', file.createdAt),
    count,
    sum,
    element('InitgPty', [text('Nm', debtor.name)]),
  ]);
  const group = element('PmtInf', [
    text('PmtInfId', file.messageId),
    text('PmtMtd', 'TRF'),
    count,
    sum,
    element('ReqdExctnDt', [text('Dt', file.executeOn)]),
    element('Dbtr', [text('Nm', debtor.name)]),
    element('DbtrAcct', accountOf(debtor)),
    element('DbtrAgt', bankOf(debtor)),
    text('ChrgBr', file.chargeBearer),
    ...file.items.map(toTransfer),
  ]);
  const lines = [...element('CstmrCdtTrfInitn', [head, group])].map((line) => `  ${line}`);
  const document = [`<Document xmlns="${PAIN_001}">`, ...lines, '</Document>', ''];
  return Buffer.from(['<?xml version="1.0" encoding="UTF-8"?>', ...document].join('\n'), 'utf8');
}

function toTransfer({ endToEndId, amountFen, creditor, purpose }: PaymentItem): string[] {
  return element('CdtTrfTxInf', [
    element('PmtId', [text('InstrId', endToEndId), text('EndToEndId', endToEndId)]),
    element('Amt', [[`<InstdAmt Ccy="CNY">${toYuanText(amountFen)}</InstdAmt>`]]),
    element('CdtrAgt', bankOf(creditor)),
    element('Cdtr', [text('Nm', creditor.name)]),
    element('CdtrAcct', accountOf(creditor)),
    element('RmtInf', [text('Ustrd', purpose)]),
  ]);
}

function accountOf({ account }: PaymentAccount): string[][] {
  return [element('Id', [element('Othr', [text('Id', account)])]), text('Ccy', 'CNY')];
}

/** CNAPS is China's clearing system in ISO 20022's external code list; its members are numbered by 联行号. */
function bankOf({ bankName, cnaps }: PaymentAccount): string[][] {
  const member =
    cnaps === null
      ? []
      : [element('ClrSysMmbId', [element('ClrSysId', [text('Cd', 'CNAPS')]), text('MmbId', cnaps)])];
  return [element('FinInstnId', [...member, text('Nm', bankName)])];
}

function element(name: string, children: readonly (readonly string[])[]): string[] {
  return [`<${name}>`, ...children.flat().map((line) => `  ${line}`), `</${name}>`];
}

const text = (name: string, value: string): string[] => [`<${name}>${escapeXml(value)}</${name}>`];

function escapeXml(value: string): string {
  if (FORBIDDEN.test(value)) throw new RangeError('a character that XML cannot hold');
  return value.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** Also line breaks and tabs: a name or purpose of one line has none, and XML would turn them into blanks. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\ufffe\uffff]/u;
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
