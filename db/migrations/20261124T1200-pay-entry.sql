-- What moves a party's balance beside the shares of settlement lines: month-level pay, deductions, money held and let go.
-- Each entry is a journal of its own against one counter-account, posted in an open month, never edited.

alter table account drop constraint account_kind_check;
alter table account add constraint account_kind_check
  check (kind in ('clearing', 'party', 'bank', 'agency', 'held', 'holdback', 'advance', 'tax'));
insert into account (code, kind) values
  ('agency', 'agency'),      -- what the agency itself bears or gains: fixed pay, guarantees, fines, money clawed back
  ('held', 'held'),          -- held by a substitution case or a dispute: nobody's until it is decided
  ('holdback', 'holdback'),  -- 质保金
  ('advance', 'advance'),    -- advances and costs that parties pay back
  ('tax', 'tax');            -- withheld for the tax authority
alter table journal drop constraint journal_source_type_check;
alter table journal add constraint journal_source_type_check check (source_type in ('settlement', 'payout', 'pay_entry'));

create table pay_entry (
  id bigint generated always as identity primary key,
  party_id int not null references party,
  anchor_id int references anchor,           -- of the party, when it is an anchor: entries of anchors stand on statements
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  concerns_month text not null check (concerns_month ~ '^\d{4}-(0[1-9]|1[0-2])$'), -- what it is about, where that month is closed
  kind text not null check (kind in ('fixed', 'base_pay', 'guarantee', 'cap', 'recoup', 'holdback', 'holdback_release', 'fine', 'adjustment',
    'case_hold', 'case_release', 'case_clawback', 'dispute_hold', 'dispute_release', 'tax')),
  amount_fen bigint not null check (amount_fen <> 0), -- + to the party
  counter_account_id int not null references account,
  reverses_id bigint unique references pay_entry,
  -- one entry per fact, however often the work behind it runs: `case:7:hold:run:55:party:3`
  source_key text not null unique check (length(source_key) between 3 and 200),
  explanation jsonb not null check (explanation ? 'zh' and explanation ? 'en'), -- {zh, en, working?: […]}: the anchor reads it
  details jsonb not null default '{}',       -- for the books; not shown to anchors
  journal_id bigint not null unique references journal,
  created_by text references app_user,
  created_at timestamptz not null default clock_timestamp(),
  check (concerns_month <= month)
);
create index pay_entry_month on pay_entry (month, party_id);
create index pay_entry_anchor on pay_entry (anchor_id);
create trigger pay_entry_append_only before update or delete on pay_entry for each row execute function refuse_change();
create trigger pay_entry_no_truncate before truncate on pay_entry execute function refuse_change();
-- An issued statement says all there is to say of its month.
create function refuse_closed_month_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from month_close c where c.month >= new.month) then
    raise exception 'month % is closed: the entry belongs into the open month', new.month using errcode = '23001';
  end if;
  return new;
end $$;
create trigger pay_entry_in_open_month before insert on pay_entry for each row execute function refuse_closed_month_entry();

-- The part of a statement that is not shares of lines.
alter table statement add column entries_fen bigint not null default 0;
alter table statement drop constraint statement_check;
alter table statement add constraint closing_is_the_sum check (closing_fen = opening_fen + earned_fen + entries_fen);

alter table pay_entry enable row level security;
create policy pay_entry_read on pay_entry for select to faircast_app using (
  (select app_sees_all()) or ((select app_role()) in ('operator', 'anchor') and anchor_id in (select id from anchor)));
create policy pay_entry_write on pay_entry for insert to faircast_app
  with check ((select app_role()) in ('finance', 'compliance', 'admin', 'system'));
-- Whoever may hold and release money posts it.
drop policy account_staff on account;
create policy account_staff on account for all to faircast_app
  using ((select app_is_staff())) with check ((select app_role()) in ('finance', 'compliance', 'admin', 'system'));
drop policy journal_write on journal;
create policy journal_write on journal for insert to faircast_app with check (
  (select app_role()) in ('finance', 'admin', 'system') or ((select app_role()) = 'compliance' and source_type = 'pay_entry'));
drop policy posting_write on posting;
create policy posting_write on posting for insert to faircast_app with check (
  (select app_role()) in ('finance', 'admin', 'system')
  or ((select app_role()) = 'compliance' and journal_id in (select id from journal where source_type = 'pay_entry')));

grant select, insert on pay_entry to faircast_app;
