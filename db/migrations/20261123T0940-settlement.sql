-- Settlement: what each order line gave whom, by which rule; the journal; statements; payouts.
-- Nothing settled is edited: a change is a new line that names the old one.

create table settlement_run (
  id int generated always as identity primary key,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  lines int not null default 0,
  changes int not null default 0,
  base_fen bigint not null default 0,
  created_by text references app_user,
  created_at timestamptz not null default clock_timestamp()
);
create index settlement_run_month on settlement_run (month);

-- seq 0 settles the order line, 1… amend it. A refund or a tier true-up names the settlement line it amends:
-- an earlier seq of the same order line, or the sale's when the platform reports the refund as a line of its own.
-- The key refuses what a lock missed: two runs cannot both write seq 0 of a line.
create table settlement_line (
  line_id bigint not null,
  seq smallint not null check (seq >= 0),
  run_id int not null, -- no foreign keys here: a million checks a run; the run's own transaction and check-books hold them
  anchor_id int not null,
  tier_id int not null,
  kind smallint not null check (kind in (0, 1, 2)),       -- 0 settle, 1 refund, 2 tier true-up
  amends_line_id bigint,
  amends_seq smallint,
  cumulative_fen bigint,      -- the anchor's net sales of the month before this line: what chose the tier (null where the amended line's tier was taken)
  sales_fen bigint not null,
  base_fen bigint not null,
  parts_fen bigint[] not null,
  constraint settlement_line_key primary key (line_id, seq),
  constraint amendment_names_what_it_amends check (
    (kind = 0) = (amends_line_id is null) and (amends_line_id is null) = (amends_seq is null)
    and (kind <> 0 or seq = 0) and (amends_line_id <> line_id or amends_seq < seq)),
  -- every fen of the base goes to a party: spelled out by length because a function call per row costs ten times as much
  constraint parts_sum_to_base check (base_fen is not distinct from case cardinality(parts_fen)
    when 3 then parts_fen[1] + parts_fen[2] + parts_fen[3]
    when 4 then parts_fen[1] + parts_fen[2] + parts_fen[3] + parts_fen[4]
    when 2 then parts_fen[1] + parts_fen[2]
    when 5 then parts_fen[1] + parts_fen[2] + parts_fen[3] + parts_fen[4] + parts_fen[5]
    when 1 then parts_fen[1]
    when 6 then parts_fen[1] + parts_fen[2] + parts_fen[3] + parts_fen[4] + parts_fen[5] + parts_fen[6]
    when 7 then parts_fen[1] + parts_fen[2] + parts_fen[3] + parts_fen[4] + parts_fen[5] + parts_fen[6] + parts_fen[7]
    when 8 then parts_fen[1] + parts_fen[2] + parts_fen[3] + parts_fen[4] + parts_fen[5] + parts_fen[6] + parts_fen[7] + parts_fen[8]
    when 9 then parts_fen[1] + parts_fen[2] + parts_fen[3] + parts_fen[4] + parts_fen[5] + parts_fen[6] + parts_fen[7] + parts_fen[8] + parts_fen[9]
    when 10 then parts_fen[1] + parts_fen[2] + parts_fen[3] + parts_fen[4] + parts_fen[5] + parts_fen[6] + parts_fen[7] + parts_fen[8] + parts_fen[9] + parts_fen[10]
    when 11 then parts_fen[1] + parts_fen[2] + parts_fen[3] + parts_fen[4] + parts_fen[5] + parts_fen[6] + parts_fen[7] + parts_fen[8] + parts_fen[9] + parts_fen[10] + parts_fen[11]
    when 12 then parts_fen[1] + parts_fen[2] + parts_fen[3] + parts_fen[4] + parts_fen[5] + parts_fen[6] + parts_fen[7] + parts_fen[8] + parts_fen[9] + parts_fen[10] + parts_fen[11] + parts_fen[12]
    when 13 then parts_fen[1] + parts_fen[2] + parts_fen[3] + parts_fen[4] + parts_fen[5] + parts_fen[6] + parts_fen[7] + parts_fen[8] + parts_fen[9] + parts_fen[10] + parts_fen[11] + parts_fen[12] + parts_fen[13]
    when 14 then parts_fen[1] + parts_fen[2] + parts_fen[3] + parts_fen[4] + parts_fen[5] + parts_fen[6] + parts_fen[7] + parts_fen[8] + parts_fen[9] + parts_fen[10] + parts_fen[11] + parts_fen[12] + parts_fen[13] + parts_fen[14]
    when 15 then parts_fen[1] + parts_fen[2] + parts_fen[3] + parts_fen[4] + parts_fen[5] + parts_fen[6] + parts_fen[7] + parts_fen[8] + parts_fen[9] + parts_fen[10] + parts_fen[11] + parts_fen[12] + parts_fen[13] + parts_fen[14] + parts_fen[15]
    when 16 then parts_fen[1] + parts_fen[2] + parts_fen[3] + parts_fen[4] + parts_fen[5] + parts_fen[6] + parts_fen[7] + parts_fen[8] + parts_fen[9] + parts_fen[10] + parts_fen[11] + parts_fen[12] + parts_fen[13] + parts_fen[14] + parts_fen[15] + parts_fen[16]
    end)
);
-- A run's lines lie together on disk: a block-range index finds them at no cost to the writing.
create index settlement_line_run on settlement_line using brin (run_id) with (autosummarize = on);
create trigger settlement_line_append_only before update or delete on settlement_line for each row execute function refuse_change();
create trigger settlement_line_no_truncate before truncate on settlement_line execute function refuse_change();

