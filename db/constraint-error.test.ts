import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Identity, SYSTEM } from '../api/domain/identity.ts';
import { constraintError } from './constraint-error.ts';
import { MEANING } from './constraint-meaning.ts';
import { createTestDb, type TestDb } from './test-db.ts';
import { inTransaction } from './transaction.ts';

const operator: Identity = { ...SYSTEM, role: 'operator', userId: 'op' };

/** Written by the machine alone: no input reaches their columns unread. */
const OF_THE_MACHINE = [
  'account',
  'agency',
  'accrual',
  'bank_return',
  'book_check_run',
  'case_decision',
  'case_evidence',
  'case_hold_posting',
  'case_paper',
  'case_remedy',
  'case_stop_sale',
  'contract_acceptance',
  'contract_document',
  'contract_finding',
  'contract_remark',
  'contract_review',
  'dispute',
  'dispute_file',
  'dispute_outcome',
  'frozen_pdf',
  'guarantee_month',
  'idempotency_key',
  'inspection',
  'inspection_decision',
  'inspection_difference',
  'inspection_unit',
  'journal',
  'login_session',
  'month_close',
  'notice',
  'order_file',
  'order_import',
  'order_line',
  'pay_entry',
  'payee_change',
  'payout_batch',
  'payout_batch_approval',
  'payout_batch_item',
  'payout_file',
  'photo',
  'photo_comparison',
  'posting',
  'settlement_line',
  'settlement_run',
  'silence_term',
  'statement',
  'statement_answer',
  'statement_delivery',
  'step_up',
  'substitution_case',
  'tax_withholding',
  'tiered_month',
];
/** No field is to blame: four eyes, and rules over several columns that only our own mistake can break. */
const NO_FIELD = [
  'approver_is_another_person',
  'approved_payout_has_approver_and_pdf',
  'paid_payout_says_when',
  'returned_payout_says_why',
  'contract_version_check',
  'contract_version_check1',
  'contract_clause_check',
  'contract_clause_check1',
  'guardian_consent_check1',
  'guardian_consent_four_eyes',
  'contract_clause_id_contract_version_id_key',
  'contract_version_id_contract_id_key',
  'sample_check',
  'sample_seal_check',
  'sample_seal_check1',
  'sample_seal_check2',
  'sample_seal_in_force',
  'appeal_decided_by_another',
  'brand_blacklist_check1',
  'brand_blacklist_check2',
  'brand_blacklist_check3',
  'case_hold_check1',
  'adjustment_approved_by_another',
  'pay_adjustment_check',
  'fine_decided_by_another',
  'pay_fine_check',
  'pay_fine_check1',
  'recoup_approved_by_another',
  'recoup_item_check',
  'silence_term_check',
  'deal_fee_check',
  'tiered_share_has_its_terms',
];

let t: TestDb;
beforeAll(async () => {
  t = await createTestDb();
  await sql`insert into team (name) values ('一组')`.execute(t.ownerDb);
  await sql`insert into anchor (name) values ('阿岚')`.execute(t.ownerDb);
  await sql`insert into brand (name) values ('山岚')`.execute(t.ownerDb);
  await sql`insert into product (name) values ('面膜')`.execute(t.ownerDb);
  await sql`insert into anchor_account (anchor_id, platform, external_id) values (1, 'douyin', 'A1')`.execute(
    t.ownerDb,
  );
  await sql`insert into contract (no, anchor_id, title, starts_on) values ('C-1', 1, '合同', '2026-01-01')`.execute(
    t.ownerDb,
  );
});
afterAll(() => t.close());

/** The refusal of a statement the app's role sends as an operator. */
const refusalOf = (statement: ReturnType<typeof sql>) =>
  inTransaction(t.db, operator, (trx) => statement.execute(trx)).then(
    () => undefined,
    (error) => constraintError(error),
  );

