import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY } from '../../../db/seed/parties.ts';
import { gtinOf, PRODUCTS } from '../../../db/seed/products.ts';
import { DEMO_PASSWORD } from '../../../db/seed/users.ts';
import { createTestDb, type TestDb } from '../../../db/test-db.ts';
import { checkBooks } from '../../books/check-books.ts';
import { isGtin } from '../../domain/gtin.ts';
import { SYSTEM } from '../../domain/identity.ts';
import { PASSWORD_MIN_LENGTH } from '../../domain/password.ts';
import { openBankAccount } from '../../files/seal.ts';
import type { Services } from '../../http/context.ts';
import { runSettlement } from '../../settlements/run-settlement.ts';
import { issueStatements } from '../../statements/issue-statements.ts';
import { createUser } from '../../users/create-user.ts';
import { demoUsers, seedDemo } from './seed-demo.ts';
import { createSeededTestDb, SEEDED_SEAL_KEY, servicesOn } from './seeded-test-db.ts';

let testDb: TestDb;
let services: Services;

beforeAll(async () => {
  testDb = await createTestDb();
  services = servicesOn(testDb);
  const startedAt = performance.now();
  expect(await seedDemo(services)).toBe('told');
  console.log(`the demo was told in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
});
afterAll(() => testDb.close());

const rowsOf = async <T>(query: ReturnType<typeof sql<T>>, { ownerDb } = testDb): Promise<T[]> =>
  (await query.execute(ownerDb)).rows;

const financeOf = async (from: TestDb): Promise<string> =>
  (
    await rowsOf<{ id: string }>(
      sql`select id from app_user where role = 'finance' order by email limit 1`,
      from,
    )
  )[0]!.id;

/** Every table's count, and the figures that must come out the same each time. */
const figuresOf = async (from: TestDb) => ({
  counts: await rowsOf(
    sql`select relname as name, (xpath('/row/c/text()', query_to_xml('select count(*) as c from ' || quote_ident(relname), false, true, '')))[1]::text as n
          from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname not in ('order_line')
         order by relname`,
    from,
  ),
  lines: await rowsOf(
    sql`select line_id, seq, run_id, anchor_id, tier_id, kind, cumulative_fen, sales_fen, base_fen, parts_fen from settlement_line order by 1, 2`,
    from,
  ),
  statements: await rowsOf(
    sql`select id, no, anchor_id, opening_fen, earned_fen, closing_fen, payable_fen from statement order by id`,
    from,
  ),
});

describe('the demo agency', () => {
  it('has the people, goods, evenings and contracts it promises', async () => {
    const [counts] = await rowsOf(sql`select
      (select count(*) from anchor)::int as anchors, (select count(distinct tier) from anchor)::int as tiers,
      (select count(*) from brand)::int as brands, (select count(*) from product)::int as products,
      (select count(*) from stream)::int as streams, (select count(distinct platform) from stream)::int as platforms,
      (select count(*) from contract where status = 'active')::int as contracts,
      (select count(*) from anchor_payee)::int as payees`);
    expect(counts).toEqual({
      anchors: 6,
      tiers: 3,
      brands: 5,
      products: 20,
      streams: 12,
      platforms: 3,
      contracts: 6,
      payees: 6,
    });
  });

  it('has goods with whole barcodes of China', () => {
    for (const product of PRODUCTS)
      expect(gtinOf(product)).toSatisfy((gtin: string) => isGtin(gtin) && gtin.startsWith('69'));
    expect(new Set(PRODUCTS.map(gtinOf)).size).toBe(20);
  });

  it('shows every way to share: tiers, the rest after others, brand, product, sales, another anchor, true-up', async () => {
    const [ways] = await rowsOf(sql`select
      count(*) filter (where r.base = 'sales') > 0 as sales, count(*) filter (where r.tier_on_refund = 'trueup') > 0 as trueup,
      count(*) filter (where r.brand_id is not null) > 0 as brand, count(*) filter (where r.product_id is not null) > 0 as product,
      count(*) filter (where (select count(*) from share_tier t where t.rule_id = r.id) > 1) > 0 as tiers,
      bool_or(exists (select from share_tier t join share_part p on p.tier_id = t.id where t.rule_id = r.id and p.takes_from = 'rest')) as rest,
      bool_or(exists (select from share_tier t join share_part p on p.tier_id = t.id join party y on y.id = p.party_id
        where t.rule_id = r.id and y.anchor_id <> r.anchor_id)) as cohost,
      (select count(*) from contract_version where effective = daterange('2026-05-16', null)) = 1 as "secondVersion"
      from share_rule r where r.active`);
    expect(Object.entries(ways as object).filter(([, isThere]) => !isThere)).toEqual([]);
  });

  it('brought its orders from files of three platforms and a shop, one line refused, goods and an account unknown', async () => {
    const [files] =
      await rowsOf(sql`select count(*)::int as files, sum(lines)::int as lines, sum(rejected)::int as rejected,
      sum(updated)::int > 0 as "hasUpdates", count(distinct profile)::int as profiles from order_import where status = 'done'`);
    expect(files).toMatchObject({ files: 10, rejected: 1, hasUpdates: true, profiles: 4 });
    expect((files as { lines: number }).lines).toBeGreaterThan(600);
    const states = await rowsOf<{ status: number }>(sql`select distinct status from order_line order by 1`);
    expect(states.map(({ status }) => status)).toEqual([0, 1, 2, 3, 4, 5]);
    const [unknown] =
      await rowsOf(sql`select count(*) filter (where product_id is null and product_ext_id is not null)::int as products,
      count(*) filter (where anchor_id is null and anchor_ext_id is not null)::int as anchors from order_line`);
    expect(unknown).toEqual({ products: 1, anchors: 1 });
  });

  it('has its orders in the streams they were paid in, and statements that name those streams', async () => {
    const [lines] = await rowsOf(sql`select count(*)::int as settled, count(o.stream_id)::int as "inStream",
      (select count(distinct stream_id) from order_line)::int as streams
      from settlement_line l join order_line o on o.id = l.line_id`);
    expect(lines).toEqual({ settled: 270, inStream: 256, streams: 12 });
    const [titles] = await rowsOf(sql`select count(*)::int as titles from stream s where exists (
      select from statement t where t.anchor_id = s.anchor_id and t.document::text like '%' || s.title || '%')`);
    expect(titles).toEqual({ titles: 9 });
  });

  it('has two closed months with refunds and true-ups, and a negative balance that waits', async () => {
    const kinds = await rowsOf<{ month: string; kind: number }>(
      sql`select distinct r.month, s.kind from settlement_line s join settlement_run r on r.id = s.run_id order by 1, 2`,
    );
    expect(kinds.map(({ month, kind }) => `${month} ${kind}`)).toEqual([
      '2026-04 0',
      '2026-05 0',
      '2026-05 1',
      '2026-05 2',
    ]);
    const negative = await rowsOf(
      sql`select a.name, s.month from statement s join anchor a on a.id = s.anchor_id where s.closing_fen < 0 and s.payable_fen = 0`,
    );
    expect(negative).toEqual([{ name: '北川', month: '2026-05' }]);
    const payouts = await rowsOf<{ status: string }>(sql`select distinct status from payout order by 1`);
    expect(payouts.map(({ status }) => status)).toEqual(['approved', 'paid', 'prepared']);
  });

  it('leaves June open, ready to be settled without a single problem', async () => {
    const dry = await runSettlement(services.db, SYSTEM, { month: '2026-06', dryRun: true });
    expect(dry.problems).toEqual([]);
    expect(dry.lines).toBeGreaterThan(80);
    expect(dry.changes).toBeGreaterThan(0);
    expect(dry.unsettled.unpaid).toBeGreaterThan(0);
  });

  it('has everything to close June with: regimes, the account that pays, an invoice of the first studio', async () => {
    const other = await createSeededTestDb();
    try {
      const finance = { ...SYSTEM, role: 'finance' as const, userId: await financeOf(other) };
      await runSettlement(other.db, finance, { month: '2026-06' });
      await issueStatements(other.db, finance, '2026-06');
      const due = await rowsOf<{ name: string; regime: string; gapFen: number }>(
        sql`select a.name, w.regime, w.net_fen - coalesce((select sum((v->>'amountFen')::bigint) from tax_input i, jsonb_array_elements(i.invoices) v
                     where i.anchor_id = a.id and i.month = w.month), 0) as "gapFen"
              from tax_withholding w join anchor a on a.id = w.anchor_id where w.month = '2026-06' order by a.id`,
        other,
      );
      const studios = due.filter(({ regime }) => regime === 'studio_invoice');
      expect(studios.map(({ name, gapFen }) => [name, gapFen > 0])).toEqual([
        ['林小满', false],
        ['周一禾', true],
      ]);
      expect(due.length).toBe(5);
      const [setting] = await rowsOf<{ debtor: string }>(
        sql`select debtor_name as debtor from payment_setting`,
        other,
      );
      expect(setting!.debtor).toBe(AGENCY.name);
    } finally {
      await other.close();
    }
  });

  it('keeps clean books', async () => {
    const report = await checkBooks(services.db, SYSTEM);
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('seals account numbers with the key of the installation', async () => {
    const payees = await rowsOf<{ anchorId: number; sealed: string; tail: string }>(
      sql`select anchor_id as "anchorId", bank_account_sealed as sealed, bank_account_tail as tail from anchor_payee`,
    );
    for (const { anchorId, sealed, tail } of payees)
      expect(openBankAccount(SEEDED_SEAL_KEY, anchorId, sealed).slice(-4)).toBe(tail);
  });

  it('has somebody of every role, two in finance, and one password that is long enough', () => {
    expect(new Set(demoUsers.map(({ role }) => role))).toEqual(
      new Set(['anchor', 'operator', 'compliance', 'finance', 'admin']),
    );
    expect(demoUsers.filter(({ role }) => role === 'finance').length).toBe(2);
    expect(DEMO_PASSWORD.length).toBeGreaterThanOrEqual(PASSWORD_MIN_LENGTH);
  });
});

describe('telling the demo again', () => {
  it('changes nothing', async () => {
    const before = await figuresOf(testDb);
    expect(await seedDemo(services)).toBe('kept');
    expect(await figuresOf(testDb)).toEqual(before);
  });

  it('comes to the same figures in another database', async () => {
    const other = await createSeededTestDb();
    try {
      expect(await figuresOf(other)).toEqual(await figuresOf(testDb));
    } finally {
      await other.close();
    }
  });

  it('goes on where a killed start stopped', async () => {
    const torn = await createTestDb();
    try {
      const half = servicesOn(torn);
      // The connection ends in the middle of the money: whatever was committed stays, the rest is told later.
      const broken = { ...half, dataDir: '/dev/null/nowhere' };
      await expect(seedDemo(broken)).rejects.toThrow(/ENOTDIR|ENOENT/);
      expect(await seedDemo(half)).toBe('told');
      const { lines, statements } = await figuresOf(torn);
      const whole = await figuresOf(testDb);
      expect({ lines, statements }).toEqual({ lines: whole.lines, statements: whole.statements });
    } finally {
      await torn.close();
    }
  });

  it("leaves a database alone that has other people's users", async () => {
    const foreign = await createTestDb();
    try {
      const theirs = servicesOn(foreign);
      const person = { name: '某人', email: 'someone@example.com', role: 'admin', scope: 'all' } as const;
      await createUser(theirs, SYSTEM, {
        ...person,
        teamId: null,
        anchorId: null,
        locale: 'zh',
        banned: false,
        password: 'a password of their own',
      });
      expect(await seedDemo(theirs)).toBe('foreign');
      expect(await rowsOf(sql`select count(*)::int as n from anchor`, foreign)).toEqual([{ n: 0 }]);
    } finally {
      await foreign.close();
    }
  });
});
