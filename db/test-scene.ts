import { sql } from 'kysely';
import type { Db, Trx } from './connect.ts';
import { markVersionActive } from './queries/contract-versions.ts';
import { activateRules } from './queries/share-rules.ts';

/** Small true scenes for tests, written as the owner of the database. */
export interface PartSpec {
  party: 'agency' | 'anchor' | 'platform' | number;
  rateBps: number | null;
  takesFrom?: 'base' | 'rest';
}

export interface RuleSpec {
  anchorId: number;
  from?: string;
  to?: string | null;
  platform?: string;
  brandId?: number;
  productId?: number;
  streamId?: number;
  base?: 'commission' | 'sales';
  tierOnRefund?: 'frozen' | 'trueup';
  tiers: { fromFen: number; toFen: number | null; parts: PartSpec[] }[];
}

/** A component of the contract's clause; `rule` is what its type needs besides. */
export interface ComponentSpec {
  type: string;
  rule: Record<string, unknown>;
  from?: string;
  to?: string | null;
  priority?: number;
  minFen?: number;
  maxFen?: number;
}

export interface LineSpec {
  id: number;
  anchorId: number | null;
  platform?: string;
  productId?: number | null;
  streamId?: number | null;
  paidAt?: string;
  settledAt?: string | null;
  salesFen?: number | null;
  commissionFen?: number | null;
  kind?: 0 | 1;
  refundOfId?: number | null;
  status?: number;
}

export async function addAnchor(ownerDb: Db, name: string): Promise<number> {
  const anchor = await ownerDb
    .insertInto('anchor')
    .values({ name })
    .returning('id')
    .executeTakeFirstOrThrow();
  await ownerDb.insertInto('party').values({ kind: 'anchor', name, anchor_id: anchor.id }).execute();
  return anchor.id;
}

