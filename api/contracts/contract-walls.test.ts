import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { addAnchor, addContract } from '../../db/test-scene.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Identity } from '../domain/identity.ts';

const SHA = 'b'.repeat(64);
let t: TestDb;
let own: Papers;
let other: Papers;

interface Papers {
  anchor: Identity;
  anchorId: number;
  contract: number;
  /** In force, and a draft that was never sent. */
  version: number;
  draft: number;
  finding: number;
  uploader: Identity;
  compliance: Identity;
}

beforeAll(async () => {
  t = await createTestDb();
  own = await addPapers('own');
  other = await addPapers('other');
});
afterAll(() => t.close());

const idOf = async (query: RawBuilder<unknown>): Promise<number> =>
  ((await query.execute(t.ownerDb)).rows[0] as { id: number }).id;

/** A contract in force with everything that hangs on it, and a draft with the same. */
async function addPapers(name: string): Promise<Papers> {
  const anchorId = await addAnchor(t.ownerDb, name);
  const person = async (role: Identity['role']): Promise<Identity> => {
    const id = `${name}-${role}`;
    await sql`insert into app_user (id, name, email, role, scope, anchor_id)
      values (${id}, ${id}, ${`${id}@example.com`}, ${role}, 'all', ${role === 'anchor' ? anchorId : null})`.execute(
      t.ownerDb,
    );
    return { userId: id, role, anchorId: role === 'anchor' ? anchorId : null, teamId: null, scope: 'all' };
  };
  const [anchor, uploader, compliance] = [
    await person('anchor'),
    await person('operator'),
    await person('compliance'),
  ];
  const contract = await addContract(t.ownerDb, anchorId, []);
  await sql`update contract_version set effective = daterange('2000-01-01', '2029-01-01') where contract_id = ${contract}`.execute(
    t.ownerDb,
  );
  const version = await idOf(sql`select id from contract_version where contract_id = ${contract}`);
  const draft = await idOf(sql`insert into contract_version (contract_id, version_no, effective, created_by)
    values (${contract}, 2, daterange('2030-01-01', null), ${uploader.userId}) returning id`);
  for (const id of [version, draft]) {
    await sql`insert into contract_remark (contract_version_id, kind, body, author_id, author_side) values (${id}, 'comment', '…', ${anchor.userId}, 'anchor')`.execute(
      t.ownerDb,
    );
    await sql`insert into contract_event (contract_version_id, step, from_stage, to_stage) values (${id}, 'submit', 'draft', 'review')`.execute(
      t.ownerDb,
    );
    const promise =
      await idOf(sql`insert into contract_promise (contract_id, contract_version_id, kind, title, cadence, starts_on)
      values (${contract}, ${id}, 'training', '培训', 'once', '2026-01-01') returning id`);
    const evidence = await idOf(
      sql`insert into contract_promise_evidence (promise_id, due_on, delivered, note) values (${promise}, '2026-01-01', 1, '…') returning id`,
    );
    await sql`insert into contract_promise_objection (evidence_id, reason, objected_by) values (${evidence}, '…', ${anchor.userId})`.execute(
      t.ownerDb,
    );
  }
  for (const body of ['早先的底稿', '定稿'])
    await sql`insert into contract_review (contract_version_id, reader_version, source, text_sha256, body, clauses, summary)
      values (${version}, 'x', 'typed', ${SHA}, ${body}, '[]', '{}')`.execute(t.ownerDb);
  const review =
    await idOf(sql`insert into contract_review (contract_version_id, reader_version, source, text_sha256, body, clauses, summary)
    values (${draft}, 'x', 'typed', ${SHA}, '底稿', '[]', '{}') returning id`);
  const finding =
    await idOf(sql`insert into contract_finding (review_id, contract_version_id, type, severity, origin, fingerprint, start_at, end_at, quote, bases, words, negotiability, to_confirm)
    values (${review}, ${draft}, 'LD_EXCESSIVE', 'high', 'reader', 'x', 0, 1, '…', '[]', '{}', 'must', false) returning id`);
  const paper =
    await idOf(sql`insert into contract_document (contract_id, kind, file_name, format, size_bytes, sha256, outcome)
    values (${contract}, 'guardian_consent', '同意书.pdf', 'pdf', 1, ${SHA}, 'kept') returning id`);
  await sql`insert into guardian_consent (contract_version_id, guardian_name, relation, document_id, recorded_by)
    values (${draft}, '家长', 'mother', ${paper}, ${uploader.userId})`.execute(t.ownerDb);
  return { anchor, anchorId, contract, version, draft, finding, uploader, compliance };
}

