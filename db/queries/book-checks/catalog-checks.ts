import { type RawBuilder, sql } from 'kysely';
import type { BookCheck } from './book-check.ts';

const PROTECTED = [
  'anchor',
  'anchor_payee',
  'audit_entry',
  'bank_return',
  'contract',
  'contract_acceptance',
  'contract_document',
  'contract_finding',
  'contract_finding_decision',
  'contract_remark',
  'contract_review',
  'dispute',
  'dispute_answer',
  'dispute_file',
  'dispute_outcome',
  'frozen_pdf',
  'journal',
  'notice',
  'order_line',
  'payee_change',
  'payout',
  'payout_batch',
  'payout_batch_item',
  'payout_file',
  'posting',
  'settlement_line',
  'share_part',
  'statement',
  'statement_answer',
  'tax_profile',
  'tax_withholding',
];
const APPEND_ONLY = [
  'audit_entry',
  'bank_return',
  'contract_acceptance',
  'contract_document',
  'contract_event',
  'contract_finding_decision',
  'contract_promise_evidence',
  'contract_promise_objection',
  'contract_remark',
  'dispute',
  'dispute_answer',
  'dispute_file',
  'frozen_pdf',
  'journal',
  'month_close',
  'payout_batch_approval',
  'payout_batch_change',
  'payout_file',
  'posting',
  'settlement_line',
  'statement_answer',
  'statement_delivery',
  'tax_input',
  'tax_profile',
  'tax_withholding',
];

/** Names as rows: `values ('a', 'b'), …` */
function list(rows: readonly (readonly string[])[]): RawBuilder<unknown> {
  const tuples = rows.map((row) => sql`(${sql.join(row.map((name) => sql.lit(name)))})`);
  return sql`values ${sql.join(tuples)}`;
}

/** The walls themselves: somebody who took one down could have written anything. Asked as the app's own role. */
export const catalogChecks: readonly BookCheck[] = [
  {
    code: 'immutability_triggers',
    title: 'Every trigger that keeps the books unchanged is there and enabled',
    find: sql`
      select jsonb_build_object('table', required.table_name, 'trigger', required.trigger_name, 'found', 'missing') as sample
        from (${list([
          ['audit_entry', 'audit_entry_append_only'],
          ['audit_entry', 'audit_entry_no_truncate'],
          ['contract_acceptance', 'contract_acceptance_append_only'],
          ['contract_acceptance', 'contract_acceptance_applies'],
          ['contract_acceptance', 'contract_acceptance_marks'],
          ['contract_acceptance', 'contract_acceptance_no_truncate'],
          ['contract_clause', 'contract_clause_frozen'],
          ['contract_document', 'contract_document_append_only'],
          ['contract_document', 'contract_document_no_truncate'],
          ['contract_event', 'contract_event_append_only'],
          ['contract_event', 'contract_event_no_truncate'],
          ['contract_finding_decision', 'contract_finding_decision_append_only'],
          ['contract_finding_decision', 'contract_finding_decision_applies'],
          ['contract_finding_decision', 'contract_finding_decision_no_truncate'],
          ['contract_promise_evidence', 'contract_promise_evidence_append_only'],
          ['contract_promise_evidence', 'contract_promise_evidence_no_truncate'],
          ['contract_promise_objection', 'contract_promise_objection_append_only'],
          ['contract_promise_objection', 'contract_promise_objection_no_truncate'],
          ['contract_remark', 'contract_remark_append_only'],
          ['contract_remark', 'contract_remark_no_truncate'],
          ['contract_version', 'contract_version_frozen'],
          ['frozen_pdf', 'frozen_pdf_append_only'],
          ['frozen_pdf', 'frozen_pdf_no_truncate'],
          ['guardian_consent', 'guardian_consent_frozen'],
          ['journal', 'journal_append_only'],
          ['journal', 'journal_balances'],
          ['journal', 'journal_no_truncate'],
          ['month_close', 'month_close_append_only'],
          ['month_close', 'month_close_no_truncate'],
          ['order_line', 'order_line_settled_stays'],
          ['payout', 'payout_goes_forward'],
          ['payout', 'payout_no_truncate'],
          ['posting', 'posting_append_only'],
          ['posting', 'posting_in_own_transaction'],
          ['posting', 'posting_no_truncate'],
          ['settlement_line', 'settlement_line_append_only'],
          ['settlement_line', 'settlement_line_no_truncate'],
          ['share_part', 'share_part_frozen'],
          ['share_rule', 'share_rule_frozen'],
          ['share_tier', 'share_tier_frozen'],
          ['statement', 'statement_frozen'],
          ['statement', 'statement_no_truncate'],
        ])}) required (table_name, trigger_name)
       where not exists (select from pg_trigger g join pg_class c on c.oid = g.tgrelid
         where c.relnamespace = 'public'::regnamespace and c.relname = required.table_name and g.tgname = required.trigger_name)
      union all
      select jsonb_build_object('table', c.relname, 'trigger', g.tgname, 'found', 'not enabled')
        from pg_trigger g join pg_class c on c.oid = g.tgrelid
       where c.relnamespace = 'public'::regnamespace and g.tgenabled not in ('O', 'A')`,
  },
  {
    code: 'row_security',
    title: 'Row-level security is on wherever it is promised',
    find: sql`
      select jsonb_build_object('table', c.relname, 'enabled', c.relrowsecurity, 'policies', count(p.oid)) as sample
        from pg_class c left join pg_policy p on p.polrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       group by c.oid
      having (count(p.oid) > 0 and not c.relrowsecurity)
          or (count(p.oid) = 0 and c.relname in (select name from (${list(PROTECTED.map((name) => [name]))}) required (name)))`,
  },
  {
    code: 'app_role_is_weak',
    title: 'The app’s role owns nothing and cannot step over the walls',
    find: sql`
      select jsonb_build_object('role', current_user, 'owns', c.relname) as sample
        from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user
      union all
      select jsonb_build_object('role', rolname, 'superuser', rolsuper, 'bypassesRowSecurity', rolbypassrls, 'maySchema', has_schema_privilege(rolname, 'public', 'create'))
        from pg_roles where rolname = current_user and (rolsuper or rolbypassrls or has_schema_privilege(rolname, 'public', 'create'))`,
  },
  {
    code: 'append_only_grants',
    title: 'The app’s role has no right to change or remove what is append-only',
    find: sql`
      select jsonb_build_object('role', current_user, 'table', name, 'may', may) as sample
        from (${list(APPEND_ONLY.map((name) => [name]))}) kept (name)
        cross join (values ('UPDATE'), ('DELETE'), ('TRUNCATE')) rights (may)
       where to_regclass(name) is not null
         and case may when 'UPDATE' then has_any_column_privilege(current_user, to_regclass(name)::oid, may)
                      else has_table_privilege(current_user, to_regclass(name)::oid, may) end`,
  },
];
