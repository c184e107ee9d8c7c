-- Inspections: a lot by its plan or a mystery order, its units against the sealed sample, what a person made of each
-- difference, and the history from which the next lot's stage follows.

create table inspection (
  id int generated always as identity primary key,
  kind text not null check (kind in ('lot', 'mystery')),
  product_id int not null references product,
  brand_id int references brand,
  -- the sealed sample in force when it began: sealed for good, so naming it is freezing it
  sample_id int not null references sample_seal,
  sealed_sha256 text not null check (sealed_sha256 ~ '^[0-9a-f]{64}$'),
  category text not null,
  -- the rules of comparison as they were when it began
  rules jsonb not null,
  status text not null default 'open' check (status in ('open', 'closed', 'withdrawn')),
  lot_no text check (length(lot_no) between 1 and 60),
  lot_size int check (lot_size >= 1),
  level text,
  aql_major text,
  aql_minor text,
  stage text check (stage in ('normal', 'tightened', 'reduced')),
  score int check (score >= 0),
  plan_major jsonb,
  plan_minor jsonb,
  is_resubmitted boolean not null default false,
  order_no text check (length(order_no) between 1 and 120),
  platform text check (platform in ('douyin', 'kuaishou', 'taobao', 'tmall', 'wechat', 'xiaohongshu', 'other')),
  bought_by text check (length(bought_by) between 1 and 60),
  bought_at timestamptz,
  received_at timestamptz,
  paid_fen bigint check (paid_fen >= 0),
  note text check (length(note) <= 2000),
  started_by text references app_user,
  started_at timestamptz not null default now(),
  verdict text check (verdict in ('accepted', 'rejected', 'differences_found', 'no_difference_found')),
  verdict_code text,
  nonconforming_major int check (nonconforming_major >= 0),
  closed_by text references app_user,
  closed_at timestamptz,
  closing_note text,
  content text,
  content_sha256 text check (content_sha256 ~ '^[0-9a-f]{64}$'),
  row_version int not null default 1,
  check (kind <> 'lot' or num_nulls(brand_id, lot_size, level, aql_major, aql_minor, stage, score, plan_major, plan_minor) = 0),
  check (kind <> 'mystery' or (num_nulls(order_no, platform, bought_by, bought_at) = 0 and lot_size is null)),
  check (received_at >= bought_at),
  check ((status = 'closed') = (content_sha256 is not null)),
  check ((status = 'closed') = (verdict is not null)),
  check ((status = 'open') = (closed_at is null)),
  check ((content is null) = (content_sha256 is null))
);
create index inspection_product on inspection (product_id, id desc);
-- The stage of a lot follows from the lot before it: one at a time.
create unique index inspection_one_open_lot on inspection (brand_id, product_id) where kind = 'lot' and status = 'open';

-- What the switching rules ask a person for.
create table inspection_switch (
  id int generated always as identity primary key,
  brand_id int not null references brand,
  product_id int not null references product,
  kind text not null check (kind in ('reduce', 'back_to_normal', 'resume')),
  is_production_steady boolean not null default false,
  reason text not null check (length(reason) between 1 and 2000),
  actor_id text references app_user,
  at timestamptz not null default clock_timestamp()
);
create index inspection_switch_history on inspection_switch (brand_id, product_id, id);
create trigger inspection_switch_append_only before update or delete on inspection_switch for each row execute function refuse_change();
create trigger inspection_switch_no_truncate before truncate on inspection_switch execute function refuse_change();

-- Whose hands the parcel was in, when and where; `at` is said by people, `recorded_at` is the database's.
create table inspection_custody (
  id int generated always as identity primary key,
  inspection_id int not null references inspection,
  step text not null check (step in ('bought', 'delivered', 'received', 'opened', 'handed_over', 'stored', 'sent', 'sealed', 'other')),
  at timestamptz not null,
  place text not null check (length(place) between 1 and 120),
  holder text not null check (length(holder) between 1 and 60),
  note text check (length(note) between 1 and 2000),
  photo_id int references photo,
  recorded_by text references app_user,
  recorded_at timestamptz not null default clock_timestamp()
);
create index inspection_custody_inspection on inspection_custody (inspection_id, id);
create trigger inspection_custody_append_only before update or delete on inspection_custody for each row execute function refuse_change();
create trigger inspection_custody_no_truncate before truncate on inspection_custody execute function refuse_change();

