import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM } from '../api/domain/identity.ts';
import type { Month } from '../api/domain/month.ts';
import { previewMonth, withholdMonth } from './queries/tax-withhold.ts';
import { createTestDb, type TestDb } from './test-db.ts';
import { addAnchor } from './test-scene.ts';
import { inTransaction } from './transaction.ts';

let t: TestDb;
let anchorId: number;
const userId = 'tax-clerk';
beforeAll(async () => {
  t = await createTestDb();
  await sql`insert into app_user (id, name, email, role) values (${userId}, '税务', 'tax@example.com', 'finance')`.execute(
    t.ownerDb,
  );
});
afterAll(() => t.close());
beforeEach(async () => {
  anchorId = await addAnchor(t.ownerDb, '林晓');
});

const setting = (change: ReturnType<typeof sql>) =>
  sql`update payment_setting set ${change}`.execute(t.ownerDb);
const setRegime = (regime: string, from = '2026-01', payeeName: string | null = null) =>
  sql`insert into tax_profile (anchor_id, regime, effective_from, source, payee_name, recorded_by)
      values (${anchorId}, ${regime}, ${from}, '合同第 3 条', ${payeeName}, ${userId})`.execute(t.ownerDb);
const withhold = (month: Month, grossFen: number) =>
  inTransaction(t.db, SYSTEM, (trx) => withholdMonth(trx, month, [{ anchorId, grossFen }], null));
const taxOf = async (month: Month, grossFen: number) => (await withhold(month, grossFen)).withheld[0]?.taxFen;

describe('a month’s withholding', () => {
  it('withholds labour remuneration with its working and keeps both', async () => {
    await setRegime('labour_single_payment');
    const { withheld, refused } = await withhold('2026-05', 30_000_00);
    expect(refused).toEqual([]);
    expect(withheld).toMatchObject([
      { taxFen: 5200_00, vatFen: 0, netFen: 24_800_00, tableVersion: '2019-01-01' },
    ]);
    expect(withheld[0]!.working.map(({ zh }) => zh).join('')).toContain(
      '24,000.00 × 30.00% − 速算扣除数 2,000.00 = 5,200.00',
    );
    const kept = await t.ownerDb
      .selectFrom('tax_withholding')
      .selectAll()
      .where('anchor_id', '=', anchorId)
      .execute();
    expect(kept).toMatchObject([
      { month: '2026-05', gross_fen: 30_000_00, tax_fen: 5200_00, net_fen: 24_800_00 },
    ]);
  });

  it('cumulates wages over the months of the year, and begins the next year anew', async () => {
    await setRegime('wages_cumulative', '2025-12');
    const taxes: (number | undefined)[] = [];
    for (const month of ['2025-12', '2026-01', '2026-02', '2026-03'] as Month[])
      taxes.push(await taxOf(month, 30_000_00));
    // 25,000 × 3 % in December and January; (25,000 × 3 = 75,000) × 10 % − 2,520 = 4,980 in three months
    expect(taxes).toEqual([750_00, 750_00, 1730_00, 2500_00]);
  });

  it('takes a month’s deductions off wages', async () => {
    await setRegime('wages_cumulative');
    await sql`insert into tax_input (anchor_id, month, social_insurance_fen, special_additional_fen, recorded_by)
      values (${anchorId}, '2026-01', 150000, 100000, ${userId})`.execute(t.ownerDb);
    expect(await taxOf('2026-01', 10_000_00)).toBe(75_00);
  });

  it('uses the regime of the month, not the one that begins later', async () => {
    await setRegime('labour_single_payment', '2026-01');
    await setRegime('wages_cumulative', '2026-06');
    expect((await withhold('2026-05', 10_000_00)).withheld[0]).toMatchObject({
      regime: 'labour_single_payment',
      taxFen: 1600_00,
    });
    expect((await withhold('2026-06', 10_000_00)).withheld[0]).toMatchObject({
      regime: 'wages_cumulative',
      taxFen: 150_00,
    });
  });

  it('withholds nothing of a studio and asks for its invoice', async () => {
    await setRegime('studio_invoice', '2026-01', '杭州林晓工作室');
    const { withheld } = await withhold('2026-05', 30_000_00);
    expect(withheld[0]).toMatchObject({ taxFen: 0, netFen: 30_000_00 });
    expect(withheld[0]!.working[0]!.en).toContain('invoices that cover the amount must be there');
  });

  it('refuses who has no profile and keeps nothing of anybody then', async () => {
    const other = await addAnchor(t.ownerDb, '未登记');
    await setRegime('labour_single_payment');
    const both = [anchorId, other].map((id) => ({ anchorId: id, grossFen: 8000_00 }));
    const { refused } = await inTransaction(t.db, SYSTEM, (trx) => withholdMonth(trx, '2026-05', both, null));
    expect(refused).toMatchObject([
      { anchorId: other, code: 'no_tax_profile', whatToDo: { zh: expect.any(String) } },
    ]);
    expect(
      await t.ownerDb.selectFrom('tax_withholding').select('id').where('anchor_id', '=', anchorId).execute(),
    ).toEqual([]);
  });

  it('blocks for natural persons’ VAT and invents nothing; platform workers need their setting', async () => {
    await setRegime('labour_single_payment');
    await setting(sql`natural_person_vat = true`);
    const blocked = await withhold('2026-05', 8000_00);
    await setting(sql`natural_person_vat = false`);
    expect(blocked).toMatchObject({ withheld: [], refused: [{ code: 'natural_person_vat_unverified' }] });
    await setRegime('platform_worker_cumulative', '2026-06');
    expect((await withhold('2026-06', 10_000_00)).refused).toMatchObject([{ code: 'platform_regime_off' }]);
    await setting(sql`platform_worker_cumulative = true`);
    expect(await taxOf('2026-06', 10_000_00)).toBe(90_00);
    await setting(sql`platform_worker_cumulative = false`);
  });

  it('withholds a month once, and no month before one that was withheld', async () => {
    await setRegime('labour_single_payment');
    await withhold('2026-05', 8000_00);
    await expect(withhold('2026-05', 8000_00)).rejects.toThrow('withheld_once_a_month');
    await expect(withhold('2026-04', 8000_00)).rejects.toThrow('a later month');
  });

  it('previews without keeping, and leaves out who is paid nothing', async () => {
    await setRegime('labour_single_payment');
    const given = [
      { anchorId, grossFen: 8000_00 },
      { anchorId: await addAnchor(t.ownerDb, '欠款'), grossFen: -5 },
    ];
    const preview = await inTransaction(t.db, SYSTEM, (trx) => previewMonth(trx, '2026-05', given));
    expect(preview).toMatchObject({ withheld: [{ taxFen: 1280_00 }], refused: [] });
    expect(await taxOf('2026-05', 8000_00)).toBe(1280_00);
  });
});