/** A contract with one version, one clause and the given rules: written as a draft, then confirmed as the product does. */
export async function addContract(
  ownerDb: Db,
  anchorId: number,
  rules: RuleSpec[],
  no = `C-${anchorId}-${Math.random().toString(36).slice(2, 8)}`,
  components: readonly ComponentSpec[] = [],
): Promise<number> {
  // One transaction: rules come into force in the one that confirms their version.
  const inOne = <T>(work: (trx: Trx) => Promise<T>): Promise<T> =>
    ownerDb.isTransaction ? work(ownerDb as Trx) : ownerDb.transaction().execute(work);
  return inOne(async (trx) => {
    const contract = await trx
      .insertInto('contract')
      .values({ no, anchor_id: anchorId, title: '直播合作协议', status: 'active', starts_on: '2000-01-01' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const version = await trx
      .insertInto('contract_version')
      .values({ contract_id: contract.id, version_no: 1, effective: sql`daterange('2000-01-01', null)` })
      .returning('id')
      .executeTakeFirstOrThrow();
    const clause = await trx
      .insertInto('contract_clause')
      .values({
        contract_version_id: version.id,
        clause_no: '§4.1',
        heading: '分成',
        body: '佣金按下列比例分配。',
        position: 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const rule of rules) await addRule(trx, version.id, clause.id, rule);
    for (const [at, component] of components.entries())
      await addComponent(trx, { versionId: version.id, clauseId: clause.id, position: at + 1 }, component);
    await agreeTo(trx, version.id);
    await markVersionActive(trx, version.id, null);
    await activateRules(trx, version.id, anchorId);
    return contract.id;
  });
}

/** Reads, sends and accepts a draft as both sides would, on paper: a version comes into force no other way. */
export async function agreeTo(trx: Trx, versionId: number): Promise<void> {
  const sha256 = '0'.repeat(64);
  await sql`insert into contract_review (contract_version_id, reader_version, source, text_sha256, body, clauses, summary)
    values (${versionId}, 'scene', 'typed', ${sha256}, '', '[]', '{}')`.execute(trx);
  await sql`update contract_version set stage = 'review' where id = ${versionId}`.execute(trx);
  await sql`update contract_version set stage = 'sent', sent_at = now() where id = ${versionId}`.execute(trx);
  await sql`update contract set shown_at = now() where shown_at is null
    and id = (select contract_id from contract_version where id = ${versionId})`.execute(trx);
  for (const side of ['anchor', 'agency']) {
    await sql`insert into contract_acceptance (contract_version_id, side, method, signer_name, statement, lang, text_sha256, terms_sha256, signed_on)
      values (${versionId}, ${side}, 'paper', '签字人', '同意', 'zh', ${sha256}, version_terms_sha256(${versionId}), '2000-01-01')`.execute(
      trx,
    );
  }
}

async function addComponent(
  trx: Trx,
  { versionId, clauseId, position }: { versionId: number; clauseId: number; position: number },
  { type, rule, from, to, priority, minFen, maxFen }: ComponentSpec,
): Promise<void> {
  await trx
    .insertInto('pay_component')
    .values({
      contract_version_id: versionId,
      clause_id: clauseId,
      position,
      type,
      rule: JSON.stringify(rule),
      priority: priority ?? 100,
      min_fen: minFen ?? null,
      max_fen: maxFen ?? null,
      effective: sql`daterange(${from ?? '2020-01-01'}::date, ${to ?? null}::date)`,
    })
    .execute();
}

async function addRule(trx: Trx, versionId: number, clauseId: number, rule: RuleSpec): Promise<void> {
  const { id: ruleId } = await trx
    .insertInto('share_rule')
    .values({
      contract_version_id: versionId,
      clause_id: clauseId,
      anchor_id: rule.anchorId,
      platform: rule.platform,
      brand_id: rule.brandId,
      product_id: rule.productId,
      stream_id: rule.streamId,
      base: rule.base ?? 'commission',
      tier_on_refund: rule.tierOnRefund ?? 'frozen',
      effective: sql`daterange(${rule.from ?? '2020-01-01'}::date, ${rule.to ?? null}::date)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const tier of rule.tiers) {
    const { id } = await trx
      .insertInto('share_tier')
      .values({ rule_id: ruleId, from_fen: tier.fromFen, to_fen: tier.toFen })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const [i, part] of tier.parts.entries()) {
      await trx
        .insertInto('share_part')
        .values({
          tier_id: id,
          position: i + 1,
          party_id: await partyId(trx, part.party, rule.anchorId),
          takes_from: part.takesFrom ?? 'base',
          rate_bps: part.rateBps,
        })
        .execute();
    }
  }
}

async function partyId(trx: Trx, party: PartSpec['party'], anchorId: number): Promise<number> {
  if (typeof party === 'number') return party;
  const query = trx.selectFrom('party').select('id');
  const row = await (party === 'anchor'
    ? query.where('anchor_id', '=', anchorId)
    : query.where('kind', '=', party)
  ).executeTakeFirstOrThrow();
  return row.id;
}

/** Order lines as an import would leave them. */
export async function addLines(ownerDb: Db, lines: LineSpec[]): Promise<void> {
  for (let i = 0; i < lines.length; i += 500) {
    await ownerDb
      .insertInto('order_line')
      .values(
        lines.slice(i, i + 500).map((line) => ({
          id: line.id,
          platform: line.platform ?? 'douyin',
          import_id: 1,
          src_line: line.id,
          order_no: `NO${line.id}`,
          line_no: '',
          kind: line.kind ?? 0,
          refund_of_id: line.refundOfId ?? null,
          status: line.status ?? (line.settledAt === null ? 1 : 3),
          anchor_id: line.anchorId,
          product_id: line.productId ?? null,
          stream_id: line.streamId ?? null,
          quantity: 1,
          paid_fen: line.salesFen ?? 0,
          settled_fen: line.settledAt === null ? null : (line.salesFen ?? 10_000),
          commission_fen: line.commissionFen === undefined ? 2_000 : line.commissionFen,
          paid_at: line.paidAt ?? '2026-05-10T12:00:00+08:00',
          settled_at: line.settledAt === undefined ? '2026-05-20T12:00:00+08:00' : line.settledAt,
        })),
      )
      .execute();
  }
}
