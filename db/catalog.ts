import { Client } from 'pg';

export interface Column {
  name: string;
  /** As SQL says it: `bigint`, `text[]`, `numeric(12,4)`. */
  type: string;
  /** The type's own name, of the element for an array: `int8`, `text`. */
  baseType: string;
  isArray: boolean;
  isNullable: boolean;
  /** '' or `always` / `default` of an identity column. */
  identity: '' | 'always' | 'default';
  isComputed: boolean;
  defaultValue: string | null;
  comment: string | null;
}

export interface Policy {
  name: string;
  command: string;
  roles: string;
  using: string | null;
  check: string | null;
}

export interface Table {
  name: string;
  kind: 'table' | 'view';
  comment: string | null;
  hasRowSecurity: boolean;
  columns: Column[];
  /** Keys, checks, foreign keys and exclusions as PostgreSQL words them. */
  constraints: { name: string; definition: string }[];
  /** Indexes that no constraint already tells of. */
  indexes: { name: string; definition: string }[];
  policies: Policy[];
  triggers: { name: string; definition: string }[];
  /** What the app's role may do, `select, insert, update (status)`. */
  appGrants: string;
}

/** Everything the generated files tell about schema `public`, in an order that does not depend on the machine. */
export async function readCatalog(ownerUrl: string): Promise<Table[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ tables: Table[] | null }>(catalogQuery);
    return rows[0]?.tables ?? [];
  } finally {
    await client.end();
  }
}

// json_agg keeps the order of its own "order by"; names are sorted by bytes ("C"), as every machine does alike.
const catalogQuery = `
select json_agg(json_build_object(
  'name', c.relname,
  'kind', case when c.relkind in ('v', 'm') then 'view' else 'table' end,
  'comment', obj_description(c.oid, 'pg_class'),
  'hasRowSecurity', c.relrowsecurity,
  'columns', (
    select json_agg(json_build_object(
      'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'baseType', coalesce(e.typname, t.typname),
      'isArray', e.oid is not null, 'isNullable', not a.attnotnull, 'identity', case a.attidentity when 'a' then 'always' when 'd' then 'default' else '' end,
      'isComputed', a.attgenerated <> '', 'defaultValue', pg_get_expr(d.adbin, d.adrelid),
      'comment', col_description(c.oid, a.attnum)) order by a.attnum)
    from pg_attribute a join pg_type t on t.oid = a.atttypid
    left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
  'constraints', coalesce((
    select json_agg(json_build_object('name', o.conname, 'definition', pg_get_constraintdef(o.oid))
      order by array_position(array['p', 'u', 'f', 'c', 'x'], o.contype::text), o.conname collate "C")
    from pg_constraint o where o.conrelid = c.oid and o.contype in ('p', 'u', 'f', 'c', 'x')), '[]'),
  'indexes', coalesce((
    select json_agg(json_build_object('name', i.relname, 'definition', pg_get_indexdef(i.oid)) order by i.relname collate "C")
    from pg_index x join pg_class i on i.oid = x.indexrelid
    where x.indrelid = c.oid and not exists (select from pg_constraint o where o.conindid = i.oid)), '[]'),
  'policies', coalesce((
    select json_agg(json_build_object('name', p.policyname, 'command', lower(p.cmd), 'roles', array_to_string(p.roles, ', '),
      'using', p.qual, 'check', p.with_check) order by p.policyname collate "C")
    from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname), '[]'),
  'triggers', coalesce((
    select json_agg(json_build_object('name', g.tgname, 'definition', pg_get_triggerdef(g.oid)) order by g.tgname collate "C")
    from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal), '[]'),
  'appGrants', concat_ws(', ', (
    select string_agg(lower(g.privilege_type), ', ' order by g.privilege_type)
    from information_schema.role_table_grants g
    where g.table_schema = 'public' and g.table_name = c.relname and g.grantee = 'faircast_app'), (
    select string_agg(format('%s (%s)', lower(privilege), columns), ', ' order by privilege)
    from (select g.privilege_type as privilege, string_agg(g.column_name, ', ' order by g.column_name collate "C") as columns
      from information_schema.column_privileges g
      where g.table_schema = 'public' and g.table_name = c.relname and g.grantee = 'faircast_app'
        and not exists (select from information_schema.role_table_grants w where w.table_schema = 'public'
          and w.table_name = g.table_name and w.grantee = g.grantee and w.privilege_type = g.privilege_type)
      group by g.privilege_type) by_privilege))
) order by c.relname collate "C") as tables
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
  and not exists (select from pg_depend x where x.objid = c.oid and x.deptype = 'e')`;
