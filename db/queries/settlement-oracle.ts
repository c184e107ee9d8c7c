import { sql } from 'kysely';
import { bps, fen } from '../../api/domain/money.ts';
import { type Month, monthBounds } from '../../api/domain/month.ts';
import type { SettleableLine, ShareRule } from '../../api/domain/settlement.ts';
import type { Trx } from '../connect.ts';
import { ruleTiers } from './share-sql.ts';

/** Every active rule as the domain wants it. */
export async function readShareRules(trx: Trx): Promise<ShareRule[]> {
  const { rows } = await sql<{
    rule: Omit<ShareRule, 'tiers' | 'effectiveFrom' | 'effectiveTo'>;
    from: number;
    to: number | null;
    tiers: {
      id: number;
      fromFen: number;
      toFen: number | null;
      rates: (number | null)[];
      shape: string;
      parties: number[];
    }[];
  }>`
    select jsonb_build_object('id', t.rule_id, 'anchorId', t.anchor_id, 'platform', t.platform, 'brandId', t.brand_id, 'productId', t.product_id,
             'streamId', t.stream_id, 'base', t.base, 'tierOnRefund', t.tier_on_refund) as rule,
           (extract(epoch from t.from_at) * 1000)::bigint as from,
           case when t.to_at = 'infinity' then null else (extract(epoch from t.to_at) * 1000)::bigint end as to,
           jsonb_agg(jsonb_build_object('id', t.tier_id, 'fromFen', t.from_fen,
             'toFen', case when t.to_fen = 9223372036854775807 then null else t.to_fen end, 'rates', t.rates, 'shape', t.shape,
             'parties', (select jsonb_agg(party_id order by position) from share_part p where p.tier_id = t.tier_id)) order by t.from_fen) as tiers
      from (${ruleTiers}) t where t.active
     group by 1, 2, 3`.execute(trx);
  return rows.map(({ rule, from, to, tiers }) => ({
    ...rule,
    effectiveFrom: from,
    effectiveTo: to,
    tiers: tiers.map((tier) => ({
      id: tier.id,
      fromFen: fen(tier.fromFen),
      toFen: tier.toFen === null ? null : fen(tier.toFen),
      parts: tier.rates.map((rate, i) => ({
        partyId: tier.parties[i]!,
        takesFrom: tier.shape[i] === 'r' ? ('rest' as const) : ('base' as const),
        rateBps: rate === null ? null : bps(rate),
      })),
    })),
  }));
}

/** The month's sales and unlinked refunds with evidence and an anchor, a page at a time by anchor. */
export async function readSettleableLines(
  trx: Trx,
  month: Month,
  anchorId: number,
): Promise<SettleableLine[]> {
  const { from, to } = monthBounds(month);
  const { rows } = await sql<SettleableLine>`
    select o.id as "lineId", o.anchor_id as "anchorId", o.platform, g.brand_id as "brandId", o.product_id as "productId", o.stream_id as "streamId",
           (extract(epoch from coalesce(o.paid_at, o.settled_at)) * 1000)::bigint as "ruleAt",
           (extract(epoch from o.settled_at) * 1000)::bigint as "settledAt", o.settled_fen as "salesFen", o.commission_fen as "commissionFen"
      from order_line o left join product g on g.id = o.product_id
     where o.settled_at >= ${from} and o.settled_at < ${to} and o.settled_fen is not null and o.refund_of_id is null and o.anchor_id = ${anchorId}`.execute(
    trx,
  );
  return rows;
}

export interface StoredSplit {
  lineId: number;
  ruleId: number;
  tierId: number;
  cumulativeFen: number;
  baseFen: number;
  partsFen: number[];
}

/** What the run first settled those lines as. */
export async function readStoredSplits(trx: Trx, month: Month, anchorId: number): Promise<StoredSplit[]> {
  const { from, to } = monthBounds(month);
  const { rows } = await sql<StoredSplit>`
    select s.line_id as "lineId", t.rule_id as "ruleId", s.tier_id as "tierId", s.cumulative_fen as "cumulativeFen", s.base_fen as "baseFen", s.parts_fen as "partsFen"
      from settlement_line s join share_tier t on t.id = s.tier_id join order_line o on o.id = s.line_id
     where s.anchor_id = ${anchorId} and s.seq = 0 and s.kind = 0 and o.settled_at >= ${from} and o.settled_at < ${to}`.execute(
    trx,
  );
  return rows;
}

export async function listSettledAnchors(trx: Trx, month: Month): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct s.anchor_id as id from settlement_line s join settlement_run r on r.id = s.run_id where r.month = ${month}`.execute(
    trx,
  );
  return rows.map((row) => row.id);
}
