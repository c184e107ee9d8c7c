/** How a month stands: order lines with evidence that are not settled, and whether its statements are issued. */
export interface MonthState {
  month: string;
  openLines: number;
  closed: boolean;
}

/**
 * Months before this one that still have lines to settle, oldest first. A run or the statements of a later month leave
 * them out, so whoever asks for those is told; lines that came late to a closed month are settled with the later one.
 */
export function openMonthsBefore<State extends MonthState>(months: readonly State[], month: string): State[] {
  return months
    .filter((one) => one.month < month && !one.closed && one.openLines > 0)
    .sort((a, b) => a.month.localeCompare(b.month));
}
