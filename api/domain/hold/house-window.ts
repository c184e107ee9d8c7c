/** How far back a mystery order speaks for what was shipped before it, where nothing clean was found since: a house rule. */
export const HOUSE_LOOK_BACK_DAYS = 30;

export interface InspectedGoods {
  kind: 'lot' | 'mystery';
  /** When the mystery order was bought, when the lot was first looked at: instants. */
  at: string;
  /** Until when goods of this product were last found as sealed: the end of that day, at most the closing; null: never. */
  lastCleanAt: string | null;
}

/**
 * From which payment on sales are held when an inspection opens a case. A lot speaks for what is sold from it on; a
 * mystery order also for the time before it, back to the last clean inspection, at most thirty days.
 */
export function houseHoldFrom({ kind, at, lastCleanAt }: InspectedGoods): string {
  const start = Date.parse(at) - (kind === 'mystery' ? HOUSE_LOOK_BACK_DAYS * 86_400_000 : 0);
  const clean = lastCleanAt === null ? start : Math.min(Date.parse(lastCleanAt), Date.parse(at));
  return new Date(Math.max(start, clean)).toISOString();
}
