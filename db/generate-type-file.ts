import type { Column, Table } from './catalog.ts';

/** db/types.ts: one interface a table in Kysely's words, and `DB` that names them all. */
export function writeTypes(tables: Table[]): string {
  const interfaces = tables.flatMap(writeInterface);
  const helpers = ['ColumnType', 'Generated', 'GeneratedAlways'];
  const used = helpers.filter((helper) => interfaces.some((line) => line.includes(`: ${helper}<`)));
  return [
    '// Generated from the migrated database by `npm run generate`; edits are lost.',
    ...(used.length > 0 ? [`import type { ${used.join(', ')} } from 'kysely';`, ''] : []),
    ...interfaces,
    'export interface DB {',
    ...tables.map((table) => `  ${table.name}: ${interfaceName(table.name)};`),
    '}',
    '',
  ].join('\n');
}

function writeInterface(table: Table): string[] {
  const comment = table.comment === null ? [] : [`/** ${table.comment.replaceAll('*/', '* /')} */`];
  const columns = table.columns.map((column) => `  ${column.name}: ${writeColumn(column, table.kind)};`);
  return [...comment, `export interface ${interfaceName(table.name)} {`, ...columns, '}', ''];
}

function writeColumn(column: Column, kind: Table['kind']): string {
  const orNull = column.isNullable ? ' | null' : '';
  const read = readType(column) + orNull;
  if (kind === 'view' || column.isComputed) return `ColumnType<${read}, never, never>`;
  if (column.identity === 'always') return `GeneratedAlways<${read}>`;
  if (column.identity === 'default' || column.defaultValue !== null) return `Generated<${read}>`;
  return read;
}

function readType({ name, baseType, isArray }: Column): string {
  const known = typeOf.get(baseType);
  if (!known) throw new Error(`column ${name}: no TypeScript type is agreed for ${baseType}`);
  return isArray ? `${known}[]` : known;
}

/** As the parsers of connect.ts hand them out; a type nobody agreed on stops the generator. */
const typeOf = new Map<string, string>([
  ...['int2', 'int4', 'int8', 'float4', 'float8', 'oid'].map((name) => [name, 'number'] as const),
  ...[
    'text',
    'varchar',
    'bpchar',
    'citext',
    'name',
    'uuid',
    'numeric',
    'inet',
    'interval',
    'time',
    'xid8',
    'regclass',
  ].map((name) => [name, 'string'] as const),
  ...['date', 'timestamp', 'timestamptz'].map((name) => [name, 'string'] as const),
  ...['daterange', 'int4range', 'int8range', 'tstzrange', 'tsvector'].map(
    (name) => [name, 'string'] as const,
  ),
  ['bool', 'boolean'],
  ['bytea', 'Buffer'],
  ['json', 'unknown'],
  ['jsonb', 'unknown'],
]);

function interfaceName(table: string): string {
  const words = table.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Table`;
}
