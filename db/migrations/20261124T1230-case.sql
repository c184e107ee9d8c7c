-- Substitution cases: the file of one suspicion from its opening to its end, the sale that stops for it, the money
-- that is held for it, the papers to the brand, and what is kept of a supplier.

create table substitution_case (
  id int generated always as identity primary key,
  no text not null unique,
  product_id int not null references product,
  brand_id int references brand,           -- of the product when the case was opened
  title text not null check (length(title) between 1 and 120),
  reason text not null check (length(reason) between 1 and 2000),
  batch text check (length(batch) between 1 and 60),
  origin text not null check (origin in ('inspection', 'hand', 'signal')),
  inspection_id int,
  signal_key text,
  stage text not null default 'open'
    check (stage in ('open', 'evidence', 'brand_notified', 'answered', 'decided', 'remedies', 'closed')),
  answer_by date,
  opened_by text references app_user,
  opened_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz,
  keep_until date,                         -- three years from closing
  row_version int not null default 1,
  check ((stage = 'closed') = (closed_at is not null)),
  check ((closed_at is null) = (keep_until is null))
);
create index substitution_case_product on substitution_case (product_id);
create index substitution_case_brand on substitution_case (brand_id);
-- one inspection opens one case, however often its verdict is written
create unique index one_case_per_inspection on substitution_case (inspection_id) where origin = 'inspection';
-- A case only goes forward, one stage at a time, and what it was opened for stays.
create function refuse_case_edit() returns trigger language plpgsql as $$
declare stages text[] := array['open', 'evidence', 'brand_notified', 'answered', 'decided', 'remedies', 'closed'];
begin
  if tg_op = 'DELETE' or (new.id, new.no, new.product_id, new.brand_id, new.reason, new.origin, new.inspection_id, new.signal_key, new.opened_by, new.opened_at)
     is distinct from (old.id, old.no, old.product_id, old.brand_id, old.reason, old.origin, old.inspection_id, old.signal_key, old.opened_by, old.opened_at) then
    raise exception 'what a case was opened for is not edited' using errcode = '23001';
  end if;
  if array_position(stages, new.stage) - array_position(stages, old.stage) not in (0, 1) then
    raise exception 'case % is % and does not become %', old.no, old.stage, new.stage using errcode = '23001';
  end if;
  if old.stage = 'closed' then
    raise exception 'case % is closed' , old.no using errcode = '23001';
  end if;
  return new;
end $$;
create trigger substitution_case_goes_forward before update or delete on substitution_case for each row execute function refuse_case_edit();

create table case_step (
  id bigint generated always as identity primary key,
  case_id int not null references substitution_case,
  step text not null check (length(step) between 3 and 40),
  from_stage text not null,
  to_stage text not null,
  reason text,
  details jsonb not null default '{}',
  actor_id text references app_user,
  at timestamptz not null default clock_timestamp()
);
create index case_step_case on case_step (case_id, id);
create trigger case_step_append_only before update or delete on case_step for each row execute function refuse_change();
create trigger case_step_no_truncate before truncate on case_step execute function refuse_change();