const as = <T>(
  who: Identity,
  work: (run: (query: RawBuilder<unknown>) => Promise<{ rows: unknown[] }>) => Promise<T>,
) => inTransaction(t.db, who, (trx) => work((query) => query.execute(trx)));
const attempt = (who: Identity, ...statements: RawBuilder<unknown>[]) =>
  as(who, async (run) => {
    for (const statement of statements) await run(statement);
    throw new Error('it went through');
  });

describe('by SQL, an anchor', () => {
  const ROWS: [table: string, seen: number][] = [
    ['contract', 1],
    ['contract_version', 1],
    ['contract_remark', 1],
    ['contract_promise', 1],
    ['contract_promise_evidence', 1],
    ['contract_promise_objection', 1],
    ['contract_acceptance', 2],
    ['contract_review', 1],
    ['contract_finding', 0],
    ['contract_document', 0],
    ['contract_event', 0],
    ['guardian_consent', 0],
  ];

  it.each(ROWS)('sees of %s what is the own and was sent: %i', async (table, seen) => {
    const count = sql`select count(*)::int as n from ${sql.table(table)}`;
    expect((await as(own.anchor, (run) => run(count))).rows).toEqual([{ n: seen }]);
    // The owner, whom no wall stops, sees more.
    expect((await count.execute(t.ownerDb)).rows).not.toEqual([{ n: seen }]);
  });

  it('reads the last reading alone, never an earlier one of other words', async () => {
    const { rows } = await as(own.anchor, (run) => run(sql`select body from contract_review`));
    expect(rows).toEqual([{ body: '定稿' }]);
  });

  it.each<[string, () => RawBuilder<unknown>]>([
    [
      'speak in another’s name',
      () =>
        sql`insert into contract_remark (contract_version_id, kind, body, author_id, author_side) values (${own.version}, 'comment', '…', ${other.anchor.userId}, 'anchor')`,
    ],
    [
      'answer for the agency',
      () => sql`insert into contract_remark (contract_version_id, kind, body, author_id, author_side, parent_id)
      select ${own.version}, 'answer', '…', ${own.anchor.userId}, 'agency', min(id) from contract_remark`,
    ],
    [
      'remark on another’s version',
      () =>
        sql`insert into contract_remark (contract_version_id, kind, body, author_id, author_side) values (${other.version}, 'comment', '…', ${own.anchor.userId}, 'anchor')`,
    ],
    [
      'decide about a finding',
      () =>
        sql`insert into contract_finding_decision (finding_id, kind, reason, decided_by) values (${own.finding}, 'dismiss', '…', ${own.anchor.userId})`,
    ],
    [
      'write a review',
      () =>
        sql`insert into contract_review (contract_version_id, reader_version, source, text_sha256, body, clauses, summary) values (${own.version}, 'x', 'typed', ${SHA}, '', '[]', '{}')`,
    ],
    [
      'prove a promise',
      () =>
        sql`insert into contract_promise_evidence (promise_id, due_on, delivered, note) select min(id), '2026-01-01', 1, '…' from contract_promise`,
    ],
  ])('cannot %s', async (_what, statement) => {
    await expect(attempt(own.anchor, statement())).rejects.toMatchObject({
      code: expect.stringMatching(/^42501|23001$/),
    });
  });
});