create table inspection_unit (
  id int generated always as identity primary key,
  inspection_id int not null references inspection,
  unit_no int not null check (unit_no > 0),
  batch text check (length(batch) between 1 and 60),
  attributes jsonb not null default '{}',
  -- as it was read from a photo of the unit, or typed by a person; null: none was read
  barcode text check (barcode ~ '^[0-9]{8,14}$'),
  barcode_source text check (barcode_source in ('photo', 'typed')),
  note text check (length(note) between 1 and 2000),
  inspected_on date not null,
  -- every row of the comparison as it was made when the unit was saved last
  comparison jsonb not null default '[]',
  recorded_by text references app_user,
  recorded_at timestamptz not null default now(),
  row_version int not null default 1,
  unique (inspection_id, unit_no),
  check ((barcode is null) = (barcode_source is null))
);

create table inspection_unit_photo (
  id int generated always as identity primary key,
  unit_id int not null references inspection_unit,
  face text not null check (length(face) between 1 and 40),
  photo_id int not null references photo,
  photo_sha256 text not null check (photo_sha256 ~ '^[0-9a-f]{64}$'),
  added_by text references app_user,
  added_at timestamptz not null default clock_timestamp(),
  -- one photo shows one face of one unit
  constraint inspection_unit_photo_once unique (photo_sha256)
);
create index inspection_unit_photo_unit on inspection_unit_photo (unit_id, id);
create trigger inspection_unit_photo_append_only before update or delete on inspection_unit_photo for each row execute function refuse_change();
create trigger inspection_unit_photo_no_truncate before truncate on inspection_unit_photo execute function refuse_change();

-- One look of the machine at one face; what it found, with which thresholds, and which version looked, stays.
create table photo_comparison (
  id int generated always as identity primary key,
  unit_photo_id int not null references inspection_unit_photo,
  sealed_face_id int not null references sample_face,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  attempts int not null default 0,
  outcome text check (outcome in ('no_difference', 'different', 'cannot_compare', 'retake')),
  boxes jsonb,
  reason text,
  score double precision,
  sharpness double precision,
  inliers int,
  thresholds jsonb,
  engine_version text,
  took_ms int,
  failure_code text,
  requested_by text references app_user,
  requested_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  check ((state in ('done', 'failed')) = (finished_at is not null)),
  check ((state = 'done') = (outcome is not null)),
  check ((state = 'done') = (engine_version is not null)),
  check ((state = 'failed') = (failure_code is not null))
);
create index photo_comparison_unit_photo on photo_comparison (unit_photo_id, id);

-- One thing that differs or could not be compared, and where it stands.
create table inspection_difference (
  id int generated always as identity primary key,
  unit_id int not null references inspection_unit,
  origin text not null check (origin in ('attribute', 'barcode', 'photo')),
  attribute text,
  face text,
  photo_comparison_id int references photo_comparison,
  outcome text not null check (outcome in ('different', 'cannot_compare')),
  code text not null,
  values jsonb not null default '{}',
  parts jsonb,
  -- on the sealed photo, in its pixels: {x, y, width, height}
  box jsonb,
  sealed text,
  shipped text,
  -- by the rule; a box in a photo has no class until a person gives it one
  criticality text check (criticality in ('critical', 'major', 'minor')),
  -- replaced: the unit was corrected or photographed again; what was said of it stays to be read
  state text not null default 'open' check (state in ('open', 'upheld', 'dismissed', 'replaced')),
  decided_criticality text check (decided_criticality in ('critical', 'major', 'minor')),
  created_at timestamptz not null default now(),
  check ((state = 'upheld') = (decided_criticality is not null)),
  check ((origin = 'photo') = (photo_comparison_id is not null)),
  check (origin <> 'attribute' or attribute is not null)
);
create index inspection_difference_unit on inspection_difference (unit_id, id);