-- What each party got, one row per line, seq and party.
create view settlement_part with (security_invoker = true) as
  select s.line_id, s.seq, s.run_id, s.anchor_id, s.tier_id, s.kind, s.sales_fen, s.base_fen,
         p.position, p.party_id, p.rate_bps, p.takes_from, s.parts_fen[p.position] as amount_fen
    from settlement_line s join share_part p on p.tier_id = s.tier_id;

-- A settled order line stays: its import cannot be undone, its anchor does not change.
create function refuse_unsettling() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if exists (select from settlement_line s where s.line_id = old.id) then
      raise exception 'order line % is settled and stays', old.id using errcode = '23001';
    end if;
    return old;
  end if;
  if new.id is distinct from old.id or new.anchor_id is distinct from old.anchor_id then
    if exists (select from settlement_line s where s.line_id = old.id) then
      raise exception 'order line % is settled: its anchor stays', old.id using errcode = '23001';
    end if;
  end if;
  return new;
end $$;
create trigger order_line_settled_stays before delete or update on order_line for each row execute function refuse_unsettling();

create table account (
  id int generated always as identity primary key,
  code text not null unique,
  kind text not null check (kind in ('clearing', 'party', 'bank')),
  party_id int unique references party,
  check ((kind = 'party') = (party_id is not null))
);
insert into account (code, kind) values ('clearing', 'clearing'), ('bank', 'bank');

create table journal (
  id bigint generated always as identity primary key,
  source_type text not null check (source_type in ('settlement', 'payout')),
  source_id text not null,
  month text not null,
  posted_at timestamptz not null default clock_timestamp(),
  txid xid8 not null default pg_current_xact_id(),
  constraint one_journal_per_source unique (source_type, source_id)
);
create table posting (
  journal_id bigint not null references journal,
  seq smallint not null,
  account_id int not null references account,
  amount_fen bigint not null check (amount_fen <> 0),  -- + to the party's credit, - from the counter-account
  primary key (journal_id, seq)
);
create index posting_account on posting (account_id, journal_id);

-- Checked once per journal at commit, not per posting.
create function check_journal_balances() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare total numeric; n int;
begin
  select coalesce(sum(amount_fen), 0), count(*) into total, n from posting where journal_id = new.id;
  if total <> 0 then
    raise exception 'journal % is out of balance by % fen', new.id, total using errcode = '23514';
  end if;
  if n < 2 then
    raise exception 'journal % has % posting(s)', new.id, n using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger journal_balances after insert on journal deferrable initially deferred for each row execute function check_journal_balances();
-- A journal is closed with its transaction: no posting joins it later.
create function refuse_late_posting() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from added a join journal j on j.id = a.journal_id where j.txid <> pg_current_xact_id()) then
    raise exception 'the journal is closed: write a new one' using errcode = '23001';
  end if;
  return null;
end $$;
create trigger posting_in_own_transaction after insert on posting referencing new table as added for each statement execute function refuse_late_posting();
create trigger journal_append_only before update or delete on journal for each row execute function refuse_change();
create trigger journal_no_truncate before truncate on journal execute function refuse_change();
create trigger posting_append_only before update or delete on posting for each row execute function refuse_change();
create trigger posting_no_truncate before truncate on posting execute function refuse_change();

-- Numbers without gaps: the row is locked by the transaction that takes the next one.
create table number_series (
  series text primary key,
  last_no int not null default 0
);

create table statement (
  id int generated always as identity primary key,
  no text not null unique,
  anchor_id int not null references anchor,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  opening_fen bigint not null check (opening_fen <= 0),
  earned_fen bigint not null,
  closing_fen bigint not null check (closing_fen = opening_fen + earned_fen),
  payable_fen bigint not null check (payable_fen = greatest(0, closing_fen)),
  document jsonb not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  template_version int not null,
  status text not null default 'issued' check (status in ('issued', 'confirmed', 'disputed')),
  issued_by text references app_user,
  issued_at timestamptz not null default clock_timestamp(),
  unique (anchor_id, month)
);
create index statement_month on statement (month);
-- A month with statements is closed: late lines are settled in the next one.
create table month_close (
  month text primary key check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  closed_at timestamptz not null default clock_timestamp(),
  closed_by text references app_user
);
create trigger month_close_append_only before update or delete on month_close for each row execute function refuse_change();
create trigger month_close_no_truncate before truncate on month_close execute function refuse_change();
-- whatever columns it has: what the anchor thinks of it may change, and nothing else
create function refuse_statement_edit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or to_jsonb(new) - 'status' <> to_jsonb(old) - 'status' then
    raise exception 'an issued statement is not edited' using errcode = '23001';
  end if;
  return new;
