-- What an anchor says of a statement: sent, confirmed, disputed line by line, and what became of each dispute.
-- Everything here is append-only; a disputed part is held by what a payout may be prepared for, not by a posting.

-- How this agency pays: one row. null means the house's own default, and the screens say so.
create table payment_setting (
  id int primary key default 1 check (id = 1),
  dispute_window_days int check (dispute_window_days between 1 and 60),
  remind_days_before int[] not null default '{3,1}' check (cardinality(remind_days_before) <= 5 and 0 <= all (remind_days_before) and 60 >= all (remind_days_before)),
  approval_tiers jsonb check (jsonb_typeof(approval_tiers) = 'array'),
  withholds_tax boolean not null default false,
  platform_worker_cumulative boolean not null default false,
  natural_person_vat boolean not null default false,
  debtor_name text check (length(debtor_name) between 1 and 80),
  debtor_bank_name text check (length(debtor_bank_name) between 1 and 80),
  debtor_account_sealed text,
  debtor_account_tail text check (debtor_account_tail ~ '^[0-9]{4}$'),
  debtor_cnaps text check (debtor_cnaps ~ '^[0-9]{12}$'),
  charge_bearer text not null default 'DEBT' check (charge_bearer in ('DEBT', 'CRED', 'SHAR', 'SLEV')),
  csv_template jsonb check (jsonb_typeof(csv_template) = 'object'),
  return_mapping jsonb check (jsonb_typeof(return_mapping) = 'object'), -- which columns of the bank's CSV answer mean what
  row_version int not null default 1,
  constraint debtor_is_whole check (num_nonnulls(debtor_name, debtor_bank_name, debtor_account_sealed, debtor_account_tail) in (0, 4))
);
insert into payment_setting default values;

-- The clause of a contract by which silence accepts. Without one an unanswered statement stays open.
create table silence_term (
  id int generated always as identity primary key,
  contract_version_id int not null references contract_version,
  clause_id int not null references contract_clause,
  days int not null check (days between 1 and 60),
  recorded_by text not null references app_user,
  recorded_at timestamptz not null default clock_timestamp(),
  ended_by text references app_user,
  ended_at timestamptz,
  check ((ended_by is null) = (ended_at is null))
);
create unique index one_silence_term_per_version on silence_term (contract_version_id) where ended_at is null;

create table statement_delivery (
  statement_id int primary key references statement,
  sent_by text references app_user,
  sent_at timestamptz not null default clock_timestamp(),
  window_days int not null check (window_days between 1 and 60),
  is_house_window boolean not null,
  answer_until timestamptz not null,
  silence_term_id int references silence_term,
  check (answer_until > sent_at)
);
create table statement_answer (
  statement_id int primary key references statement,
  kind text not null check (kind in ('confirmed', 'silence')),
  content_sha256 text not null,
  answered_by text references app_user,
  answered_at timestamptz not null default clock_timestamp(),
  check ((kind = 'confirmed') = (answered_by is not null))
);

-- One line of a statement the anchor does not agree with: a settlement line or a pay entry, with the anchor's part of it.
create table dispute (
  id int generated always as identity primary key,
  statement_id int not null references statement,
  anchor_id int not null references anchor,
  line_id bigint,
  line_seq smallint,
  pay_entry_id bigint references pay_entry,
  label text not null,
  amount_fen bigint not null,
  body text not null check (length(body) between 1 and 4000),
  raised_by text not null references app_user,
  raised_at timestamptz not null default clock_timestamp(),
  constraint dispute_names_one_line check (
    (line_id is null) = (line_seq is null) and (line_id is null) <> (pay_entry_id is null)),
  constraint line_disputed_once unique (statement_id, line_id, line_seq),
  constraint entry_disputed_once unique (statement_id, pay_entry_id)
);
create index dispute_statement on dispute (statement_id);
create index dispute_anchor on dispute (anchor_id);
create table dispute_answer (
  id int generated always as identity primary key,
  dispute_id int not null references dispute,
  side text not null check (side in ('anchor', 'agency')),
  body text not null check (length(body) between 1 and 4000),
  answered_by text not null references app_user,
  answered_at timestamptz not null default clock_timestamp()
);
create index dispute_answer_dispute on dispute_answer (dispute_id);
create table dispute_file (
  id int generated always as identity primary key,
  dispute_id int not null references dispute,
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_by text not null references app_user,
  uploaded_at timestamptz not null default clock_timestamp(),
  unique (dispute_id, sha256)
);
-- A proposal and what became of it. Upheld needs a second person and posts an adjustment in the open month.
create table dispute_outcome (
  id int generated always as identity primary key,
  dispute_id int not null references dispute,
  outcome text not null check (outcome in ('upheld', 'rejected', 'withdrawn')),
  adjustment_fen bigint check (adjustment_fen <> 0),
  reason text not null check (length(reason) between 1 and 2000),
  proposed_by text not null references app_user,
  proposed_at timestamptz not null default clock_timestamp(),
  decision text check (decision in ('approved', 'declined')),
  decision_reason text check (length(decision_reason) between 1 and 2000),
  decided_by text references app_user,
  decided_at timestamptz,
  pay_entry_id bigint unique references pay_entry,
  constraint upheld_has_an_amount check ((outcome = 'upheld') = (adjustment_fen is not null)),
  constraint decision_says_who check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  constraint dispute_four_eyes check (outcome <> 'upheld' or decided_by is null or decided_by <> proposed_by),
  constraint upheld_is_posted check ((outcome = 'upheld' and decision is not distinct from 'approved') = (pay_entry_id is not null)),
  constraint only_upheld_waits check (outcome = 'upheld' or decision is not distinct from 'approved')
);
create unique index one_outcome_per_dispute on dispute_outcome (dispute_id) where decision is distinct from 'declined';