create table inspection_decision (
  id int generated always as identity primary key,
  difference_id int not null references inspection_difference,
  kind text not null check (kind in ('uphold', 'dismiss', 'reopen')),
  criticality text check (criticality in ('critical', 'major', 'minor')),
  reason text not null check (length(reason) between 1 and 2000),
  -- what the machine said when the person decided: outcome, score, thresholds, version
  seen jsonb,
  decided_by text not null references app_user,
  decided_at timestamptz not null default clock_timestamp(),
  check ((kind = 'uphold') = (criticality is not null))
);
create index inspection_decision_difference on inspection_decision (difference_id, id);
create trigger inspection_decision_append_only before update or delete on inspection_decision for each row execute function refuse_change();
create trigger inspection_decision_no_truncate before truncate on inspection_decision execute function refuse_change();

-- A closed inspection stays: itself, its units, what was found and decided.
create function inspection_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.status = 'open' then
    return new;
  end if;
  raise exception 'an inspection that ended is not changed: start another one' using errcode = '23001';
end $$;
create trigger inspection_stays before update or delete on inspection for each row execute function inspection_stays();
create trigger inspection_no_truncate before truncate on inspection execute function refuse_change();

create function inspection_is_open(asked int) returns boolean language sql stable
  return coalesce((select status = 'open' from inspection where id = asked), false);
create function unit_is_open(asked int) returns boolean language sql stable
  return coalesce((select i.status = 'open' from inspection_unit u join inspection i on i.id = u.inspection_id where u.id = asked), false);

create function inspection_part_stays() returns trigger language plpgsql as $$
declare
  part jsonb;
  is_open boolean;
begin
  if tg_op = 'DELETE' then part := to_jsonb(old); else part := to_jsonb(new); end if;
  is_open := case tg_table_name
    when 'inspection_unit' then inspection_is_open((part ->> 'inspection_id')::int)
    when 'inspection_decision' then
      unit_is_open((select d.unit_id from inspection_difference d where d.id = (part ->> 'difference_id')::int))
    else unit_is_open((part ->> 'unit_id')::int) end;
  if not is_open then
    raise exception 'an inspection that ended is not changed: start another one' using errcode = '23001';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger inspection_unit_stays before insert or update or delete on inspection_unit for each row execute function inspection_part_stays();
create trigger inspection_unit_photo_stays before insert on inspection_unit_photo for each row execute function inspection_part_stays();
create trigger inspection_difference_stays before insert or update on inspection_difference for each row execute function inspection_part_stays();
create trigger inspection_difference_no_delete before delete on inspection_difference for each row execute function refuse_change();
create trigger inspection_difference_no_truncate before truncate on inspection_difference execute function refuse_change();
create trigger inspection_decision_stays before insert on inspection_decision for each row execute function inspection_part_stays();

create function photo_comparison_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state in ('queued', 'running') then
    return new;
  end if;
  raise exception 'what was compared stays: compare again' using errcode = '23001';
end $$;
create trigger photo_comparison_stays before update or delete on photo_comparison for each row execute function photo_comparison_stays();
create trigger photo_comparison_no_truncate before truncate on photo_comparison execute function refuse_change();

-- Inspections are the office's: no anchor sees one.
do $$
declare name text;
begin
  foreach name in array array['inspection', 'inspection_switch', 'inspection_custody', 'inspection_unit', 'inspection_unit_photo',
      'photo_comparison', 'inspection_difference', 'inspection_decision'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for all to faircast_app using ((select app_is_staff())) with check ((select app_is_staff()))', name || '_staff', name);
  end loop;
end $$;

grant select, insert on inspection_switch, inspection_custody, inspection_unit_photo, inspection_decision to faircast_app;
grant select, insert on inspection, inspection_unit, photo_comparison, inspection_difference to faircast_app;
grant update (status, received_at, note, verdict, verdict_code, nonconforming_major, closed_by, closed_at, closing_note, content, content_sha256, row_version) on inspection to faircast_app;
grant update (batch, attributes, barcode, barcode_source, note, inspected_on, comparison, row_version) on inspection_unit to faircast_app;
grant update (state, attempts, outcome, boxes, reason, score, sharpness, inliers, thresholds, engine_version, took_ms, failure_code, finished_at) on photo_comparison to faircast_app;
grant update (state, decided_criticality) on inspection_difference to faircast_app;

-- Photos are compared beside other work; a comparison counts its own attempts.
select pgboss.create_queue('compare-photos', '{"policy":"standard","retryLimit":5,"retryDelay":2,"expireInSeconds":900,"heartbeatSeconds":15}');