describe('a refusal of the database', () => {
  it('names fields of the input for every key and rule that an input can run into', async () => {
    const { rows } = await sql<{ table: string; constraint: string; type: string; columns: string[] }>`
      select c.relname as "table", o.conname as "constraint", o.contype as type,
             array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = any(o.conkey)) as columns
        from pg_constraint o join pg_class c on c.oid = o.conrelid
       where c.relnamespace = 'public'::regnamespace and not c.relispartition and o.contype in ('u', 'x', 'c')
      union all
      select c.relname, i.relname, 'u', '{}' from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
       where x.indisunique and c.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint o where o.conindid = i.oid)`.execute(
      t.ownerDb,
    );
    const askable = rows.filter(
      (row) => !OF_THE_MACHINE.includes(row.table) && !NO_FIELD.includes(row.constraint),
    );
    expect(askable.length).toBeGreaterThan(60);
    const codes = { u: '23505', x: '23P01', c: '23514' };
    const unnamed = askable.filter(({ table, constraint, type, columns }) => {
      const refused = Object.assign(new Error(), {
        code: codes[type as keyof typeof codes],
        table,
        constraint,
      });
      const { errors = {} } = constraintError(refused)!;
      const isOneColumn = type === 'c' && !MEANING[constraint];
      const expected = columns.map((name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()));
      return isOneColumn ? Object.keys(errors).join() !== expected.join() : Object.keys(errors).length === 0;
    });
    expect(unnamed).toEqual([]);
  });

  it('has a meaning for constraints alone that exist', async () => {
    const { rows } = await sql<{
      name: string;
    }>`select conname as name from pg_constraint union select relname from pg_class where relkind = 'i'
      union select (regexp_matches(prosrc, 'constraint = ''(\\w+)''', 'g'))[1] from pg_proc where pronamespace = 'public'::regnamespace`.execute(
      t.ownerDb,
    );
    const known = new Set(rows.map(({ name }) => name));
    expect(Object.keys(MEANING).filter((name) => !known.has(name))).toEqual([]);
  });

  it.each([
    ['brand', sql`insert into brand (name) values ('山岚')`, ['already_exists', { name: 'already in use' }]],
    [
      'account',
      sql`insert into anchor_account (anchor_id, platform, external_id) values (1, 'douyin', 'A1')`,
      ['already_exists', { accounts: 'already in use' }],
    ],
    [
      'contract number',
      sql`insert into contract (no, anchor_id, title, starts_on) values ('C-1', 1, '合同', '2026-01-01')`,
      ['already_exists', { no: 'already in use' }],
    ],
  ])(
    'tells the field of a %s that is taken, although row-level security hides it',
    async (_what, statement, [code, errors]) => {
      const refusal = await refusalOf(statement);
      expect(refusal).toMatchObject({ kind: 'conflict', code, errors });
      expect(refusal!.message).not.toMatch(/_key/);
    },
  );

  it('tells the field that names a record which is not there', async () => {
    expect(await refusalOf(sql`insert into product (name, brand_id) values ('面膜', 999)`)).toMatchObject({
      kind: 'invalid',
      code: 'unknown_reference',
      errors: { brandId: 'no such record' },
    });
  });

  it('says of a record others still need that it is in use', async () => {
    const error = await sql`delete from anchor where id = 1`.execute(t.ownerDb).catch((reason) => reason);
    expect(constraintError(error)).toMatchObject({ kind: 'conflict', code: 'in_use' });
  });

  it.each([
    ['a day that does not exist', sql`select '2026-02-30'::date`, 'no_such_time'],
    ['a time that is none', sql`select 'soon'::timestamptz`, 'no_such_time'],
    ['a number too large', sql`update anchor set team_id = 99999999999`, 'out_of_range'],
  ])('takes %s for bad input', async (_what, statement, code) => {
    expect(await refusalOf(statement)).toMatchObject({ kind: 'invalid', code });
  });

  it('leaves a missing value to be a bug', async () => {
    const error = await sql`insert into brand (name) values (null)`
      .execute(t.ownerDb)
      .catch((reason) => reason);
    expect(error.code).toBe('23502');
    expect(constraintError(error)).toBeUndefined();
  });
});
