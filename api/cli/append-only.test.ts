import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { inTransaction } from '../../db/transaction.ts';
import { SYSTEM } from '../domain/identity.ts';
import { closeTwoMonths } from './closed-books.testing.ts';
import { addContractPapers } from './contract-papers.testing.ts';
import { addGoodsPapers } from './goods-papers.testing.ts';
import { addPaymentPapers } from './payment-papers.testing.ts';

/** What is written once, and the columns the app's own role may still change by a step forward. */
const WRITTEN_ONCE: Record<string, readonly string[]> = {
  settlement_line: [],
  journal: [],
  posting: [],
  audit_entry: [],
  case_answer: [],
  case_decision: [],
  case_evidence: [],
  case_hold_end: [],
  case_hold_line: [],
  case_hold_posting: [],
  case_paper: [],
  case_step: [],
  contract_acceptance: [],
  contract_document: [],
  contract_event: [],
  contract_finding_decision: [],
  contract_promise_evidence: [],
  contract_promise_objection: [],
  contract_remark: [],
  frozen_pdf: [],
  month_close: [],
  statement: ['status'],
  photo: [],
  sample_step: [],
  inspection_switch: [],
  inspection_custody: [],
  inspection_unit_photo: [],
  inspection_decision: [],
  accrual: [],
  book_check_run: [],
  deal_fee: [],
  guarantee_month: [],
  tiered_month: [],
  pay_entry: [],
  bank_return: [],
  dispute: [],
  dispute_answer: [],
  dispute_file: [],
  payout_batch_approval: [],
  payout_batch_change: [],
  payout_file: [],
  statement_answer: [],
  statement_delivery: [],
  tax_input: [],
  tax_profile: [],
  tax_withholding: [],
};
interface Column {
  table: string;
  name: string;
  type: string;
  isGenerated: boolean;
}
const FROZEN = '23001';
const NO_RIGHT = '42501';

let t: TestDb;
let columns: Column[];
let before: Record<string, string>;

beforeAll(async () => {
  t = await createTestDb();
  await closeTwoMonths(t);
  await addContractPapers(t);
  await addPaymentPapers(t);
  await addGoodsPapers(t);
  const { rows } = await sql<Column>`
    select table_name as "table", column_name as name, data_type as type, is_identity = 'YES' or is_generated = 'ALWAYS' as "isGenerated" from information_schema.columns
     where table_schema = 'public' and table_name = any(${Object.keys(WRITTEN_ONCE)}::text[])`.execute(
    t.ownerDb,
  );
  columns = rows;
  before = await hashAll();
});
afterAll(() => t.close());

/** Everything these tables hold, in a hash each. */
async function hashAll(): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const table of Object.keys(WRITTEN_ONCE)) {
    const { rows } = await sql<{ rows: number; hash: string }>`
      select count(*) as rows, md5(string_agg(to_jsonb(x)::text, '' order by to_jsonb(x)::text)) as hash from ${sql.table(table)} x`.execute(
      t.ownerDb,
    );
    expect(rows[0]!.rows, `${table} has rows to attack`).toBeGreaterThan(0);
    hashes[table] = rows[0]!.hash;
  }
  return hashes;
}

/** The code of the refusal; `done` when there was none, and nothing of it stays. */
const asApp = (attack: RawBuilder<unknown>) =>
  codeOf(inTransaction(t.db, SYSTEM, (trx) => thenUndo(attack, trx)));
const asOwner = (attack: RawBuilder<unknown>) =>
  codeOf(t.ownerDb.transaction().execute((trx) => thenUndo(attack, trx)));

async function thenUndo(
  attack: RawBuilder<unknown>,
  trx: Parameters<typeof attack.execute>[0],
): Promise<never> {
  await attack.execute(trx);
  throw Object.assign(new Error('undo'), { code: 'done' });
}
const codeOf = (attempt: Promise<never>): Promise<string> => attempt.catch((error) => error.code);

/** An expression that differs from what the column holds, by the column's type. */
const OTHER: Record<string, (column: RawBuilder<unknown>) => RawBuilder<unknown>> = {
  smallint: (column) => sql`coalesce(${column}, 0) + 1`,
  integer: (column) => sql`coalesce(${column}, 0) + 1`,
  bigint: (column) => sql`coalesce(${column}, 0) + 1`,
  text: (column) => sql`coalesce(${column}, '') || 'x'`,
  'timestamp with time zone': (column) => sql`${column} + interval '1 day'`,
  date: (column) => sql`${column} + 1`,
  boolean: (column) => sql`${column} is not true`,
  'double precision': (column) => sql`coalesce(${column}, 0) + 1`,
  jsonb: () => sql`'{"edited":true}'`,
  bytea: (column) => sql`${column} || ${column}`,
  xid8: () => sql`'1'`,
  ARRAY: (column) => sql`array_append(${column}, 1)`,
};
const write = ({ table, name, type, isGenerated }: Column) =>
  sql`update ${sql.table(table)} set ${sql.ref(name)} = ${isGenerated ? sql`default` : OTHER[type]!(sql.ref(name))}`;

