-- Photos as evidence, samples from the request to their end, and the seal: what a product was when it was shown.

-- A photo as it came, named by its hash (the bytes are kept beside the database), and two small pictures of it without
-- the camera's notes. What the camera says of its time can be edited by anyone and proves nothing.
create table photo (
  id int generated always as identity primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  format text not null check (format in ('jpeg', 'png', 'webp')),
  file_name text not null check (length(file_name) between 1 and 200),
  size_bytes bigint not null check (size_bytes > 0),
  -- pixels of the original turned upright: outlines, zones and boxes count in them
  width int not null check (width > 0),
  height int not null check (height > 0),
  view_sha256 text not null check (view_sha256 ~ '^[0-9a-f]{64}$'),
  thumb_sha256 text not null check (thumb_sha256 ~ '^[0-9a-f]{64}$'),
  perceptual_hash text not null check (perceptual_hash ~ '^[0-9a-f]{16}$'),
  sharpness double precision not null check (sharpness >= 0),
  barcodes jsonb not null default '[]',
  taken_at_text text check (length(taken_at_text) <= 40),
  device text check (length(device) <= 200),
  uploaded_by text references app_user,
  uploaded_at timestamptz not null default now(),
  unique nulls not distinct (sha256, uploaded_by)
);
create trigger photo_append_only before update or delete on photo for each row execute function refuse_change();
create trigger photo_no_truncate before truncate on photo execute function refuse_change();

create table sample (
  id int generated always as identity primary key,
  product_id int not null references product,
  -- null: the agency's own, no anchor asked for it
  anchor_id int references anchor,
  stage text not null default 'requested' check (stage in
    ('requested', 'declined', 'approved', 'sent', 'received', 'sealed', 'kept', 'returned', 'converted', 'lost')),
  pieces int not null check (pieces between 1 and 999),
  pieces_returned int not null default 0,
  is_loan boolean not null,
  loan_days int not null check (loan_days between 1 and 365),
  is_valuable boolean not null default false,
  value_fen bigint check (value_fen >= 0),
  purpose text check (length(purpose) between 1 and 500),
  carrier text check (length(carrier) between 1 and 60),
  tracking_no text check (length(tracking_no) between 1 and 60),
  requested_by text references app_user,
  requested_on date not null,
  received_on date,
  row_version int not null default 1,
  created_at timestamptz not null default now(),
  unique (id, product_id),
  check (pieces_returned between 0 and pieces)
);
create index sample_product on sample (product_id, id desc);
create index sample_anchor on sample (anchor_id, id desc);

-- Every step with who and when; an extension and a witness are steps too.
create table sample_step (
  id int generated always as identity primary key,
  sample_id int not null references sample,
  step text not null check (step in ('request', 'approve', 'decline', 'send', 'receive', 'extend', 'seal', 'unseal',
    'witness', 'keep', 'return', 'convert', 'lose', 'supersede')),
  from_stage text,
  to_stage text not null,
  pieces int check (pieces > 0),
  days int check (days > 0),
  note text check (length(note) between 1 and 2000),
  actor_id text references app_user,
  at timestamptz not null default clock_timestamp()
);
create index sample_step_sample on sample_step (sample_id, id);
create trigger sample_step_append_only before update or delete on sample_step for each row execute function refuse_change();
create trigger sample_step_no_truncate before truncate on sample_step execute function refuse_change();

-- One seal a sample: written by one person, in force when another one has witnessed it.
create table sample_seal (
  sample_id int primary key,
  product_id int not null,
  category text not null check (category in ('cosmetics', 'food', 'jewellery', 'clothing', 'household')),
  attributes jsonb not null,
  read_gtin text check (read_gtin ~ '^[0-9]{8,14}$'),
  batch text not null check (length(batch) between 1 and 60),
  seal_number text not null unique check (length(seal_number) between 1 and 60),
  sealed_on date not null,
  sealed_by text not null references app_user,
  sealed_at timestamptz not null default now(),
  -- which sample in force this one is to supersede
  supersedes int references sample,
  witnessed_by text references app_user,
  witnessed_at timestamptz,
  seal_text text,
  content_sha256 text check (content_sha256 ~ '^[0-9a-f]{64}$'),
  superseded_by int references sample,
  foreign key (sample_id, product_id) references sample (id, product_id),
  check (witnessed_by <> sealed_by),
  check (num_nulls(witnessed_by, witnessed_at, seal_text, content_sha256) in (0, 4)),
  check (superseded_by <> sample_id)
);
-- One sealed sample of a product is in force at a time.
create unique index sample_seal_in_force on sample_seal (product_id) where witnessed_at is not null and superseded_by is null;