end $$;
create trigger statement_frozen before update or delete on statement for each row execute function refuse_statement_edit();
create trigger statement_no_truncate before truncate on statement execute function refuse_change();

-- Documents frozen with their hash: statements' and payouts' PDFs.
create table frozen_pdf (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  created_at timestamptz not null default clock_timestamp()
);
create trigger frozen_pdf_append_only before update or delete on frozen_pdf for each row execute function refuse_change();
create trigger frozen_pdf_no_truncate before truncate on frozen_pdf execute function refuse_change();

create table payout (
  id int generated always as identity primary key,
  statement_id int not null references statement,
  anchor_id int not null references anchor,
  amount_fen bigint not null check (amount_fen > 0),
  payee jsonb not null,            -- account name, bank, tail: as they were when prepared, with a hash of the whole
  payee_sha256 text not null,
  status text not null default 'prepared' check (status in ('prepared', 'approved', 'paid', 'cancelled')),
  prepared_by text not null references app_user,
  prepared_at timestamptz not null default clock_timestamp(),
  approved_by text references app_user,
  approved_at timestamptz,
  pdf_sha256 text references frozen_pdf,
  paid_by text references app_user,
  paid_at timestamptz,
  bank_reference text,
  row_version int not null default 1,
  -- four eyes, whatever the code above thinks
  constraint approver_is_another_person check (approved_by is null or approved_by <> prepared_by),
  constraint approved_payout_has_approver_and_pdf check (status not in ('approved', 'paid') or (approved_by is not null and pdf_sha256 is not null)),
  constraint paid_payout_says_when check ((status = 'paid') = (paid_at is not null))
);
create index payout_anchor on payout (anchor_id);
-- A statement is paid once; a cancelled payout may be prepared again.
create unique index one_live_payout_per_statement on payout (statement_id) where status <> 'cancelled';
-- A payout only goes forward, and what was prepared is what is approved and paid.
create function refuse_payout_edit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.id, new.statement_id, new.anchor_id, new.amount_fen, new.payee, new.payee_sha256, new.prepared_by, new.prepared_at)
     is distinct from (old.id, old.statement_id, old.anchor_id, old.amount_fen, old.payee, old.payee_sha256, old.prepared_by, old.prepared_at) then
    raise exception 'a prepared payout is not edited: cancel it and prepare another' using errcode = '23001';
  end if;
  if (old.status, new.status) not in (('prepared', 'approved'), ('prepared', 'cancelled'), ('approved', 'paid'), ('approved', 'cancelled'))
     or (old.status = 'approved' and (new.approved_by, new.approved_at, new.pdf_sha256) is distinct from (old.approved_by, old.approved_at, old.pdf_sha256)) then
    raise exception 'payout % is % and does not become %', old.id, old.status, new.status using errcode = '23001';
  end if;
  return new;
end $$;
create trigger payout_goes_forward before update or delete on payout for each row execute function refuse_payout_edit();
create trigger payout_no_truncate before truncate on payout execute function refuse_change();

-- The anchor's own earnings, line by line: the anchor's part alone, whoever else has one.
-- The view runs as its owner; the filter by identity is inside it.
create view own_earning_line with (security_barrier = true) as
  select s.line_id, s.seq, s.run_id, r.month, s.kind, s.amends_line_id, s.amends_seq, s.tier_id,
         case when s.anchor_id = app_anchor_id() then s.cumulative_fen end as cumulative_fen, s.sales_fen, s.base_fen,
         p.rate_bps, p.takes_from, s.parts_fen[p.position] as amount_fen, py.anchor_id
    from settlement_line s
    join settlement_run r on r.id = s.run_id
    join share_part p on p.tier_id = s.tier_id
    join party py on py.id = p.party_id
   where py.anchor_id = app_anchor_id() and app_role() = 'anchor';
