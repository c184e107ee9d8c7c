-- Payouts on their way to the bank: payees changed by four eyes, batches, the file as it left, what the bank answered.

-- A fresh proof of who is at the keyboard, for money verbs; gone with the sign-in it belongs to.
create table step_up (
  session_id text primary key references login_session on delete cascade,
  user_id text not null references app_user on delete cascade,
  at timestamptz not null default clock_timestamp()
);

-- Another account for an anchor: asked for by one, approved by another, in force a day later.
create table payee_change (
  id int generated always as identity primary key,
  anchor_id int not null references anchor,
  kind text not null check (kind in ('personal', 'studio', 'company')),
  account_name text not null check (length(account_name) between 1 and 80),
  bank_name text not null check (length(bank_name) between 1 and 80),
  bank_account_sealed text not null,
  bank_account_tail text not null check (bank_account_tail ~ '^[0-9]{4}$'),
  reason text not null check (length(reason) between 1 and 1000),
  requested_by text not null references app_user,
  requested_at timestamptz not null default clock_timestamp(),
  approved_by text references app_user,
  approved_at timestamptz,
  effective_at timestamptz,
  ended_as text check (ended_as in ('refused', 'withdrawn')),
  ended_by text references app_user,
  ended_at timestamptz,
  ended_reason text check (length(ended_reason) between 1 and 1000),
  applied_at timestamptz,
  constraint payee_four_eyes check (approved_by is null or approved_by <> requested_by),
  constraint payee_waits_a_day check (
    (approved_by is null) = (approved_at is null) and (approved_by is null) = (effective_at is null)
    and (effective_at is null or effective_at >= approved_at + interval '24 hours')),
  constraint payee_change_ends_once check (
    (ended_as is null) = (ended_by is null) and (ended_as is null) = (ended_at is null)
    and (applied_at is null or (approved_by is not null and ended_as is null and applied_at >= effective_at)))
);
create unique index one_payee_change_at_a_time on payee_change (anchor_id) where applied_at is null and ended_as is null;
create function refuse_payee_change_edit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.applied_at is not null or old.ended_as is not null
     or (to_jsonb(new) - array['approved_by', 'approved_at', 'effective_at', 'ended_as', 'ended_by', 'ended_at', 'ended_reason', 'applied_at'])
        <> (to_jsonb(old) - array['approved_by', 'approved_at', 'effective_at', 'ended_as', 'ended_by', 'ended_at', 'ended_reason', 'applied_at'])
     or (old.approved_by is not null and (new.approved_by, new.approved_at, new.effective_at) is distinct from (old.approved_by, old.approved_at, old.effective_at)) then
    raise exception 'a change of payee only goes forward' using errcode = '23001';
  end if;
  return new;
end $$;
create trigger payee_change_goes_forward before update or delete on payee_change for each row execute function refuse_payee_change_edit();
create trigger payee_change_no_truncate before truncate on payee_change execute function refuse_change();
-- Whoever writes as the product: a payee becomes another one only by a change that two people agreed on a day ago.
create function refuse_hasty_payee() returns trigger language plpgsql as $$
begin
  if current_user = 'faircast_app'
     and (new.kind, new.account_name, new.bank_name, new.bank_account_sealed) is distinct from (old.kind, old.account_name, old.bank_name, old.bank_account_sealed)
     and not exists (select from payee_change c where c.anchor_id = new.anchor_id and c.ended_as is null and c.applied_at is null
       and c.effective_at <= clock_timestamp() and c.bank_account_sealed = new.bank_account_sealed and c.account_name = new.account_name) then
    raise exception 'a payee is changed by two people and a day later' using errcode = '23001';
  end if;
  return new;
end $$;
create trigger payee_not_in_haste before update on anchor_payee for each row execute function refuse_hasty_payee();

-- A statement may be paid in parts: what was disputed follows when it is decided. One payout at a time, never more than payable.
alter table payout drop constraint payout_status_check;
alter table payout add constraint payout_status_check check (status in ('prepared', 'approved', 'paid', 'cancelled', 'returned'));
alter table payout add column returned_by text references app_user;
alter table payout add column returned_at timestamptz;
alter table payout add column returned_reason text check (length(returned_reason) between 1 and 1000);
alter table payout drop constraint approved_payout_has_approver_and_pdf;
alter table payout add constraint approved_payout_has_approver_and_pdf
  check (status not in ('approved', 'paid', 'returned') or (approved_by is not null and pdf_sha256 is not null));
alter table payout drop constraint paid_payout_says_when;
alter table payout add constraint paid_payout_says_when check ((status in ('paid', 'returned')) = (paid_at is not null));
alter table payout add constraint returned_payout_says_why check (
  (status = 'returned') = (returned_at is not null) and (status = 'returned') = (returned_by is not null) and (status = 'returned') = (returned_reason is not null));
