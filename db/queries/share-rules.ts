import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Platform } from '../../api/domain/platform.ts';
import type { Terms, TermsClause, TermsRule, TermsTier } from '../../api/domain/terms.ts';
import type { Trx } from '../connect.ts';
import type { DB } from '../types.ts';
import type { PartyKind } from './parties.ts';
import { putBackComponents, takeOutComponents } from './pay-component-drafts.ts';

export interface SharePartRecord {
  position: number;
  partyId: number;
  partyName: string;
  partyKind: PartyKind;
  takesFrom: 'base' | 'rest';
  rateBps: number | null;
}

/** Days `[effectiveFrom, effectiveTo)`. Scope: null means any. */
export interface ShareRuleRecord {
  id: number;
  clauseId: number;
  clauseNo: string;
  platform: Platform | null;
  brandId: number | null;
  brandName: string | null;
  productId: number | null;
  productName: string | null;
  streamId: number | null;
  streamTitle: string | null;
  base: 'commission' | 'sales';
  tierOnRefund: 'frozen' | 'trueup';
  effectiveFrom: string;
  effectiveTo: string | null;
  active: boolean;
  tiers: { id: number; fromFen: number; toFen: number | null; parts: SharePartRecord[] }[];
}

type OfVersion = DB & { v: DB['contract_version'] };

/** The rules of version `v`. Row-level security leaves an anchor only the anchor's own part of each tier. */
export function selectRules(eb: ExpressionBuilder<OfVersion, 'v'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('share_rule as r')
      .innerJoin('contract_clause as k', 'k.id', 'r.clause_id')
      .leftJoin('brand as b', 'b.id', 'r.brand_id')
      .leftJoin('product as p', 'p.id', 'r.product_id')
      .leftJoin('stream as s', 's.id', 'r.stream_id')
      .whereRef('r.contract_version_id', '=', 'v.id')
      .select((rule) => [
        'r.id',
        'r.clause_id as clauseId',
        'k.clause_no as clauseNo',
        'r.platform',
        'r.brand_id as brandId',
        'b.name as brandName',
        'r.product_id as productId',
        'p.name as productName',
        'r.stream_id as streamId',
        's.title as streamTitle',
        'r.base',
        'r.tier_on_refund as tierOnRefund',
        sql<string>`lower(r.effective)`.as('effectiveFrom'),
        sql<string | null>`upper(r.effective)`.as('effectiveTo'),
        'r.active',
        jsonArrayFrom(
          rule
            .selectFrom('share_tier as t')
            .whereRef('t.rule_id', '=', 'r.id')
            .select((tier) => [
              't.id',
              't.from_fen as fromFen',
              't.to_fen as toFen',
              jsonArrayFrom(
                tier
                  .selectFrom('share_part as e')
                  .innerJoin('party as y', 'y.id', 'e.party_id')
                  .whereRef('e.tier_id', '=', 't.id')
                  .select([
                    'e.position',
                    'e.party_id as partyId',
                    'y.name as partyName',
                    'y.kind as partyKind',
                    'e.takes_from as takesFrom',
                    'e.rate_bps as rateBps',
                  ])
                  .orderBy('e.position'),
              ).as('parts'),
            ])
            .orderBy('t.from_fen'),
        ).as('tiers'),
      ])
      .orderBy('r.id'),
  );
}

/** Makes a draft version say exactly these clauses and rules; components stay where their clause does; the caller holds the contract and checked the terms. */
export async function writeTerms(
  trx: Trx,
  { versionId, anchorId }: { versionId: number; anchorId: number },
  terms: Omit<Terms, 'clauses'> & { clauses: readonly (TermsClause & ClausePlace)[] },
): Promise<void> {
  const components = await takeOutComponents(trx, versionId);
  await deleteTerms(trx, versionId);
  const clauseIds = await insertClauses(trx, versionId, terms.clauses);
  await putBackComponents(trx, clauseIds, components);
  for (const rule of terms.rules) {
    const from = rule.effectiveFrom ?? terms.effectiveFrom;
    const to = rule.effectiveTo ?? terms.effectiveTo;
    const ruleId = await insertRule(trx, {
      contract_version_id: versionId,
      clause_id: clauseIds.get(rule.clauseNo)!,
      anchor_id: anchorId,
      effective: sql<string>`daterange(${from}::date, ${to}::date)`,
      ...scopeOf(rule),
    });
    for (const tier of rule.tiers) await insertTier(trx, ruleId, tier);
  }
}

/** Where a clause of a document stands in its text; nothing for a typed one. */
export interface ClausePlace {
  startAt?: number | null;
  endAt?: number | null;
  depth?: number;
}