-- What speaks in the case. Every piece is kept with the hash of what it was when it was added.
create table case_evidence (
  id int generated always as identity primary key,
  case_id int not null references substitution_case,
  kind text not null check (kind in ('photo', 'inspection', 'document', 'order_lines', 'note', 'answer', 'signal')),
  title text not null check (length(title) between 1 and 200),
  note text not null default '' check (length(note) <= 4000),
  difference text check (length(difference) between 1 and 400), -- a difference that the one who added it upholds
  photo_id int,
  inspection_id int,
  snapshot jsonb,                          -- order lines, signal or inspection as they were
  file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_name text check (length(file_name) between 1 and 255),
  media_type text,
  size_bytes bigint check (size_bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_by text references app_user,
  added_at timestamptz not null default clock_timestamp(),
  check ((kind = 'document') = (file_sha256 is not null)),
  check ((file_sha256 is null) = (file_name is null)),
  check ((kind = 'photo') = (photo_id is not null)),
  check ((kind = 'inspection') = (inspection_id is not null))
);
create index case_evidence_case on case_evidence (case_id, id);
create trigger case_evidence_append_only before update or delete on case_evidence for each row execute function refuse_change();
create trigger case_evidence_no_truncate before truncate on case_evidence execute function refuse_change();

-- The letter to the brand and the claim against it, frozen.
create table case_paper (
  id int generated always as identity primary key,
  case_id int not null references substitution_case,
  kind text not null check (kind in ('letter', 'claim')),
  no text not null unique,
  document jsonb not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  sha256 text not null references frozen_pdf,
  answer_by date,
  created_by text references app_user,
  created_at timestamptz not null default clock_timestamp(),
  check ((kind = 'letter') = (answer_by is not null))
);
create index case_paper_case on case_paper (case_id);
create unique index one_letter_per_case on case_paper (case_id) where kind = 'letter';
create trigger case_paper_append_only before update or delete on case_paper for each row execute function refuse_change();
create trigger case_paper_no_truncate before truncate on case_paper execute function refuse_change();

create table case_answer (
  case_id int primary key references substitution_case,
  kind text not null check (kind in ('answer', 'silence')),
  text text not null check (length(text) <= 8000),
  accepts boolean,
  answered_on date not null,
  recorded_by text references app_user,
  recorded_at timestamptz not null default clock_timestamp()
);
create trigger case_answer_append_only before update or delete on case_answer for each row execute function refuse_change();
create trigger case_answer_no_truncate before truncate on case_answer execute function refuse_change();

create table case_decision (
  case_id int primary key references substitution_case,
  outcome text not null check (outcome in ('substitution', 'deviation', 'cleared')),
  bearer text check (bearer in ('brand', 'supplier', 'agency', 'anchor')),
  bearer_anchor_id int references anchor,
  reason text not null check (length(reason) between 1 and 4000),
  fault_evidence_ids int[] not null default '{}',
  decided_by text not null references app_user,
  decided_at timestamptz not null default clock_timestamp(),
  check ((bearer = 'anchor') is not distinct from (bearer_anchor_id is not null) or (bearer is null and bearer_anchor_id is null)),
  check (outcome <> 'substitution' or bearer is not null),
  check (outcome <> 'cleared' or bearer is null),
  constraint anchor_bears_with_fault_shown check (bearer is distinct from 'anchor' or cardinality(fault_evidence_ids) > 0)
);
create trigger case_decision_append_only before update or delete on case_decision for each row execute function refuse_change();
create trigger case_decision_no_truncate before truncate on case_decision execute function refuse_change();

create table case_remedy (
  id int generated always as identity primary key,
  case_id int not null references substitution_case,
  kind text not null check (kind in ('refund', 'replace', 'compensate', 'claim')),
  note text not null check (length(note) between 1 and 2000),
  amount_fen bigint check (amount_fen > 0),
  due_on date,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  state_note text check (length(state_note) between 1 and 2000),
  state_by text references app_user,
  state_at timestamptz,
  created_by text references app_user,
  created_at timestamptz not null default clock_timestamp(),
  check ((state = 'open') = (state_at is null)),
  check ((state = 'open') = (state_note is null))
);
create index case_remedy_case on case_remedy (case_id);

-- No sale of these goods while the case is open; lifted by hand after the decision.
create table case_stop_sale (
  id int generated always as identity primary key,
  case_id int not null unique references substitution_case,
  case_no text not null,
  product_id int not null references product,
  since timestamptz not null default clock_timestamp(),
  lifted_at timestamptz,
  lifted_by text references app_user,
  lift_reason text check (length(lift_reason) between 1 and 2000),
  check ((lifted_at is null) = (lift_reason is null))
);
create index case_stop_sale_open on case_stop_sale (product_id) where lifted_at is null;

-- Which orders' shares are held: the product within a window of payment, narrowed by platform, stream, deal, anchor.
create table case_hold (
  id int generated always as identity primary key,
  case_id int not null references substitution_case,
  product_id int not null references product,
  paid_from timestamptz not null,
  paid_to timestamptz,                     -- exclusive; null: until the hold is ended
  platform text,
  stream_id int references stream,
  deal_id int references deal,
  anchor_id int references anchor,
  reason text not null check (length(reason) between 1 and 2000),
  started_by text references app_user,
  started_at timestamptz not null default clock_timestamp(),
  ended_by text references app_user,
  ended_at timestamptz,                    -- new lines no longer come in held; what is held stays held
  end_reason text check (length(end_reason) between 1 and 2000),
  check (paid_to > paid_from),
  check ((ended_at is null) = (end_reason is null))
);
create index case_hold_case on case_hold (case_id);
create index case_hold_active on case_hold (product_id) where ended_at is null;
create function refuse_hold_edit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.ended_at is not null
     or to_jsonb(new) - array['ended_by', 'ended_at', 'end_reason'] <> to_jsonb(old) - array['ended_by', 'ended_at', 'end_reason'] then
    raise exception 'the scope of a hold is not edited: end it and start another' using errcode = '23001';
  end if;
  return new;
end $$;
create trigger case_hold_frozen before update or delete on case_hold for each row execute function refuse_hold_edit();

-- One movement of money per hold, party and month it concerns. A movement whose lines come to nothing has no entry.
create table case_hold_posting (
  id bigint generated always as identity primary key,
  hold_id int not null references case_hold,
  kind text not null check (kind in ('hold', 'release', 'clawback')),
  party_id int not null references party,
  anchor_id int references anchor,
  concerns_month text not null check (concerns_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  amount_fen bigint not null,              -- of the lines: a hold takes it from the party, a release gives it back, a clawback takes it away
  entry_id bigint unique references pay_entry,
  source_key text not null unique,
  at timestamptz not null default clock_timestamp(),
  check ((entry_id is null) = (amount_fen = 0))
);
create index case_hold_posting_hold on case_hold_posting (hold_id, party_id);
create index case_hold_posting_anchor on case_hold_posting (anchor_id);
create trigger case_hold_posting_append_only before update or delete on case_hold_posting for each row execute function refuse_change();
create trigger case_hold_posting_no_truncate before truncate on case_hold_posting execute function refuse_change();

-- The held part of one settlement line. unit_id is the sale: its refunds and amendments follow it.
create table case_hold_line (
  id bigint generated always as identity primary key,
  hold_id int not null references case_hold,
  unit_id bigint not null,
  line_id bigint not null,
  seq smallint not null,
  party_id int not null references party,
  amount_fen bigint not null check (amount_fen <> 0),
  posting_id bigint not null references case_hold_posting,
  unique (hold_id, line_id, seq, party_id) -- that its settlement line is there is for check-books: no key of that table is referred to
);
create index case_hold_line_unit on case_hold_line (unit_id, party_id);
create index case_hold_line_part on case_hold_line (line_id, seq, party_id);
create index case_hold_line_posting on case_hold_line (posting_id);
create trigger case_hold_line_append_only before update or delete on case_hold_line for each row execute function refuse_change();
create trigger case_hold_line_no_truncate before truncate on case_hold_line execute function refuse_change();

-- How a held part ended: given back, or taken away (given back and taken in one).
create table case_hold_end (
  hold_line_id bigint primary key references case_hold_line,
  release_id bigint not null references case_hold_posting,
  clawback_id bigint references case_hold_posting
);
create index case_hold_end_release on case_hold_end (release_id);
create index case_hold_end_clawback on case_hold_end (clawback_id) where clawback_id is not null;
create trigger case_hold_end_append_only before update or delete on case_hold_end for each row execute function refuse_change();
create trigger case_hold_end_no_truncate before truncate on case_hold_end execute function refuse_change();

-- Brands that get no new offers for a time, with a way to object.
create table brand_blacklist (
  id int generated always as identity primary key,
  brand_id int not null references brand,
  case_id int references substitution_case,
  reason text not null check (length(reason) between 1 and 2000),
  starts_on date not null,
  ends_on date not null,
  listed_by text references app_user,
  listed_at timestamptz not null default clock_timestamp(),
  appeal_text text check (length(appeal_text) between 1 and 4000),
  appeal_received_on date,
  appeal_recorded_by text references app_user,
  appeal_recorded_at timestamptz,
  appeal_outcome text check (appeal_outcome in ('upheld', 'lifted')),
  appeal_reason text check (length(appeal_reason) between 1 and 2000),
  appeal_decided_by text references app_user,
  appeal_decided_at timestamptz,
  check (ends_on > starts_on),
  check ((appeal_text is null) = (appeal_received_on is null) and (appeal_text is null) = (appeal_recorded_at is null)),
  check (appeal_outcome is null or appeal_text is not null),
  check ((appeal_outcome is null) = (appeal_decided_at is null) and (appeal_outcome is null) = (appeal_reason is null)),
  constraint appeal_decided_by_another check (appeal_decided_by is distinct from listed_by or appeal_decided_by is null)
);
create index brand_blacklist_brand on brand_blacklist (brand_id);
-- An entry is answered once; why it was made stays as it was written.
create function refuse_blacklist_edit() returns trigger language plpgsql as $$
declare appeal text[] := array['appeal_text', 'appeal_received_on', 'appeal_recorded_by', 'appeal_recorded_at'];
declare answer text[] := array['appeal_outcome', 'appeal_reason', 'appeal_decided_by', 'appeal_decided_at'];
begin
  if tg_op = 'DELETE' or to_jsonb(new) - appeal - answer <> to_jsonb(old) - appeal - answer
     or (old.appeal_text is not null and to_jsonb(new) - answer <> to_jsonb(old) - answer) or old.appeal_outcome is not null then
    raise exception 'a blacklist entry is not rewritten' using errcode = '23001';
  end if;
  return new;
end $$;
create trigger brand_blacklist_frozen before update or delete on brand_blacklist for each row execute function refuse_blacklist_edit();

-- An anchor reads what is held of the own share and why; never the case, the brand's letters or others' parts.
create view own_hold with (security_barrier = true) as
  select h.id, h.case_id, c.no as case_no, p.name as product_name, c.stage, c.answer_by, d.outcome, d.bearer = 'anchor' and d.bearer_anchor_id = app_anchor_id() as bears,
         h.started_at, h.ended_at, h.ended_at is null and c.stage <> 'closed' as is_holding
    from case_hold h join substitution_case c on c.id = h.case_id join product p on p.id = h.product_id left join case_decision d on d.case_id = c.id
   where app_role() = 'anchor'
     and exists (select from case_hold_posting x where x.hold_id = h.id and x.anchor_id = app_anchor_id());
create view own_hold_posting with (security_barrier = true) as
  select x.id, x.hold_id, x.kind, x.concerns_month, x.month, x.amount_fen, x.entry_id, x.at
    from case_hold_posting x where app_role() = 'anchor' and x.anchor_id = app_anchor_id();
create view own_hold_line with (security_barrier = true) as
  select l.hold_id, l.unit_id, l.line_id, l.seq, l.amount_fen,
         case when e.hold_line_id is null then 'held' when e.clawback_id is null then 'released' else 'clawed_back' end as state
    from case_hold_line l join party py on py.id = l.party_id left join case_hold_end e on e.hold_line_id = l.id
   where app_role() = 'anchor' and py.anchor_id = app_anchor_id();

alter table substitution_case enable row level security;
create policy substitution_case_staff on substitution_case for all to faircast_app
  using ((select app_is_staff())) with check ((select app_role()) in ('compliance', 'operator', 'admin', 'system'));
alter table case_step enable row level security;
create policy case_step_read on case_step for select to faircast_app using ((select app_is_staff()));
create policy case_step_write on case_step for insert to faircast_app with check ((select app_role()) in ('compliance', 'operator', 'admin', 'system'));
alter table case_evidence enable row level security;
create policy case_evidence_read on case_evidence for select to faircast_app using ((select app_is_staff()));
create policy case_evidence_write on case_evidence for insert to faircast_app with check ((select app_role()) in ('compliance', 'operator', 'admin', 'system'));
alter table case_paper enable row level security;
create policy case_paper_read on case_paper for select to faircast_app using ((select app_is_staff()));
create policy case_paper_write on case_paper for insert to faircast_app with check ((select app_role()) in ('compliance', 'system'));
alter table case_answer enable row level security;
create policy case_answer_read on case_answer for select to faircast_app using ((select app_is_staff()));
create policy case_answer_write on case_answer for insert to faircast_app with check ((select app_role()) in ('compliance', 'system'));
alter table case_decision enable row level security;
create policy case_decision_read on case_decision for select to faircast_app using ((select app_is_staff()));
create policy case_decision_write on case_decision for insert to faircast_app with check ((select app_role()) in ('compliance', 'system'));
alter table case_remedy enable row level security;
create policy case_remedy_staff on case_remedy for all to faircast_app
  using ((select app_is_staff())) with check ((select app_role()) in ('compliance', 'system'));
-- Whoever plans or hosts a stream must see that the goods are stopped.
alter table case_stop_sale enable row level security;
create policy case_stop_sale_read on case_stop_sale for select to faircast_app using ((select app_role()) is not null);
create policy case_stop_sale_insert on case_stop_sale for insert to faircast_app with check ((select app_role()) in ('compliance', 'operator', 'admin', 'system'));
create policy case_stop_sale_update on case_stop_sale for update to faircast_app
  using ((select app_role()) in ('compliance', 'system')) with check ((select app_role()) in ('compliance', 'system'));
-- Held money: compliance starts and ends it; a settlement run, which finance starts, brings its lines in held.
alter table case_hold enable row level security;
create policy case_hold_read on case_hold for select to faircast_app using ((select app_is_staff()));
create policy case_hold_write on case_hold for insert to faircast_app with check ((select app_role()) in ('compliance', 'system'));
create policy case_hold_end on case_hold for update to faircast_app
  using ((select app_role()) in ('compliance', 'system')) with check ((select app_role()) in ('compliance', 'system'));
alter table case_hold_posting enable row level security;
create policy case_hold_posting_read on case_hold_posting for select to faircast_app using (
  (select app_sees_all()) or ((select app_role()) = 'operator' and anchor_id in (select id from anchor)));
create policy case_hold_posting_write on case_hold_posting for insert to faircast_app
  with check ((select app_role()) in ('compliance', 'finance', 'admin', 'system'));
alter table case_hold_line enable row level security;
create policy case_hold_line_read on case_hold_line for select to faircast_app using (
  (select app_sees_all()) or ((select app_role()) = 'operator' and posting_id in (select id from case_hold_posting)));
create policy case_hold_line_write on case_hold_line for insert to faircast_app
  with check ((select app_role()) in ('compliance', 'finance', 'admin', 'system'));
alter table case_hold_end enable row level security;
create policy case_hold_end_read on case_hold_end for select to faircast_app using (
  (select app_sees_all()) or ((select app_role()) = 'operator' and release_id in (select id from case_hold_posting)));
create policy case_hold_end_write on case_hold_end for insert to faircast_app
  with check ((select app_role()) in ('compliance', 'finance', 'admin', 'system'));
alter table brand_blacklist enable row level security;
create policy brand_blacklist_read on brand_blacklist for select to faircast_app using ((select app_is_staff()));
create policy brand_blacklist_insert on brand_blacklist for insert to faircast_app with check ((select app_role()) in ('compliance', 'system'));
create policy brand_blacklist_update on brand_blacklist for update to faircast_app
  using ((select app_role()) in ('compliance', 'operator', 'system')) with check ((select app_role()) in ('compliance', 'operator', 'system'));
create policy frozen_pdf_of_case on frozen_pdf for insert to faircast_app with check ((select app_role()) = 'compliance');

grant select, insert on substitution_case, case_step, case_evidence, case_paper, case_answer, case_decision, case_remedy, case_stop_sale,
  case_hold, case_hold_posting, case_hold_line, case_hold_end, brand_blacklist to faircast_app;
grant update (stage, title, batch, answer_by, closed_at, keep_until, row_version) on substitution_case to faircast_app;
grant update (state, state_note, state_by, state_at) on case_remedy to faircast_app;
grant update (lifted_at, lifted_by, lift_reason) on case_stop_sale to faircast_app;
grant update (ended_by, ended_at, end_reason) on case_hold to faircast_app;
grant update (appeal_text, appeal_received_on, appeal_recorded_by, appeal_recorded_at, appeal_outcome, appeal_reason, appeal_decided_by, appeal_decided_at)
  on brand_blacklist to faircast_app;
grant select on own_hold, own_hold_posting, own_hold_line to faircast_app;
