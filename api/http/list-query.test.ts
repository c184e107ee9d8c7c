import { z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb, type TestDb } from '../../db/test-db.ts';
import { readListQuery } from './list-query.ts';
import { createTestApp, type TestClient } from './test-client.ts';

const allowed = {
  filter: z.strictObject({ id: z.array(z.int()).optional(), q: z.string().optional() }),
  sorts: ['id'] as const,
};
const ask = (filter: unknown, range?: string) =>
  readListQuery({ filter: JSON.stringify(filter), range }, allowed);
const idsTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

describe('a list query', () => {
  it('without a range is a page of 25', () => {
    expect(ask({})).toMatchObject({ offset: 0, limit: 25 });
    expect(ask({ id: [] })).toMatchObject({ offset: 0, limit: 25 });
  });

  it('without a range, but with ids, is as long as they are', () => {
    expect(ask({ id: idsTo(3) })).toMatchObject({ offset: 0, limit: 3 });
    expect(ask({ id: idsTo(200) })).toMatchObject({ offset: 0, limit: 200 });
  });

  it('keeps to a range that is given, ids or not', () => {
    expect(ask({ id: idsTo(60) }, '[10,19]')).toMatchObject({ offset: 10, limit: 10 });
  });

  it('names at most 200 ids, and says so instead of leaving some out', () => {
    expect(() => ask({ id: idsTo(201) })).toThrow('name at most 200 records');
  });
});

describe('a list of named records', () => {
  let t: TestDb;
  let admin: TestClient;
  beforeAll(async () => {
    t = await createTestDb();
    admin = await createTestApp(t).as('admin');
    await sql`insert into brand (name) select '品牌' || n from generate_series(1, 90) n`.execute(t.ownerDb);
  });
  afterAll(() => t.close());

  it('answers with every one of them', async () => {
    const filter = encodeURIComponent(JSON.stringify({ id: idsTo(90) }));
    const answer = await admin.get(`/api/brands?filter=${filter}`);
    expect(await answer.json()).toHaveLength(90);
    expect(answer.headers.get('content-range')).toBe('brands 0-89/90');
  });
});