drop index one_live_payout_per_statement;
create unique index one_live_payout_per_statement on payout (statement_id) where status in ('prepared', 'approved');
create index payout_statement on payout (statement_id);
create or replace function refuse_payout_edit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.id, new.statement_id, new.anchor_id, new.amount_fen, new.payee, new.payee_sha256, new.prepared_by, new.prepared_at)
     is distinct from (old.id, old.statement_id, old.anchor_id, old.amount_fen, old.payee, old.payee_sha256, old.prepared_by, old.prepared_at) then
    raise exception 'a prepared payout is not edited: cancel it and prepare another' using errcode = '23001';
  end if;
  if (old.status, new.status) not in (('prepared', 'approved'), ('prepared', 'cancelled'), ('approved', 'paid'), ('approved', 'cancelled'), ('paid', 'returned'))
     or (old.status in ('approved', 'paid') and (new.approved_by, new.approved_at, new.pdf_sha256) is distinct from (old.approved_by, old.approved_at, old.pdf_sha256))
     or (old.status = 'paid' and (new.paid_by, new.paid_at, new.bank_reference) is distinct from (old.paid_by, old.paid_at, old.bank_reference)) then
    raise exception 'payout % is % and does not become %', old.id, old.status, new.status using errcode = '23001';
  end if;
  return new;
end $$;
-- All payouts of a statement that count, this one with them, stay within what is payable and, until it leaves, not disputed.
create function check_payout_due() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare payable bigint; held bigint; live numeric;
begin
  if new.status not in ('prepared', 'approved') then return null; end if;
  select s.payable_fen, coalesce(h.held_fen, 0) into payable, held
    from statement s left join statement_hold h on h.statement_id = s.id where s.id = new.statement_id;
  select sum(amount_fen) into live from payout where statement_id = new.statement_id and status in ('prepared', 'approved', 'paid');
  if live > payable - held then
    raise exception 'payouts of statement % come to % fen, % are due', new.statement_id, live, payable - held
      using errcode = '23514', constraint = 'payouts_within_what_is_due';
  end if;
  return null;
end $$;
create trigger payout_within_what_is_due after insert or update of status on payout for each row execute function check_payout_due();

alter table journal drop constraint journal_source_type_check;
alter table journal add constraint journal_source_type_check check (source_type in ('settlement', 'payout', 'payout_return', 'pay_entry'));

