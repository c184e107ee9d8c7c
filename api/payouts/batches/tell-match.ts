import type { BatchItemRow } from '../../../db/queries/payout-batches.ts';
import type { ReturnFile } from '../../bank-files/read-return.ts';
import type { ReturnMatch, SentItem } from '../../domain/payments/match-return.ts';

/** A match as screens show it: names beside ids, no object twice. */
export function tellMatch(file: ReturnFile, match: ReturnMatch, items: readonly BatchItemRow[]) {
  const names = new Map(items.map(({ id, anchorName }) => [id, anchorName]));
  const about = ({ itemId, endToEndId, amountFen }: SentItem) => ({
    itemId,
    endToEndId,
    anchorName: names.get(itemId) ?? '',
    amountFen,
  });
  return {
    format: file.format,
    isRepeatedFile: match.isRepeatedFile,
    paid: match.paid.map(({ item, row }) => ({
      ...about(item),
      row: row?.row ?? null,
      bankReference: row?.bankReference ?? null,
      paidOn: row?.paidOn ?? null,
    })),
    failed: match.failed.map(({ item, row, reason }) => ({
      ...about(item),
      row: row?.row ?? null,
      reasonCode: reason.code || null,
      reasonText: reason.text,
    })),
    unknown: match.unknown.map(({ item, row }) => ({
      ...about(item),
      row: row?.row ?? null,
      statusWord: row?.statusWord ?? '',
    })),
    strangers: match.strangers.map(({ row, why }) => ({
      row: row.row,
      endToEndId: row.endToEndId,
      amountFen: row.amountFen,
      statusWord: row.statusWord,
      why,
    })),
    amountDiffers: match.amountDiffers.map(({ item, row }) => ({
      ...about(item),
      row: row.row,
      fileFen: row.amountFen,
    })),
    conflicts: match.conflicts.map(({ item, row, code, message }) => ({
      ...about(item),
      row: row.row,
      code: code as string,
      message,
    })),
    repeats: match.repeats.length,
    unanswered: match.unanswered.map(about),
    unreadRows: file.problems.map(({ row, message }) => ({ row, message })),
  };
}
export type ToldMatch = ReturnType<typeof tellMatch>;