create function refuse_outcome_edit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.decision is not null
     or (new.id, new.dispute_id, new.outcome, new.adjustment_fen, new.reason, new.proposed_by, new.proposed_at)
        is distinct from (old.id, old.dispute_id, old.outcome, old.adjustment_fen, old.reason, old.proposed_by, old.proposed_at) then
    raise exception 'an outcome is decided once and not edited' using errcode = '23001';
  end if;
  return new;
end $$;
create trigger dispute_outcome_frozen before update or delete on dispute_outcome for each row execute function refuse_outcome_edit();
create function refuse_silence_term_edit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.ended_at is not null
     or to_jsonb(new) - 'ended_at' - 'ended_by' <> to_jsonb(old) - 'ended_at' - 'ended_by' then
    raise exception 'a term on silence is ended, not edited' using errcode = '23001';
  end if;
  return new;
end $$;
create trigger silence_term_frozen before update or delete on silence_term for each row execute function refuse_silence_term_edit();
do $$
declare name text;
begin
  foreach name in array array['statement_delivery', 'statement_answer', 'dispute', 'dispute_answer', 'dispute_file'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', name || '_append_only', name);
    execute format('create trigger %I before truncate on %I execute function refuse_change()', name || '_no_truncate', name);
  end loop;
end $$;
create trigger dispute_outcome_no_truncate before truncate on dispute_outcome execute function refuse_change();

-- Silence is an answer only where a clause says so, after the window, with nothing disputed; a confirmation is of what was issued.
create function check_statement_answer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare sent statement_delivery; issued statement;
begin
  select * into sent from statement_delivery where statement_id = new.statement_id;
  select * into issued from statement where id = new.statement_id;
  if sent.statement_id is null then
    raise exception 'statement % was not sent', issued.no using errcode = '23001';
  end if;
  if new.content_sha256 <> issued.content_sha256 then
    raise exception 'this is not the content of statement %', issued.no using errcode = '23001';
  end if;
  if exists (select from dispute d where d.statement_id = new.statement_id
             and not exists (select from dispute_outcome o where o.dispute_id = d.id and o.decision = 'approved')) then
    raise exception 'a line of statement % is disputed', issued.no using errcode = '23001';
  end if;
  if new.kind = 'silence' and (sent.silence_term_id is null or sent.answer_until > clock_timestamp()) then
    raise exception 'silence does not accept statement %', issued.no using errcode = '23001';
  end if;
  return new;
end $$;
create trigger statement_answer_holds before insert on statement_answer for each row execute function check_statement_answer();

-- Told in the app; nobody reads another's.
create table notice (
  id bigint generated always as identity primary key,
  user_id text not null references app_user,
  kind text not null check (length(kind) between 3 and 40),
  entity text not null,
  entity_id text not null,
  data jsonb not null default '{}',
  -- told once per fact: `statement:7:remind:3`
  source_key text not null,
  at timestamptz not null default clock_timestamp(),
  read_at timestamptz,
  constraint notice_once unique (user_id, source_key)
);

-- What is held of a statement: the positive amounts of its undecided disputes.
create view statement_hold with (security_invoker = true) as
  select d.statement_id, sum(greatest(0, d.amount_fen))::bigint as held_fen, count(*)::int as open_disputes
    from dispute d
   where not exists (select from dispute_outcome o where o.dispute_id = d.id and o.decision = 'approved')
   group by d.statement_id;

alter table payment_setting enable row level security;
create policy payment_setting_read on payment_setting for select to faircast_app using ((select app_is_staff()));
create policy payment_setting_write on payment_setting for update to faircast_app
  using ((select app_role()) in ('admin', 'system')) with check ((select app_role()) in ('admin', 'system'));
alter table silence_term enable row level security;
create policy silence_term_read on silence_term for select to faircast_app using (contract_version_id in (select id from contract_version));
create policy silence_term_insert on silence_term for insert to faircast_app with check ((select app_role()) in ('compliance', 'system'));
create policy silence_term_end on silence_term for update to faircast_app
  using ((select app_role()) in ('compliance', 'system')) with check ((select app_role()) in ('compliance', 'system'));
alter table statement_delivery enable row level security;
create policy statement_delivery_read on statement_delivery for select to faircast_app using (statement_id in (select id from statement));
create policy statement_delivery_write on statement_delivery for insert to faircast_app with check ((select app_role()) in ('finance', 'system'));
alter table statement_answer enable row level security;
create policy statement_answer_read on statement_answer for select to faircast_app using (statement_id in (select id from statement));
create policy statement_answer_write on statement_answer for insert to faircast_app with check (
  ((select app_role()) = 'anchor' and kind = 'confirmed' and answered_by = (select app_user_id()) and statement_id in (select id from statement))
  or ((select app_role()) = 'system' and kind = 'silence'));
alter table dispute enable row level security;
create policy dispute_read on dispute for select to faircast_app using (anchor_id in (select id from anchor));
create policy dispute_write on dispute for insert to faircast_app with check (
  (select app_role()) = 'anchor' and anchor_id = (select app_anchor_id()) and raised_by = (select app_user_id()));
alter table dispute_answer enable row level security;
create policy dispute_answer_read on dispute_answer for select to faircast_app using (dispute_id in (select id from dispute));
create policy dispute_answer_write on dispute_answer for insert to faircast_app with check (
  dispute_id in (select id from dispute) and answered_by = (select app_user_id()) and (side = 'anchor') = ((select app_role()) = 'anchor'));
alter table dispute_file enable row level security;
create policy dispute_file_read on dispute_file for select to faircast_app using (dispute_id in (select id from dispute));
create policy dispute_file_write on dispute_file for insert to faircast_app with check (
  dispute_id in (select id from dispute) and uploaded_by = (select app_user_id()));
alter table dispute_outcome enable row level security;
create policy dispute_outcome_read on dispute_outcome for select to faircast_app using (dispute_id in (select id from dispute));
create policy dispute_outcome_insert on dispute_outcome for insert to faircast_app with check (
  proposed_by = (select app_user_id()) and dispute_id in (select id from dispute)
  and (((select app_role()) = 'anchor' and outcome = 'withdrawn') or ((select app_role()) = 'finance' and outcome <> 'withdrawn')));
create policy dispute_outcome_decide on dispute_outcome for update to faircast_app
  using ((select app_role()) in ('finance', 'admin')) with check (decided_by = (select app_user_id()));
alter table notice enable row level security;
create policy notice_own on notice for select to faircast_app using (user_id = (select app_user_id()));
-- whether an anchor was reminded is part of the statement's story
create policy notice_reminders on notice for select to faircast_app using (kind = 'statement_reminder' and (select app_is_staff()));
create policy notice_read on notice for update to faircast_app using (user_id = (select app_user_id())) with check (user_id = (select app_user_id()));
create policy notice_write on notice for insert to faircast_app with check ((select app_role()) is not null);

grant select, update on payment_setting to faircast_app;
grant select, insert on silence_term, statement_delivery, statement_answer, dispute, dispute_answer, dispute_file, dispute_outcome, notice to faircast_app;
grant update (ended_at, ended_by) on silence_term to faircast_app;
grant update (decision, decision_reason, decided_by, decided_at, pay_entry_id) on dispute_outcome to faircast_app;
grant update (read_at) on notice to faircast_app;
grant select on statement_hold to faircast_app;
