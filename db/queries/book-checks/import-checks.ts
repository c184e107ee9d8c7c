import { sql } from 'kysely';
import type { BookCheck } from './book-check.ts';

/** Imports: every line of a file accounted for, every order line from a file. */
export const importChecks: readonly BookCheck[] = [
  {
    code: 'import_adds_up',
    title: 'Every line of a finished import ended in one of four ways',
    find: sql`
      select jsonb_build_object('importId', i.id, 'lines', i.lines, 'stored', i.stored, 'updated', i.updated, 'unchanged', i.unchanged, 'rejected', i.rejected) as sample
        from order_import i where i.status = 'done' and i.lines <> i.stored + i.updated + i.unchanged + i.rejected`,
  },
  {
    code: 'order_line_has_import',
    title: 'Every order line comes from a finished import',
    find: sql`
      select jsonb_build_object('importId', o.import_id, 'status', i.status, 'lines', o.lines) as sample
        from (select import_id, count(*) as lines from order_line group by 1) o left join order_import i on i.id = o.import_id
       where i.id is null or i.status <> 'done'`,
  },
];
