import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCatalog, type Table } from './catalog.ts';
import { writeSchemaPage } from './generate-schema-page.ts';
import { writeTypes } from './generate-type-file.ts';
import { createTestDb, type TestDb } from './test-db.ts';

let testDb: TestDb;
let tables: Table[];

beforeAll(async () => {
  testDb = await createTestDb();
  await sql
    .raw(`
      create table zoo_animal (
        id int generated always as identity primary key,
        legs bigint not null check (legs >= 0),
        nicknames text[] not null default '{}',
        born_on date,
        seen_at timestamptz not null default now(),
        facts jsonb not null,
        weight numeric(6,2),
        pairs bigint not null generated always as (legs / 2) stored,
        photo bytea
      );
      comment on table zoo_animal is 'Who lives here';
      comment on column zoo_animal.legs is 'a snake has 0 | none';
      create index zoo_animal_seen on zoo_animal (seen_at);
      alter table zoo_animal enable row level security;
      create policy zoo_animal_read on zoo_animal for select to faircast_app using (legs > 0);
      grant select, update (weight, facts) on zoo_animal to faircast_app;
      create view zoo_view as select id, legs from zoo_animal;
      create schema elsewhere; create table elsewhere.job (id int)`)
    .execute(testDb.ownerDb);
  tables = (await readCatalog(testDb.ownerUrl)).filter(
    (table) => table.name.startsWith('zoo') || table.name === 'job',
  );
});
afterAll(() => testDb.close());

test('the types say what the driver hands out and what may be written', () => {
  expect(
    writeTypes(tables),
  ).toBe(`// Generated from the migrated database by \`npm run generate\`; edits are lost.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Who lives here */
export interface ZooAnimalTable {
  id: GeneratedAlways<number>;
  legs: number;
  nicknames: Generated<string[]>;
  born_on: string | null;
  seen_at: Generated<string>;
  facts: unknown;
  weight: string | null;
  pairs: ColumnType<number, never, never>;
  photo: Buffer | null;
}

export interface ZooViewTable {
  id: ColumnType<number | null, never, never>;
  legs: ColumnType<number | null, never, never>;
}

export interface DB {
  zoo_animal: ZooAnimalTable;
  zoo_view: ZooViewTable;
}
`);
});

test('the schema page tells keys, checks, comments, indexes, policies and grants', () => {
  const page = writeSchemaPage(tables);
  expect(page).toContain('| id | integer |  | identity always |  |');
  expect(page).toContain('| legs | bigint |  |  | a snake has 0 \\| none |');
  expect(page).toContain('- `PRIMARY KEY (id)`');
  expect(page).toContain('- `CHECK ((legs >= 0))`');
  expect(page).toContain('- `INDEX zoo_animal_seen USING btree (seen_at)`');
  expect(page).toContain('- **zoo_animal_read** for select to faircast_app using `(legs > 0)`');
  expect(page).toContain("The app's role may: select, update (facts, weight)");
});

test('a type nobody agreed on stops the generator', () => {
  const odd: Table = {
    ...tables[0]!,
    columns: [{ ...tables[0]!.columns[0]!, name: 'where_at', baseType: 'point' }],
  };
  expect(() => writeTypes([odd])).toThrow('column where_at: no TypeScript type is agreed for point');
});