create table payout_batch (
  id int generated always as identity primary key,
  no text not null unique,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  status text not null default 'draft' check (status in ('draft', 'submitted', 'approved', 'filed', 'partly_returned', 'closed', 'cancelled')),
  revision int not null default 1 check (revision > 0),
  item_count int not null default 0,
  total_fen bigint not null default 0,
  execute_on date not null,
  approvers_asked smallint not null default 1 check (approvers_asked between 1 and 5),
  prepared_by text not null references app_user,
  prepared_at timestamptz not null default clock_timestamp(),
  submitted_by text references app_user,
  submitted_at timestamptz,
  closed_at timestamptz,
  row_version int not null default 1
);
create table payout_batch_item (
  id int generated always as identity primary key,
  batch_id int not null references payout_batch,
  payout_id int not null references payout,
  attempt smallint not null check (attempt between 1 and 999),
  end_to_end_id text not null,
  amount_fen bigint not null check (amount_fen > 0),
  payee_sha256 text not null,
  status text not null default 'pending' check (status in ('pending', 'in_file', 'paid', 'failed', 'unknown', 'resent', 'corrected')),
  -- its batch was cancelled before anything left
  is_released boolean not null default false,
  bank_reference text,
  reason_code text,
  reason_text text,
  paid_on date,
  replaced_by_id int references payout_batch_item,
  constraint payout_once_in_a_batch unique (batch_id, payout_id),
  constraint replaced_names_its_place check ((status in ('resent', 'corrected')) = (replaced_by_id is not null)),
  constraint failed_says_why check (status <> 'failed' or reason_text is not null)
);
-- A payment is on one way to the bank at a time: another attempt only after this one failed for certain.
create unique index one_way_per_payout on payout_batch_item (payout_id) where status in ('pending', 'in_file', 'unknown', 'paid') and not is_released;
create unique index end_to_end_once on payout_batch_item (end_to_end_id) where not is_released;
create index payout_batch_item_batch on payout_batch_item (batch_id);
-- Everybody who had a hand in a batch: none of them approves it.
create table payout_batch_change (
  id int generated always as identity primary key,
  batch_id int not null references payout_batch,
  user_id text not null references app_user,
  what text not null check (what in ('create', 'add', 'remove', 'submit', 'withdraw', 'payout')),
  at timestamptz not null default clock_timestamp()
);
create index payout_batch_change_batch on payout_batch_change (batch_id, user_id);
create table payout_batch_approval (
  batch_id int not null references payout_batch,
  revision int not null,
  user_id text not null references app_user,
  at timestamptz not null default clock_timestamp(),
  primary key (batch_id, revision, user_id)
);
-- The file as it left, once; sealed, because it holds whole bank numbers.
create table payout_file (
  id int generated always as identity primary key,
  batch_id int not null references payout_batch,
  format text not null check (format in ('csv', 'pain001')),
  file_name text not null,
  message_id text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes int not null check (size_bytes > 0),
  sealed bytea not null,
  filed_by text not null references app_user,
  filed_at timestamptz not null default clock_timestamp(),
  constraint batch_filed_once unique (batch_id),
  constraint message_id_once unique (message_id)
);
create table bank_return (
  id int generated always as identity primary key,
  batch_id int not null references payout_batch,
  file_name text not null,
  format text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sealed bytea not null,
  match jsonb not null,
  uploaded_by text not null references app_user,
  uploaded_at timestamptz not null default clock_timestamp(),
  constraint return_file_once unique (sha256)
);
create index bank_return_batch on bank_return (batch_id);
do $$
declare name text;
begin
  foreach name in array array['payout_batch_change', 'payout_batch_approval', 'payout_file', 'bank_return'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', name || '_append_only', name);
    execute format('create trigger %I before truncate on %I execute function refuse_change()', name || '_no_truncate', name);
  end loop;
  foreach name in array array['payout_batch', 'payout_batch_item'] loop
    execute format('create trigger %I before truncate on %I execute function refuse_change()', name || '_no_truncate', name);
  end loop;
end $$;

-- A batch only takes the steps of the rules, and is approved by enough people who had no hand in it, for this revision.
create function check_batch_step() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare approvers int;
begin
  if tg_op = 'DELETE' or (new.id, new.no, new.month, new.prepared_by, new.prepared_at) is distinct from (old.id, old.no, old.month, old.prepared_by, old.prepared_at) then
    raise exception 'a batch is not made another one' using errcode = '23001';
  end if;
  if old.status <> new.status and (old.status, new.status) not in (('draft', 'submitted'), ('draft', 'cancelled'), ('submitted', 'approved'), ('submitted', 'draft'),
     ('submitted', 'cancelled'), ('approved', 'filed'), ('approved', 'draft'), ('approved', 'cancelled'), ('filed', 'partly_returned'), ('filed', 'closed'), ('partly_returned', 'closed')) then
    raise exception 'batch % is % and does not become %', old.no, old.status, new.status using errcode = '23001';
  end if;
  if old.status <> 'draft' and (new.item_count, new.total_fen, new.execute_on) is distinct from (old.item_count, old.total_fen, old.execute_on) then
    raise exception 'batch % is % and keeps its payments', old.no, old.status using errcode = '23001';
  end if;
  if old.status in ('submitted', 'approved') and new.status = 'draft' and new.revision <= old.revision then
    raise exception 'batch % back in draft is another revision', old.no using errcode = '23001';
  end if;
  if new.status in ('approved', 'filed') then
    select count(distinct a.user_id) into approvers from payout_batch_approval a
     where a.batch_id = new.id and a.revision = new.revision and a.user_id <> new.prepared_by
       and not exists (select from payout_batch_change c where c.batch_id = new.id and c.user_id = a.user_id);
    if approvers < new.approvers_asked then
      raise exception 'batch % has % approvals of %', new.no, approvers, new.approvers_asked using errcode = '23514', constraint = 'batch_has_its_approvers';
    end if;
  end if;
  return new;
end $$;
create trigger payout_batch_step before update or delete on payout_batch for each row execute function check_batch_step();
create function check_batch_sum() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare n int; total numeric; batch payout_batch;
begin
  select * into batch from payout_batch where id = new.id;
  select count(*), coalesce(sum(amount_fen), 0) into n, total from payout_batch_item where batch_id = new.id;
  if (batch.item_count, batch.total_fen) is distinct from (n, total::bigint) then
    raise exception 'batch % says % payments of % fen, it has % of %', batch.no, batch.item_count, batch.total_fen, n, total
      using errcode = '23514', constraint = 'batch_total_is_the_sum';
  end if;
  return null;
end $$;
create constraint trigger payout_batch_sum after insert or update on payout_batch deferrable initially deferred for each row execute function check_batch_sum();
create function check_batch_item() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare batch payout_batch; paying payout;
begin
  select * into batch from payout_batch where id = coalesce(new.batch_id, old.batch_id);
  if tg_op in ('INSERT', 'DELETE') then
    if batch.status <> 'draft' then
      raise exception 'batch % is % and keeps its payments', batch.no, batch.status using errcode = '23001';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    select * into paying from payout where id = new.payout_id;
    if (paying.amount_fen, paying.payee_sha256) is distinct from (new.amount_fen, new.payee_sha256) or paying.status not in ('prepared', 'approved') then
      raise exception 'payout % is not what batch % would pay', new.payout_id, batch.no using errcode = '23001';
    end if;
    return new;
  end if;
  if (new.id, new.batch_id, new.payout_id, new.attempt, new.end_to_end_id, new.amount_fen, new.payee_sha256)
     is distinct from (old.id, old.batch_id, old.payout_id, old.attempt, old.end_to_end_id, old.amount_fen, old.payee_sha256) then
    raise exception 'a payment of a batch is not made another one' using errcode = '23001';
  end if;
  if old.status <> new.status and (old.status, new.status) not in (('pending', 'in_file'), ('in_file', 'paid'), ('in_file', 'failed'), ('in_file', 'unknown'),
     ('unknown', 'paid'), ('unknown', 'failed'), ('paid', 'failed'), ('failed', 'paid'), ('failed', 'resent'), ('failed', 'corrected')) then
    raise exception 'a payment that is % does not become %', old.status, new.status using errcode = '23001';
  end if;
  if new.is_released and (new.status <> 'pending' or batch.status <> 'cancelled') then
    raise exception 'a payment that may have left is not released' using errcode = '23001';
  end if;
  return new;
end $$;
create trigger payout_batch_item_step before insert or update or delete on payout_batch_item for each row execute function check_batch_item();
create function check_batch_approval() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare batch payout_batch;
begin
  select * into batch from payout_batch where id = new.batch_id;
  if batch.status not in ('submitted', 'approved') or batch.revision <> new.revision then
    raise exception 'batch % is %, revision %', batch.no, batch.status, batch.revision using errcode = '23001';
  end if;
  if batch.prepared_by = new.user_id or exists (select from payout_batch_change c where c.batch_id = new.batch_id and c.user_id = new.user_id) then
    raise exception 'who had a hand in batch % does not approve it', batch.no using errcode = '23514', constraint = 'batch_approver_is_another_person';
  end if;
  return new;
end $$;
create trigger payout_batch_approval_holds before insert on payout_batch_approval for each row execute function check_batch_approval();

alter table step_up enable row level security;
create policy step_up_own on step_up for all to faircast_app using (user_id = (select app_user_id())) with check (user_id = (select app_user_id()));
alter table payee_change enable row level security;
create policy payee_change_read on payee_change for select to faircast_app using (anchor_id in (select id from anchor));
create policy payee_change_insert on payee_change for insert to faircast_app with check (
  requested_by = (select app_user_id()) and ((select app_role()) in ('finance', 'admin') or ((select app_role()) = 'anchor' and anchor_id = (select app_anchor_id()))));
create policy payee_change_decide on payee_change for update to faircast_app
  using ((select app_role()) in ('finance', 'admin', 'system') or ((select app_role()) = 'anchor' and requested_by = (select app_user_id())))
  with check ((select app_role()) in ('finance', 'admin', 'system') or ended_as = 'withdrawn');
do $$
declare name text;
begin
  foreach name in array array['payout_batch', 'payout_batch_item', 'payout_batch_change', 'payout_batch_approval', 'bank_return'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select to faircast_app using ((select app_role()) in (''finance'', ''compliance'', ''admin'', ''system''))', name || '_read', name);
    execute format('create policy %I on %I for insert to faircast_app with check ((select app_role()) in (''finance'', ''admin''))', name || '_insert', name);
  end loop;
end $$;
create policy payout_batch_update on payout_batch for update to faircast_app using ((select app_role()) in ('finance', 'admin')) with check (true);
create policy payout_batch_item_update on payout_batch_item for update to faircast_app using ((select app_role()) in ('finance', 'admin')) with check (true);
create policy payout_batch_item_remove on payout_batch_item for delete to faircast_app using ((select app_role()) = 'finance');
alter table payout_file enable row level security;
create policy payout_file_read on payout_file for select to faircast_app using ((select app_role()) in ('finance', 'compliance', 'admin', 'system'));
create policy payout_file_insert on payout_file for insert to faircast_app with check ((select app_role()) = 'finance');

grant select, insert, update, delete on step_up to faircast_app;
grant select, insert on payee_change, payout_batch, payout_batch_item, payout_batch_change, payout_batch_approval, payout_file, bank_return to faircast_app;
grant update (approved_by, approved_at, effective_at, ended_as, ended_by, ended_at, ended_reason, applied_at) on payee_change to faircast_app;
grant update (status, revision, item_count, total_fen, execute_on, approvers_asked, submitted_by, submitted_at, closed_at, row_version) on payout_batch to faircast_app;
grant update (status, is_released, bank_reference, reason_code, reason_text, paid_on, replaced_by_id) on payout_batch_item to faircast_app;
grant delete on payout_batch_item to faircast_app;
grant update (returned_by, returned_at, returned_reason) on payout to faircast_app;