-- The terms an anchor's own parts rest on. A co-host's part rests on the contract of another anchor: it is named,
-- its words and tiers stay between that anchor and the agency.
create view own_earning_term with (security_barrier = true) as
  select t.id as tier_id, c.no as contract_no, v.version_no, cl.clause_no, c.anchor_id = app_anchor_id() as is_own, r.base,
         case when c.anchor_id = app_anchor_id() then cl.heading end as clause_heading,
         case when c.anchor_id = app_anchor_id() then cl.body else '' end as clause_text,
         case when c.anchor_id = app_anchor_id() then t.from_fen else 0 end as from_fen,
         case when c.anchor_id = app_anchor_id() then t.to_fen end as to_fen,
         case when c.anchor_id = app_anchor_id() then r.platform end as platform,
         case when c.anchor_id = app_anchor_id() then b.name end as brand_name,
         case when c.anchor_id = app_anchor_id() then g.name end as product_name,
         case when c.anchor_id = app_anchor_id() then st.title end as stream_title
    from share_part p
    join party py on py.id = p.party_id
    join share_tier t on t.id = p.tier_id
    join share_rule r on r.id = t.rule_id
    join contract_version v on v.id = r.contract_version_id
    join contract c on c.id = v.contract_id
    join contract_clause cl on cl.id = r.clause_id
    left join brand b on b.id = r.brand_id
    left join product g on g.id = r.product_id
    left join stream st on st.id = r.stream_id
   where py.anchor_id = app_anchor_id() and app_role() = 'anchor' and r.active;
-- and what an anchor may know of the orders behind them: no service fee, no buyer
create view own_order_line with (security_barrier = true) as
  select o.id, o.platform, o.order_no, o.line_no, o.kind, o.status, o.product_id, o.product_name, o.stream_id, o.quantity,
         o.paid_fen, o.refund_fen, o.settled_fen, o.commission_fen, o.rate_bps, o.paid_at, o.settled_at, o.refunded_at
    from order_line o
   where app_role() = 'anchor' and o.id in (select line_id from own_earning_line);

alter table settlement_run enable row level security;
create policy settlement_run_staff on settlement_run for all to faircast_app using ((select app_is_staff())) with check ((select app_role()) in ('finance', 'admin', 'system'));
alter table settlement_line enable row level security;
create policy settlement_line_staff on settlement_line for select to faircast_app using ((select app_sees_all()) or ((select app_role()) = 'operator' and anchor_id in (select id from anchor)));
create policy settlement_line_write on settlement_line for insert to faircast_app with check ((select app_role()) in ('finance', 'admin', 'system'));
alter table account enable row level security;
create policy account_staff on account for all to faircast_app using ((select app_is_staff())) with check ((select app_role()) in ('finance', 'admin', 'system'));
alter table journal enable row level security;
create policy journal_staff on journal for select to faircast_app using ((select app_is_staff()));
create policy journal_write on journal for insert to faircast_app with check ((select app_role()) in ('finance', 'admin', 'system'));
alter table posting enable row level security;
create policy posting_staff on posting for select to faircast_app using ((select app_is_staff()));
create policy posting_write on posting for insert to faircast_app with check ((select app_role()) in ('finance', 'admin', 'system'));
alter table statement enable row level security;
create policy statement_read on statement for select to faircast_app using (anchor_id in (select id from anchor));
create policy statement_insert on statement for insert to faircast_app with check ((select app_role()) in ('finance', 'admin', 'system'));
create policy statement_update on statement for update to faircast_app using (anchor_id in (select id from anchor)) with check (true);
alter table month_close enable row level security;
create policy month_close_read on month_close for select to faircast_app using ((select app_role()) is not null);
create policy month_close_write on month_close for insert to faircast_app with check ((select app_role()) in ('finance', 'admin', 'system'));
alter table payout enable row level security;
create policy payout_read on payout for select to faircast_app using (anchor_id in (select id from anchor));
create policy payout_write on payout for insert to faircast_app with check ((select app_role()) in ('finance', 'admin', 'system'));
create policy payout_update on payout for update to faircast_app using ((select app_role()) in ('finance', 'admin', 'system')) with check ((select app_role()) in ('finance', 'admin', 'system'));
alter table frozen_pdf enable row level security;
create policy frozen_pdf_read on frozen_pdf for select to faircast_app using (
  (select app_is_staff()) or sha256 in (select pdf_sha256 from payout));
create policy frozen_pdf_write on frozen_pdf for insert to faircast_app with check ((select app_role()) in ('finance', 'admin', 'system'));

grant select, insert on settlement_run, settlement_line, settlement_part, account, journal, posting, month_close, frozen_pdf to faircast_app;
grant update (lines, changes, base_fen) on settlement_run to faircast_app;
grant select, insert, update on number_series to faircast_app;
grant select, insert on statement, payout to faircast_app;
grant update (status) on statement to faircast_app;
grant update (status, approved_by, approved_at, pdf_sha256, paid_by, paid_at, bank_reference, row_version) on payout to faircast_app;
grant select on own_earning_line, own_earning_term, own_order_line to faircast_app;
-- statistics after a large write, so that the next query of the same minute is planned with them
grant maintain on settlement_line to faircast_app;