describe('by SQL, a version on its way', () => {
  const toReview = () => sql`update contract_version set stage = 'review' where id = ${own.draft}`;
  const toSent = () =>
    sql`update contract_version set stage = 'sent', sent_at = now() where id = ${own.draft}`;
  const waive = () =>
    sql`insert into contract_finding_decision (finding_id, kind, reason, decided_by) values (${own.finding}, 'waive', '…', ${own.compliance.userId})`;
  const accept = (
    side: string,
    sha = SHA,
  ) => sql`insert into contract_acceptance (contract_version_id, side, method, signer_name, statement, lang, text_sha256, terms_sha256, signed_on)
    values (${own.draft}, ${side}, 'paper', '…', '…', 'zh', ${sha}, version_terms_sha256(${own.draft}), '2026-01-01')`;
  const activate = () =>
    sql`update contract_version set status = 'active', confirmed_at = now() where id = ${own.draft}`;
  const way = () => [toReview(), waive(), toSent(), accept('anchor'), accept('agency'), activate()];

  it('goes its whole way', async () => {
    await expect(attempt(own.compliance, ...way())).rejects.toThrow('it went through');
  });

  it.each<[string, () => RawBuilder<unknown>[]]>([
    ['is not sent unread by compliance', () => [toSent()]],
    ['is not sent with an open finding of weight', () => [toReview(), toSent()]],
    ['is not accepted before it is sent', () => [toReview(), waive(), accept('anchor')]],
    [
      'is not marked accepted without the anchor’s word',
      () => [
        ...way().slice(0, 3),
        sql`update contract_version set stage = 'accepted' where id = ${own.draft}`,
      ],
    ],
    ['is not acknowledged before the anchor accepted', () => [...way().slice(0, 3), accept('agency')]],
    ['is not accepted as another text', () => [...way().slice(0, 3), accept('anchor', 'c'.repeat(64))]],
    ['does not come into force by the anchor’s word alone', () => [...way().slice(0, 4), activate()]],
    [
      'takes no clause under review',
      () => [
        toReview(),
        sql`insert into contract_clause (contract_version_id, clause_no, body, position) values (${own.draft}, '9', '…', 9)`,
      ],
    ],
    [
      'keeps its document under review',
      () => [toReview(), sql`update contract_version set summary = '…' where id = ${own.draft}`],
    ],
    [
      'is not thrown away under review',
      () => [toReview(), sql`delete from contract_version where id = ${own.draft}`],
    ],
    [
      'is not waived by who wrote it',
      () => [
        sql`update contract_version set created_by = ${own.compliance.userId} where id = ${own.draft}`,
        waive(),
      ],
    ],
    [
      'is not waived in another’s name',
      () => [
        sql`insert into contract_finding_decision (finding_id, kind, reason, decided_by) values (${own.finding}, 'waive', '…', ${other.compliance.userId})`,
      ],
    ],
  ])('%s', async (_what, statements) => {
    await expect(attempt(own.compliance, ...statements())).rejects.toMatchObject({ code: '23001' });
  });

  it('is not waived or cleared of weight by an operator', async () => {
    for (const kind of ['waive', 'dismiss']) {
      const decide = sql`insert into contract_finding_decision (finding_id, kind, reason, decided_by) values (${own.finding}, ${kind}, '…', ${own.uploader.userId})`;
      await expect(attempt(own.uploader, decide)).rejects.toMatchObject({ code: '23001' });
    }
  });

  it('is never clicked through for the anchor by the office', async () => {
    const click = sql`insert into contract_acceptance (contract_version_id, side, method, signer_name, statement, lang, text_sha256, terms_sha256, ip_address)
      values (${own.draft}, 'anchor', 'portal', '…', '…', 'zh', ${SHA}, version_terms_sha256(${own.draft}), '127.0.0.1')`;
    await expect(attempt(own.compliance, toReview(), waive(), toSent(), click)).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('has its guardian’s consent confirmed by another person, once', async () => {
    const confirm = (who: Identity) =>
      sql`update guardian_consent set confirmed_by = ${who.userId}, confirmed_at = now() where contract_version_id = ${own.draft}`;
    await expect(attempt(own.compliance, confirm(own.uploader))).rejects.toMatchObject({ code: '23514' });
    await expect(
      attempt(own.compliance, confirm(own.compliance), confirm(other.compliance)),
    ).rejects.toMatchObject({ code: '23001' });
  });
});
