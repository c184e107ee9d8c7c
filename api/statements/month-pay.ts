import type { Trx } from '../../db/connect.ts';
import { listComponentsInForce, type OwnComponent } from '../../db/queries/pay-components.ts';
import type { CounterAccount, NewPayEntry } from '../../db/queries/pay-entries.ts';
import { postPayEntries } from '../../db/queries/pay-entries.ts';
import {
  insertGuaranteeMonths,
  insertTieredMonths,
  lapseFines,
  listAdjustments,
  listFeeFacts,
  listFines,
  listGuaranteeMonths,
  listRecoupItems,
  listStreamFacts,
  listTieredMonths,
  listWithheld,
} from '../../db/queries/pay-facts.ts';
import {
  listEarnedSums,
  listHousePartyIds,
  listPayStandings,
  type PayStanding,
} from '../../db/queries/pay-sums.ts';
import { fen } from '../domain/money.ts';
import type { Month } from '../domain/month.ts';
import { computeMonth } from '../domain/pay/compute-month.ts';
import type { ComponentEntry, MonthResult } from '../domain/pay/entry.ts';
import type { MonthInput } from '../domain/pay/month-facts.ts';

export interface AnchorPay {
  standing: PayStanding;
  /** Components by id, for what an entry cites. */
  components: readonly OwnComponent[];
  result: MonthResult;
}

/** What a month gives and takes beside the shares of lines, anchor by anchor; nothing is written. */
export async function computePay(trx: Trx, month: Month): Promise<AnchorPay[]> {
  const facts = await gather(trx, month);
  const anchorIds = [...new Set(facts.all.map(({ anchorId }) => anchorId))].sort((a, b) => a - b);
  if (anchorIds.length === 0) return [];
  const earned = Map.groupBy(await listEarnedSums(trx, month, anchorIds), ({ anchorId }) => anchorId);
  const standings = await listPayStandings(trx, month, anchorIds);
  return standings.map((standing) => {
    const { anchorId, partyId } = standing;
    const own = <T extends { anchorId: number }>(list: readonly T[]): T[] =>
      list.filter((one) => one.anchorId === anchorId);
    const components = own(facts.components);
    const input: MonthInput = {
      ...{ anchorId, anchorPartyId: partyId, month, components },
      // Whether an anchor is employed is not in the contract's data: fines of employees wait for it.
      ...{ relation: 'independent', wageFloorFen: null, cases: [] },
      openingFen: fen(standing.openingFen),
      otherFen: fen(standing.otherFen),
      earned: earned.get(anchorId) ?? [],
      streams: own(facts.streams),
      fees: own(facts.fees),
      recoupItems: own(facts.recoupItems),
      withheld: own(facts.withheld),
      fines: own(facts.fines),
      adjustments: own(facts.adjustments),
      guarantees: own(facts.guarantees),
      tiered: own(facts.tiered),
    };
    return { standing, components, result: computeMonth(input) };
  });
}

/** Posts a month's pay; the caller holds the settlement's lock and closes the month in the same transaction. */
export async function postPay(trx: Trx, month: Month, by: string | null): Promise<AnchorPay[]> {
  const pays = await computePay(trx, month);
  const house = new Set(await listHousePartyIds(trx));
  for (const { standing, result } of pays) {
    await postPayEntries(
      trx,
      [
        ...result.entries.map((entry) => asPayEntry(entry, standing.partyId)),
        ...otherParts(result, { month, anchorPartyId: standing.partyId, house }),
      ],
      by,
    );
    const lapsed = result.notTaken.filter(({ isFinal, source }) => isFinal && source?.type === 'fine');
    await lapseFines(
      trx,
      lapsed.map(({ source }) => Number(source!.id)),
      month,
    );
    await insertGuaranteeMonths(
      trx,
      result.guarantees.map((one) => ({ ...one, anchorId: standing.anchorId })),
    );
    await insertTieredMonths(
      trx,
      result.tiered.map((one) => ({ ...one, anchorId: standing.anchorId })),
    );
  }
  return pays;
}

async function gather(trx: Trx, month: Month) {
  const components = await listComponentsInForce(trx, null);
  const paid = new Set(components.map(({ anchorId }) => anchorId));
  const ofPaid = <T extends { anchorId: number }>(list: T[]): T[] =>
    list.filter((one) => paid.has(one.anchorId));
  const withheld = ofPaid(await listWithheld(trx));
  const fines = ofPaid(await listFines(trx));
  const adjustments = await listAdjustments(trx);
  return {
    components,
    streams: ofPaid(await listStreamFacts(trx, month)),
    fees: ofPaid(await listFeeFacts(trx, month)),
    recoupItems: ofPaid(await listRecoupItems(trx)),
    guarantees: ofPaid(await listGuaranteeMonths(trx, month)),
    tiered: ofPaid(await listTieredMonths(trx, month)),
    ...{ withheld, fines, adjustments },
    all: [...components, ...adjustments],
  };
}

const COUNTER: Record<ComponentEntry['kind'], CounterAccount> = {
  fixed: 'agency',
  tiered: 'agency',
  base_pay: 'agency',
  guarantee: 'agency',
  cap: 'agency',
  fine: 'agency',
  adjustment: 'agency',
  recoup: 'advance',
  holdback: 'holdback',
  holdback_release: 'holdback',
};

function asPayEntry(entry: ComponentEntry, partyId: number): NewPayEntry {
  const { key, componentId, kind, amountFen, month, concernsMonth, sourceRefs, explanation, withheld } =
    entry;
  return {
    ...{ partyId, month, concernsMonth, kind, amountFen, explanation },
    ...{
      counter: COUNTER[kind],
      reversesId: null,
      sourceKey: key,
      details: { componentId, sourceRefs, withheld },
    },
  };
}

/** The parts of fees that are another party's than the anchor's; the agency's own stays where it is. */
function otherParts(
  { feeSplits }: MonthResult,
  { month, anchorPartyId, house }: { month: Month; anchorPartyId: number; house: ReadonlySet<number> },
): NewPayEntry[] {
  return feeSplits.flatMap(({ feeId, componentId, parts }) =>
    parts.flatMap(({ partyId, amountFen }, at) =>
      partyId === anchorPartyId || house.has(partyId) || amountFen === 0
        ? []
        : {
            ...{ partyId, amountFen, month, concernsMonth: month, kind: 'fixed', counter: 'agency' },
            ...{ reversesId: null, sourceKey: `pay:${componentId}:fee:${feeId}:part:${at + 1}` },
            explanation: { zh: `费用 #${feeId} 的分配。`, en: `Part of fee #${feeId}.` },
            details: { componentId, feeId },
          },
    ),
  );
}