async function insertClauses(
  trx: Trx,
  versionId: number,
  clauses: readonly (TermsClause & ClausePlace)[],
): Promise<Map<string, number>> {
  if (clauses.length === 0) return new Map();
  const rows = clauses.map((clause, at) => ({
    contract_version_id: versionId,
    clause_no: clause.clauseNo,
    heading: clause.heading,
    body: clause.body,
    position: at + 1,
    start_at: clause.startAt ?? null,
    end_at: clause.endAt ?? null,
    depth: clause.depth ?? 0,
  }));
  const kept = await trx
    .insertInto('contract_clause')
    .values(rows)
    .returning(['id', 'clause_no as clauseNo'])
    .execute();
  return new Map(kept.map(({ id, clauseNo }) => [clauseNo, id]));
}

export async function deleteTerms(trx: Trx, versionId: number): Promise<void> {
  await trx.deleteFrom('share_rule').where('contract_version_id', '=', versionId).execute();
  await trx.deleteFrom('contract_clause').where('contract_version_id', '=', versionId).execute();
}

/** The rules of a version come into force, for the contract's anchor. */
export async function activateRules(trx: Trx, versionId: number, anchorId: number): Promise<void> {
  await trx
    .updateTable('share_rule')
    .set({ active: true, anchor_id: anchorId })
    .where('contract_version_id', '=', versionId)
    .execute();
}

/** A contract that is still a draft changed its anchor: its drafts' rules follow. */
export async function moveDraftRules(trx: Trx, contractId: number, anchorId: number): Promise<void> {
  await trx
    .updateTable('share_rule')
    .set({ anchor_id: anchorId })
    .where('active', '=', false)
    .where('contract_version_id', 'in', (eb) => versionsOf(eb, contractId))
    .execute();
}

/**
 * Active rules of the versions that began before `day` end the day before it; one that would have begun only
 * later never comes into force, which the database grants once the version itself ends earlier: end that first.
 */
export async function endRulesBefore(trx: Trx, contractId: number, day: string): Promise<void> {
  const active = trx
    .updateTable('share_rule')
    .where('active', '=', true)
    .where('contract_version_id', 'in', (eb) =>
      versionsOf(eb, contractId).where(sql<boolean>`lower(contract_version.effective) < ${day}::date`),
    );
  await active
    .set({ active: false })
    .where(sql<boolean>`lower(share_rule.effective) >= ${day}::date`)
    .execute();
  await active
    .set({ effective: sql`daterange(lower(effective), ${day}::date)` })
    .where(sql<boolean>`coalesce(upper(share_rule.effective), 'infinity') > ${day}::date`)
    .execute();
}

/** Which of these streams are not this anchor's. */
export async function findForeignStreams(
  trx: Trx,
  anchorId: number,
  streamIds: readonly number[],
): Promise<number[]> {
  const own = await trx
    .selectFrom('stream')
    .select('id')
    .where('anchor_id', '=', anchorId)
    .where(sql<boolean>`id = any(${streamIds}::int[])`)
    .execute();
  return streamIds.filter((streamId) => !own.some(({ id }) => id === streamId));
}

const versionsOf = (eb: ExpressionBuilder<DB, 'share_rule'>, contractId: number) =>
  eb.selectFrom('contract_version').select('contract_version.id').where('contract_id', '=', contractId);

const scopeOf = (rule: TermsRule) => ({
  platform: rule.platform,
  brand_id: rule.brandId,
  product_id: rule.productId,
  stream_id: rule.streamId,
  base: rule.base,
  tier_on_refund: rule.tierOnRefund,
});

async function insertRule(
  trx: Trx,
  values: Parameters<ReturnType<typeof rulesInto>['values']>[0],
): Promise<number> {
  const { id } = await rulesInto(trx).values(values).returning('id').executeTakeFirstOrThrow();
  return id;
}

const rulesInto = (trx: Trx) => trx.insertInto('share_rule');

async function insertTier(trx: Trx, ruleId: number, tier: TermsTier): Promise<void> {
  const { id } = await trx
    .insertInto('share_tier')
    .values({ rule_id: ruleId, from_fen: tier.fromFen, to_fen: tier.toFen })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (tier.parts.length === 0) return;
  const parts = tier.parts.map((part, at) => ({
    tier_id: id,
    position: at + 1,
    party_id: part.partyId,
    takes_from: part.takesFrom,
    rate_bps: part.rateBps,
  }));
  await trx.insertInto('share_part').values(parts).execute();
}
