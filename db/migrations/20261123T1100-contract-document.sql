-- The papers of a contract: each upload as it came (named by its hash, the bytes are kept beside the database), what was
-- read from it, and where in that text each clause stands.

create table contract_document (
  id int generated always as identity primary key,
  contract_id int not null references contract,
  -- of the version it was uploaded to; null for papers that are no contract text
  version_no int check (version_no > 0),
  kind text not null check (kind in ('text', 'signed_scan', 'guardian_consent', 'promise_evidence')),
  file_name text not null check (length(file_name) between 1 and 200),
  format text not null check (length(format) between 1 and 20),
  size_bytes bigint not null check (size_bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  outcome text not null check (outcome in ('read', 'refused', 'kept')),
  source text check (source in ('layer', 'ocr', 'pasted')),
  body text,
  page_spans jsonb not null default '[]',
  warnings jsonb not null default '[]',
  refusal_code text,
  refusal_message text,
  uploaded_by text references app_user,
  uploaded_at timestamptz not null default now(),
  check ((outcome = 'read') = (body is not null)),
  check ((outcome = 'read') = (source is not null)),
  check ((outcome = 'refused') = (refusal_code is not null)),
  check (kind = 'text' or outcome = 'kept')
);
create index contract_document_contract on contract_document (contract_id, id desc);
create trigger contract_document_append_only before update or delete on contract_document for each row execute function refuse_change();
create trigger contract_document_no_truncate before truncate on contract_document execute function refuse_change();

-- Offsets of UTF-16 code units into the version's text; a clause typed by hand has none. `第十二条（三）2.1` needs room.
alter table contract_clause
  add column start_at int check (start_at >= 0),
  add column end_at int,
  add column depth smallint not null default 0 check (depth between 0 and 20),
  add check (end_at >= start_at),
  add check ((start_at is null) = (end_at is null)),
  drop constraint contract_clause_clause_no_check,
  add constraint contract_clause_clause_no_check check (length(clause_no) between 1 and 60);

-- When the anchor was first shown it: until then neither the contract nor a version exists for its anchor.
alter table contract add column shown_at timestamptz;
update contract c set shown_at = now()
 where exists (select from contract_version v where v.contract_id = c.id and v.status <> 'draft');

-- The way of a version to its being in force: draft, review, sent, accepted; withdrawn is the way aside.
alter table contract_version
  add column stage text not null default 'draft' check (stage in ('draft', 'review', 'sent', 'accepted', 'withdrawn')),
  add column document_id int references contract_document,
  add column created_by text references app_user,
  add column submitted_by text references app_user,
  add column sent_at timestamptz;
-- What is in force was agreed before the way of agreeing was recorded.
alter table contract_version disable trigger contract_version_frozen;
update contract_version set stage = 'accepted', sent_at = confirmed_at where status <> 'draft';
alter table contract_version enable trigger contract_version_frozen;
alter table contract_version add check (stage not in ('sent', 'accepted') or sent_at is not null);

drop policy contract_read on contract;
create policy contract_read on contract for select to faircast_app using (
  anchor_id in (select id from anchor) and ((select app_is_staff()) or shown_at is not null));
drop policy contract_version_read on contract_version;
create policy contract_version_read on contract_version for select to faircast_app using (
  contract_id in (select id from contract) and ((select app_is_staff()) or sent_at is not null));
drop policy share_rule_read on share_rule;
create policy share_rule_read on share_rule for select to faircast_app using (
  (select app_sees_all()) or (anchor_id in (select id from anchor)
    and ((select app_is_staff()) or contract_version_id in (select id from contract_version))));

alter table contract_document enable row level security;
create policy contract_document_staff on contract_document for select to faircast_app
  using ((select app_is_staff()) and contract_id in (select id from contract));
-- An anchor reads the text of what was sent; never an upload that was replaced before it was.
create policy contract_document_shown on contract_document for select to faircast_app using (
  (select app_role()) = 'anchor' and outcome = 'read' and id in (select document_id from contract_version));
create policy contract_document_write on contract_document for insert to faircast_app
  with check ((select app_is_staff()) and contract_id in (select id from contract));
grant select, insert on contract_document to faircast_app;
