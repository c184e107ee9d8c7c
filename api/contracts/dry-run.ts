import type { Trx } from '../../db/connect.ts';
import { readSettledMonths } from '../../db/queries/contract-income.ts';
import type { ContractRecord } from '../../db/queries/contracts.ts';
import { listAnchorsOfParties, readDryRunFacts, readDryRunLines } from '../../db/queries/dry-run.ts';
import { type ComponentRecord, listVersionComponents } from '../../db/queries/pay-component-drafts.ts';
import { listComponentsInForce } from '../../db/queries/pay-components.ts';
import { readPartyOfAnchor } from '../../db/queries/pay-sums.ts';
import { readShareRules } from '../../db/queries/settlement-oracle.ts';
import { fen } from '../domain/money.ts';
import type { Month } from '../domain/month.ts';
import { compareRules, type DryRunMonth, type RuleDifference } from '../domain/pay/compare-rules.ts';
import type { PayComponent } from '../domain/pay/component.ts';
import { rulesOf } from './replay-shares.ts';

export interface DryRun {
  /** Months settled before, the oldest first. */
  months: Month[];
  anchors: {
    anchorId: number;
    anchorName: string;
    beforeFen: number;
    afterFen: number;
    diffFen: number;
    months: RuleDifference[];
  }[];
}

/**
 * What past months would have come to under a version: its rules and components in place of the contract's, as if they had
 * always been in force, against what is in force now. The contract's anchor and whoever hosts with it; shares, pay and
 * guarantees, without advances, fines and money withheld, which are facts of their own months.
 */
export async function dryRunVersion(
  trx: Trx,
  contract: ContractRecord,
  versionId: number,
  monthCount: number,
): Promise<DryRun> {
  const { anchorId, versions } = contract;
  const version = versions.find(({ id }) => id === versionId)!;
  const settled = await readSettledMonths(trx, anchorId);
  const months = settled
    .slice(0, monthCount)
    .map(({ month }) => month as Month)
    .sort();
  const inForce = (await readShareRules(trx)).filter((rule) => rule.anchorId === anchorId);
  const would = rulesOf(version, anchorId);
  const parties = [...inForce, ...would].flatMap(({ tiers }) =>
    tiers.flatMap(({ parts }) => parts.map(({ partyId }) => partyId)),
  );
  const own = await readPartyOfAnchor(trx, anchorId);
  const anchors = await listAnchorsOfParties(trx, [...new Set([own, ...parties])]);
  const facts: DryRunMonth[] = [];
  for (const month of months) facts.push(await monthOf(trx, month, anchorId, anchors));
  const components = (await listVersionComponents(trx, versionId)).map((one) => asAlways(one, anchorId));
  const rows = compareRules(
    { rules: inForce, components: await listComponentsInForce(trx, [anchorId]) },
    { rules: would, components },
    facts,
  );
  return { months, anchors: anchors.map((anchor) => summed(anchor, rows)) };
}

function summed(
  { anchorId, anchorName }: { anchorId: number; anchorName: string },
  rows: readonly RuleDifference[],
) {
  const months = rows.filter((row) => row.anchorId === anchorId);
  const sum = (of: (row: RuleDifference) => number): number =>
    months.reduce((total, row) => total + of(row), 0);
  return {
    ...{ anchorId, anchorName, months },
    beforeFen: sum((row) => row.beforeFen),
    afterFen: sum((row) => row.afterFen),
    diffFen: sum((row) => row.diffFen),
  };
}

async function monthOf(
  trx: Trx,
  month: Month,
  anchorId: number,
  anchors: readonly { anchorId: number; partyId: number }[],
): Promise<DryRunMonth> {
  const nothing = {
    recoupItems: [],
    withheld: [],
    cases: [],
    fines: [],
    adjustments: [],
    guarantees: [],
    tiered: [],
  };
  const ground = {
    relation: 'independent',
    wageFloorFen: null,
    openingFen: fen(0),
    otherFen: fen(0),
  } as const;
  const own = await readDryRunFacts(trx, month, anchorId);
  return {
    month,
    lines: await readDryRunLines(trx, month, anchorId),
    anchors: anchors.map((anchor) => ({
      ...{ anchorId: anchor.anchorId, anchorPartyId: anchor.partyId, ...ground, ...nothing },
      ...(anchor.anchorId === anchorId ? own : { streams: [], fees: [] }),
    })),
  };
}

/** A component as if it had always been in force. */
function asAlways(
  { rule, type, platform, brandId, category, productId, streamId, clauseNo, ...head }: ComponentRecord,
  anchorId: number,
): PayComponent & { anchorId: number } {
  const scope = { platform, brandId, category, productId, streamId };
  const always = { effectiveFrom: '1900-01-01', effectiveTo: null };
  return {
    ...head,
    ...always,
    anchorId,
    contractVersionId: 0,
    clause: clauseNo,
    scope,
    type,
    ...rule,
  } as PayComponent & { anchorId: number };
}
