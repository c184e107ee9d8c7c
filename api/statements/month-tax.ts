import type { Trx } from '../../db/connect.ts';
import { type NewPayEntry, postPayEntries } from '../../db/queries/pay-entries.ts';
import { listPayStandings } from '../../db/queries/pay-sums.ts';
import { readPaymentSettings } from '../../db/queries/payment-settings.ts';
import { type AnchorWithholding, type GrossOfAnchor, withholdMonth } from '../../db/queries/tax-withhold.ts';
import { DomainError } from '../domain/error.ts';
import { fen, formatYuan } from '../domain/money.ts';
import type { Month } from '../domain/month.ts';
import { taxableFen } from '../domain/taxable.ts';
import type { GatheredStatement } from './gather-statements.ts';

/**
 * Withholds a month's tax, where the agency withholds, and gives the statements back with its entries. Refused (409):
 * `tax_not_ready`, naming each anchor whose tax cannot be reckoned and what to do about it.
 */
export async function withTax(
  trx: Trx,
  month: Month,
  statements: GatheredStatement[],
  by: string | null,
): Promise<GatheredStatement[]> {
  const { withholdsTax } = await readPaymentSettings(trx);
  if (!withholdsTax) return statements;
  const { withheld, refused } = await withholdMonth(trx, month, grossOf(statements), by);
  if (refused.length > 0)
    throw new DomainError(
      'conflict',
      'tax_not_ready',
      `${month}: the tax of ${refused.length} anchors cannot be reckoned, so nothing was issued: ${refused
        .slice(0, 3)
        .map(({ anchorName, message }) => `${anchorName}: ${message}`)
        .join('; ')}`,
      { details: { refused } },
    );
  const taxed = withheld.filter(({ taxFen }) => taxFen > 0);
  const parties = await listPayStandings(
    trx,
    month,
    taxed.map(({ anchorId }) => anchorId),
  );
  const partyOf = new Map(parties.map(({ anchorId, partyId }) => [anchorId, partyId]));
  const entries = taxed.map((tax) => taxEntry(month, partyOf.get(tax.anchorId)!, tax));
  await postPayEntries(trx, entries, by);
  const byAnchor = new Map(taxed.map((tax, at) => [tax.anchorId, entries[at]!]));
  return statements.map((statement) => {
    const entry = byAnchor.get(statement.anchorId);
    if (!entry) return statement;
    const { kind, concernsMonth, explanation } = entry;
    const shown = { kind, concernsMonth, explanation, amountFen: fen(entry.amountFen) };
    return { ...statement, entries: [...statement.entries, shown] };
  });
}

/** What each anchor obtains by this statement, before tax; nothing where the month closes at zero or below. */
export const grossOf = (statements: readonly GatheredStatement[]): GrossOfAnchor[] =>
  statements.map((statement) => ({ anchorId: statement.anchorId, grossFen: taxableFen(statement) }));

function taxEntry(month: Month, partyId: number, tax: AnchorWithholding): NewPayEntry {
  const { anchorId, grossFen, taxFen, regime, tableVersion, working } = tax;
  return {
    ...{ partyId, month, concernsMonth: month, kind: 'tax', counter: 'tax', amountFen: -taxFen },
    ...{ reversesId: null, sourceKey: `tax:${month}:${anchorId}` },
    explanation: {
      zh: `本期计税收入 ${formatYuan(fen(grossFen))} 元，代扣个人所得税 ${formatYuan(fen(taxFen))} 元`,
      en: `Taxable this month ${formatYuan(fen(grossFen))}, income tax withheld ${formatYuan(fen(taxFen))}`,
      working,
    },
    details: { regime, tableVersion },
  };
}
