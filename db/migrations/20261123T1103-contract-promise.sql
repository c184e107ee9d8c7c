-- What the agency promised in a contract, what it can show for it, and what the anchor says to that.

create table contract_promise (
  id int generated always as identity primary key,
  contract_id int not null references contract,
  contract_version_id int not null,
  clause_no text,
  kind text not null check (kind in ('traffic', 'training', 'guarantee', 'streams', 'days_off', 'equipment', 'other')),
  title text not null check (length(title) between 1 and 200),
  target bigint check (target > 0),
  unit text check (length(unit) between 1 and 10),
  cadence text not null check (cadence in ('once', 'monthly')),
  starts_on date not null,
  ends_on date,
  note text,
  row_version int not null default 1,
  created_by text references app_user,
  created_at timestamptz not null default now(),
  foreign key (contract_version_id, contract_id) references contract_version (id, contract_id),
  check (ends_on >= starts_on),
  check ((target is null) = (unit is null))
);
create index contract_promise_contract on contract_promise (contract_id);

create table contract_promise_evidence (
  id int generated always as identity primary key,
  promise_id int not null references contract_promise,
  due_on date not null,
  delivered bigint not null check (delivered >= 0),
  note text not null check (length(note) between 1 and 2000),
  document_id int references contract_document,
  recorded_by text references app_user,
  recorded_at timestamptz not null default now()
);
create index contract_promise_evidence_promise on contract_promise_evidence (promise_id, due_on);
create trigger contract_promise_evidence_append_only before update or delete on contract_promise_evidence for each row execute function refuse_change();
create trigger contract_promise_evidence_no_truncate before truncate on contract_promise_evidence execute function refuse_change();

create table contract_promise_objection (
  id int generated always as identity primary key,
  evidence_id int not null unique references contract_promise_evidence,
  reason text not null check (length(reason) between 1 and 2000),
  objected_by text not null references app_user,
  objected_at timestamptz not null default now()
);
create trigger contract_promise_objection_append_only before update or delete on contract_promise_objection for each row execute function refuse_change();
create trigger contract_promise_objection_no_truncate before truncate on contract_promise_objection execute function refuse_change();

alter table contract_promise enable row level security;
create policy contract_promise_read on contract_promise for select to faircast_app
  using (contract_version_id in (select id from contract_version));
create policy contract_promise_write on contract_promise for all to faircast_app
  using ((select app_is_staff()) and contract_version_id in (select id from contract_version))
  with check ((select app_is_staff()) and contract_version_id in (select id from contract_version));
alter table contract_promise_evidence enable row level security;
create policy contract_promise_evidence_read on contract_promise_evidence for select to faircast_app
  using (promise_id in (select id from contract_promise));
create policy contract_promise_evidence_write on contract_promise_evidence for insert to faircast_app
  with check ((select app_is_staff()) and promise_id in (select id from contract_promise));
alter table contract_promise_objection enable row level security;
create policy contract_promise_objection_read on contract_promise_objection for select to faircast_app
  using (evidence_id in (select id from contract_promise_evidence));
create policy contract_promise_objection_own on contract_promise_objection for insert to faircast_app with check (
  (select app_role()) = 'anchor' and objected_by = (select app_user_id()) and evidence_id in (select id from contract_promise_evidence));
create policy contract_document_of_evidence on contract_document for select to faircast_app using (
  (select app_role()) = 'anchor' and id in (select document_id from contract_promise_evidence));

grant select, insert, update on contract_promise to faircast_app;
grant select, insert on contract_promise_evidence, contract_promise_objection to faircast_app;
