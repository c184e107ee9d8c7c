-- Anchors, the brands they sell for, the goods, the deals and the streams.

create table anchor (
  id int generated always as identity primary key,
  name text not null check (length(name) between 1 and 60),          -- art name shown on air
  real_name text check (length(real_name) <= 60),
  tier text not null default 'tail' check (tier in ('head', 'waist', 'tail')),
  status text not null default 'active' check (status in ('active', 'paused', 'left')),
  manager_user_id text references app_user,
  team_id int references team,
  phone text,
  born_on date,
  joined_on date,
  note text,                                                          -- internal: never shown to the anchor
  row_version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index anchor_name_trgm on anchor using gin (name gin_trgm_ops);
alter table app_user add foreign key (anchor_id) references anchor;

-- A platform account; its external id is also how order files name the anchor.
create table anchor_account (
  id int generated always as identity primary key,
  anchor_id int not null references anchor,
  platform text not null check (platform in ('douyin', 'kuaishou', 'taobao', 'tmall', 'wechat', 'xiaohongshu', 'other')),
  external_id text not null check (length(external_id) between 1 and 120),
  nickname text,
  binding text not null default 'bound' check (binding in ('unbound', 'pending', 'bound')),
  created_at timestamptz not null default now(),
  unique (platform, external_id)
);
create index anchor_account_anchor on anchor_account (anchor_id);

-- Where an anchor is paid. The number is sealed (AES-256-GCM); only its tail is readable.
create table anchor_payee (
  id int generated always as identity primary key,
  anchor_id int not null unique references anchor,
  kind text not null default 'personal' check (kind in ('personal', 'studio', 'company')),
  account_name text not null check (length(account_name) between 1 and 80),
  bank_name text not null check (length(bank_name) between 1 and 80),
  bank_account_sealed text not null,
  bank_account_tail text not null check (bank_account_tail ~ '^[0-9]{4}$'),
  updated_at timestamptz not null default now()
);

create table brand (
  id int generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 80),
  company text,
  credit_code text,
  contact text,
  status text not null default 'active' check (status in ('active', 'paused', 'blacklisted')),
  note text,
  row_version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table product (
  id int generated always as identity primary key,
  brand_id int references brand,
  name text not null check (length(name) between 1 and 200),
  gtin text check (gtin ~ '^[0-9]{8,14}$'),
  spec text,
  ingredients text,
  licence_no text,
  maker text,
  origin text,
  shelf_life_days int check (shelf_life_days > 0),
  status text not null default 'active' check (status in ('active', 'paused')),
  row_version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index product_brand on product (brand_id);
create index product_name_trgm on product using gin (name gin_trgm_ops);

-- A product's listing (商品链接) on a platform: how order files name it. A listing presented by one anchor
-- alone names that anchor for files that carry none (a shop's own order export).
create table product_listing (
  id int generated always as identity primary key,
  product_id int not null references product,
  platform text not null check (platform in ('douyin', 'kuaishou', 'taobao', 'tmall', 'wechat', 'xiaohongshu', 'other')),
  external_id text not null check (length(external_id) between 1 and 120),
  title text,
  anchor_id int references anchor,
  created_at timestamptz not null default now(),
  unique (platform, external_id)
);
create index product_listing_product on product_listing (product_id);

create table deal (
  id int generated always as identity primary key,
  brand_id int not null references brand,
  title text not null check (length(title) between 1 and 120),
  status text not null default 'draft' check (status in ('draft', 'agreed', 'running', 'ended', 'cancelled')),
  starts_on date,
  ends_on date,
  owner_user_id text references app_user,
  note text,
  row_version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ends_on >= starts_on)
);
create index deal_brand on deal (brand_id);

-- One offer (机制) of a deal.
create table deal_line (
  id int generated always as identity primary key,
  deal_id int not null references deal on delete cascade,
  product_id int not null references product,
  live_price_fen bigint not null check (live_price_fen >= 0),
  list_price_fen bigint check (list_price_fen >= 0),
  coupon_fen bigint not null default 0 check (coupon_fen >= 0),
  gifts text,
  commission_rate_bps int not null check (commission_rate_bps between 0 and 10000),
  service_rate_bps int not null default 0 check (service_rate_bps between 0 and 10000),
  slot_fee_fen bigint not null default 0 check (slot_fee_fen >= 0),
  price_promise text,
  exclusive boolean not null default false,
  unique (deal_id, product_id)
);
create index deal_line_product on deal_line (product_id);

create table stream (
  id int generated always as identity primary key,
  anchor_id int not null references anchor,
  platform text not null check (platform in ('douyin', 'kuaishou', 'taobao', 'tmall', 'wechat', 'xiaohongshu', 'other')),
  title text not null check (length(title) between 1 and 120),
  room_ext_id text,
  status text not null default 'planned' check (status in ('planned', 'live', 'ended', 'cancelled')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  note text,
  row_version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ends_at > starts_at),
  -- one anchor is in one place at a time
  constraint anchor_streams_do_not_overlap exclude using gist (anchor_id with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'cancelled')
);

create table stream_item (
  id int generated always as identity primary key,
  stream_id int not null references stream on delete cascade,
  position int not null check (position > 0),
  product_id int not null references product,
  deal_line_id int references deal_line,
  item_role text not null default 'profit' check (item_role in ('traffic', 'welfare', 'profit', 'hero', 'image')),
  planned_minutes int check (planned_minutes between 1 and 240),
  unique (stream_id, position),
  unique (stream_id, product_id)
);

-- Sight of an anchor decides sight of everything that hangs on the anchor.
alter table anchor enable row level security;
create policy anchor_read on anchor for select to faircast_app using (
  (select app_sees_all())
  or ((select app_role()) = 'anchor' and id = (select app_anchor_id()))
  or ((select app_role()) = 'operator' and (manager_user_id = (select app_user_id())
      or ((select app_scope()) = 'group' and team_id = (select app_team_id())))));
create policy anchor_insert on anchor for insert to faircast_app with check ((select app_is_staff()));
create policy anchor_update on anchor for update to faircast_app using (
  (select app_sees_all())
  or ((select app_role()) = 'operator' and (manager_user_id = (select app_user_id())
      or ((select app_scope()) = 'group' and team_id = (select app_team_id())))))
  with check ((select app_is_staff()));

alter table anchor_account enable row level security;
create policy anchor_account_read on anchor_account for select to faircast_app using (anchor_id in (select id from anchor));
create policy anchor_account_write on anchor_account for all to faircast_app
  using ((select app_is_staff()) and anchor_id in (select id from anchor))
  with check ((select app_is_staff()) and anchor_id in (select id from anchor));
alter table anchor_payee enable row level security;
create policy anchor_payee_read on anchor_payee for select to faircast_app using (anchor_id in (select id from anchor));
create policy anchor_payee_write on anchor_payee for all to faircast_app
  using ((select app_role()) in ('finance', 'admin', 'system')) with check ((select app_role()) in ('finance', 'admin', 'system'));

alter table stream enable row level security;
create policy stream_read on stream for select to faircast_app using (anchor_id in (select id from anchor));
create policy stream_write on stream for all to faircast_app
  using ((select app_is_staff()) and anchor_id in (select id from anchor))
  with check ((select app_is_staff()) and anchor_id in (select id from anchor));
alter table stream_item enable row level security;
create policy stream_item_read on stream_item for select to faircast_app using (stream_id in (select id from stream));
create policy stream_item_write on stream_item for all to faircast_app
  using ((select app_is_staff()) and stream_id in (select id from stream))
  with check ((select app_is_staff()) and stream_id in (select id from stream));

-- Brands' terms are the agency's business: no anchor sees a deal.
alter table brand enable row level security;
create policy brand_staff on brand for all to faircast_app using ((select app_is_staff())) with check ((select app_is_staff()));
create policy brand_of_own_goods on brand for select to faircast_app using ((select app_role()) = 'anchor');
alter table deal enable row level security;
create policy deal_staff on deal for all to faircast_app using ((select app_is_staff())) with check ((select app_is_staff()));
alter table deal_line enable row level security;
create policy deal_line_staff on deal_line for all to faircast_app using ((select app_is_staff())) with check ((select app_is_staff()));
alter table product enable row level security;
create policy product_read on product for select to faircast_app using ((select app_role()) is not null);
create policy product_write on product for all to faircast_app using ((select app_is_staff())) with check ((select app_is_staff()));
alter table product_listing enable row level security;
create policy product_listing_staff on product_listing for all to faircast_app using ((select app_is_staff())) with check ((select app_is_staff()));

grant select, insert, update on anchor, anchor_payee, brand, product, deal, stream to faircast_app;
grant select, insert, update, delete on anchor_account, product_listing, deal_line, stream_item to faircast_app;