create table sample_face (
  id int generated always as identity primary key,
  sample_id int not null references sample_seal on delete cascade,
  position smallint not null check (position > 0),
  face text not null check (length(face) between 1 and 40),
  photo_id int not null references photo,
  photo_sha256 text not null check (photo_sha256 ~ '^[0-9a-f]{64}$'),
  outline jsonb not null,
  variable_zones jsonb not null default '[]',
  unique (sample_id, face),
  unique (sample_id, position),
  -- one photo shows one face of one sample
  constraint sample_face_photo unique (photo_sha256)
);
create index sample_face_photo_id on sample_face (photo_id);

-- A witnessed seal stays as it is; only another sample may come to stand in its place, once.
create function sample_seal_stays() returns trigger language plpgsql as $$
begin
  if old.witnessed_at is null then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and old.superseded_by is null and new.superseded_by is not null
     and to_jsonb(new) - 'superseded_by' = to_jsonb(old) - 'superseded_by' then
    return new;
  end if;
  raise exception 'a witnessed seal is not changed: seal another sample, which supersedes it' using errcode = '23001';
end $$;
create trigger sample_seal_stays before update or delete on sample_seal for each row execute function sample_seal_stays();
create trigger sample_seal_no_truncate before truncate on sample_seal execute function refuse_change();

create function sample_face_stays() returns trigger language plpgsql as $$
declare of_sample int;
begin
  if tg_op = 'INSERT' then of_sample := new.sample_id; else of_sample := old.sample_id; end if;
  if tg_op = 'UPDATE' or exists (select from sample_seal where sample_id = of_sample and witnessed_at is not null) then
    raise exception 'a witnessed seal is not changed: seal another sample, which supersedes it' using errcode = '23001';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger sample_face_stays before insert or update or delete on sample_face for each row execute function sample_face_stays();
create trigger sample_face_no_truncate before truncate on sample_face execute function refuse_change();

-- What may be asked for now. An anchor reads no deal, but knows what goods are on offer.
create view offered_product with (security_barrier = true) as
  select distinct l.product_id from deal_line l join deal d on d.id = l.deal_id
   where app_role() is not null and d.status in ('agreed', 'running')
     and (d.ends_on is null or d.ends_on >= (now() at time zone 'Asia/Shanghai')::date);
grant select on offered_product to faircast_app;

-- Whether a case rests on a sample; the migration that brings cases replaces it (create or replace).
create function sample_has_open_case(asked int) returns boolean language sql stable return false;

-- This agency's own rule; null: the house's default.
alter table agency
  add column sample_quota int check (sample_quota between 1 and 100),
  add column sample_loan_days int check (sample_loan_days between 1 and 365);

alter table photo enable row level security;
create policy photo_staff on photo for select to faircast_app using ((select app_is_staff()));
create policy photo_add on photo for insert to faircast_app with check ((select app_is_staff()));
alter table sample enable row level security;
create policy sample_read on sample for select to faircast_app using (
  anchor_id in (select id from anchor) or (anchor_id is null and (select app_is_staff())));
create policy sample_write on sample for all to faircast_app
  using ((select app_is_staff()) and (anchor_id is null or anchor_id in (select id from anchor)))
  with check ((select app_is_staff()) and (anchor_id is null or anchor_id in (select id from anchor)));
create policy sample_request on sample for insert to faircast_app with check (
  (select app_role()) = 'anchor' and anchor_id = (select app_anchor_id()) and stage = 'requested'
  and requested_by = (select app_user_id()));
alter table sample_step enable row level security;
create policy sample_step_read on sample_step for select to faircast_app using (sample_id in (select id from sample));
create policy sample_step_write on sample_step for insert to faircast_app with check (
  sample_id in (select id from sample) and ((select app_is_staff()) or (step = 'request' and actor_id = (select app_user_id()))));
-- What was sealed is looked at by all who inspect, whoever the sample was for.
alter table sample_seal enable row level security;
create policy sample_seal_staff on sample_seal for all to faircast_app
  using ((select app_is_staff())) with check ((select app_is_staff()));
alter table sample_face enable row level security;
create policy sample_face_staff on sample_face for all to faircast_app
  using ((select app_is_staff())) with check ((select app_is_staff()));

grant select, insert on photo, sample_step to faircast_app;
grant select, insert on sample to faircast_app;
grant update (stage, pieces_returned, is_loan, loan_days, is_valuable, value_fen, purpose, carrier, tracking_no, received_on, row_version) on sample to faircast_app;
grant select, insert, delete on sample_seal, sample_face to faircast_app;
grant update (witnessed_by, witnessed_at, seal_text, content_sha256, superseded_by) on sample_seal to faircast_app;