const attacksOn = (table: string): [string, RawBuilder<unknown>][] => [
  ['delete', sql`delete from ${sql.table(table)}`],
  [
    'delete through a query',
    sql`with gone as (delete from ${sql.table(table)} returning 1) select count(*) from gone`,
  ],
  ['truncate', sql`truncate ${sql.table(table)} cascade`],
  ['truncate from its numbers on', sql`truncate ${sql.table(table)} restart identity cascade`],
  ['merge', sql`merge into ${sql.table(table)} x using (values (1)) v(n) on true when matched then delete`],
];

describe.each(Object.keys(WRITTEN_ONCE))('%s', (table) => {
  const own = WRITTEN_ONCE[table]!;

  it('takes no change of any column, neither from the app nor from its owner', async () => {
    const mine = columns.filter((column) => column.table === table);
    const changeable = { app: [] as string[], owner: [] as string[] };
    for (const column of mine) {
      if ((await asApp(write(column))) !== NO_RIGHT) changeable.app.push(column.name);
      if ((await asOwner(write(column))) !== FROZEN) changeable.owner.push(column.name);
    }
    expect(changeable).toEqual({ app: own, owner: own });
  });

  it.each(attacksOn(table))('takes no %s, neither from the app nor from its owner', async (_what, attack) => {
    expect([await asApp(attack), await asOwner(attack)]).toEqual([NO_RIGHT, FROZEN]);
  });

  it('would take them from the owner without its triggers: nothing else stands there', async () => {
    const bare = t.ownerDb.transaction().execute(async (trx) => {
      await sql`alter table ${sql.table(table)} disable trigger user`.execute(trx);
      const column = columns.find((one) => one.table === table && !one.isGenerated)!;
      await thenUndo(
        sql`update ${sql.table(table)} set ${sql.ref(column.name)} = ${sql.ref(column.name)}`,
        trx,
      );
    });
    expect(await codeOf(bare as Promise<never>)).toBe('done');
  });
});

describe('the app’s role', () => {
  it.each([
    ['put triggers to sleep', sql`set local session_replication_role = replica`, NO_RIGHT],
    ['disable a trigger', sql`alter table posting disable trigger user`, NO_RIGHT],
    ['drop a trigger', sql`drop trigger posting_append_only on posting`, NO_RIGHT],
    [
      'replace a guard',
      sql`create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'`,
      NO_RIGHT,
    ],
    ['become the owner', sql`set local role faircast_owner`, NO_RIGHT],
    ['drop a table', sql`drop table posting cascade`, NO_RIGHT],
    ['rewrite an insert', sql`create rule sneak as on insert to posting do instead nothing`, NO_RIGHT],
    [
      'change a row it inserts again',
      sql`insert into month_close (month) values ('2026-05') on conflict (month) do update set closed_by = 'x'`,
      NO_RIGHT,
    ],
    ['lift row-level security', sql`alter table settlement_line disable row level security`, NO_RIGHT],
  ])('cannot %s', async (_what, attack, code) => {
    expect(await asApp(attack)).toBe(code);
  });
});

describe('the list of what is written once', () => {
  it('names every table that refuses changes', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct c.relname as name from pg_trigger g join pg_class c on c.oid = g.tgrelid
       where g.tgfoid = 'refuse_change'::regproc order by 1`.execute(t.ownerDb);
    // These go forward step by step and are only never truncated.
    const steps = [
      'payout',
      'payout_batch',
      'payout_batch_item',
      'payee_change',
      'dispute_outcome',
      'inspection',
      'inspection_difference',
      'photo_comparison',
      'sample_seal',
      'sample_face',
      'pay_adjustment',
      'pay_component',
      'pay_fine',
      'recoup_item',
    ];
    expect(rows.map(({ name }) => name).filter((name) => !steps.includes(name))).toEqual(
      Object.keys(WRITTEN_ONCE).sort(),
    );
  });

  it('has lost nothing to any of these attacks', async () => {
    expect(await hashAll()).toEqual(before);
  });
});
