import type { Column, Policy, Table } from './catalog.ts';

/** docs/schema.md: what the database holds and what it refuses, for a reader without a database. */
export function writeSchemaPage(tables: Table[]): string {
  return [
    '# The schema',
    '',
    'Generated from the migrated database by `npm run generate`; edits are lost.',
    'Money is whole fen (`…_fen`), rates are basis points (`…_bps`), months and days are those of Asia/Shanghai.',
    '',
    tables.map((table) => `[${table.name}](#${table.name})`).join(' · '),
    '',
    ...tables.flatMap(writeTable),
  ].join('\n');
}

function writeTable(table: Table): string[] {
  return [
    `## ${table.name}`,
    '',
    ...(table.kind === 'view' ? ['A view.', ''] : []),
    ...(table.comment ? [table.comment, ''] : []),
    '| column | type | null | default | |',
    '|---|---|---|---|---|',
    ...table.columns.map(writeColumn),
    '',
    ...writeList(
      'Rules',
      table.constraints.map(({ definition }) => code(definition)),
    ),
    ...writeList(
      'Indexes',
      table.indexes.map(({ definition }) =>
        code(definition.replace(/^CREATE /, '').replace(/ ON public\.\S+/, '')),
      ),
    ),
    ...writeList(
      'Triggers',
      table.triggers.map(({ definition }) => code(definition.replace(/^CREATE /, ''))),
    ),
    ...writeList(table.hasRowSecurity ? 'Row-level security' : 'Policies', table.policies.map(writePolicy)),
    ...(table.appGrants ? [`The app's role may: ${table.appGrants}`, ''] : []),
  ];
}

function writeColumn(column: Column): string {
  const value = column.identity ? `identity ${column.identity}` : column.defaultValue;
  const cells = [
    column.name,
    column.type,
    column.isNullable ? 'null' : '',
    value === null ? '' : column.isComputed ? `computed: ${value}` : value,
    column.comment ?? '',
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
}

function writePolicy({ name, command, roles, using, check }: Policy): string {
  const parts = [`**${name}** for ${command} to ${roles}`];
  if (using) parts.push(`using ${code(using)}`);
  if (check) parts.push(`with check ${code(check)}`);
  return parts.join(' ');
}

function writeList(title: string, items: string[]): string[] {
  return items.length === 0 ? [] : [`${title}:`, '', ...items.map((item) => `- ${item}`), ''];
}

/** Definitions come over several lines; in a list each is one. */
function code(text: string): string {
  return `\`${text.replace(/\s+/g, ' ')}\``;
}
