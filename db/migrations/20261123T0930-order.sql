-- Order lines as the platforms report them, on two tracks: estimated (paid) and settled.
-- Original files are kept by sha256; every line names the file and the line it came from.

create table order_file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  stored_at timestamptz not null default now()
);

-- A user's own way to read a file no built-in profile recognises; kept so that it is made once.
create table import_mapping (
  id int generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 120),
  platform text not null,
  header_key text not null unique,
  mapping jsonb not null,
  row_version int not null default 1,
  created_by text references app_user,
  created_at timestamptz not null default now()
);

create table order_import (
  id int generated always as identity primary key,
  file_sha256 text references order_file,  -- known when the whole file has been read
  file_name text not null,
  profile text not null,
  platform text not null,
  mapping_id int references import_mapping,
  mapping jsonb,                           -- as it was used: a saved mapping may change later
  status text not null default 'queued' check (status in ('queued', 'running', 'done', 'cancelled', 'failed', 'undone')),
  cancel_requested boolean not null default false,
  bytes_total bigint not null default 0,
  bytes_read bigint not null default 0,
  lines int not null default 0,
  stored int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  rejected int not null default 0,
  paid_fen bigint not null default 0,
  settled_fen bigint not null default 0,
  refunded_fen bigint not null default 0,
  failure text,
  created_by text references app_user,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  undone_by text references app_user,
  undone_at timestamptz,
  -- every input line ends in exactly one of four ways
  constraint every_line_accounted_for check (status <> 'done' or lines = stored + updated + unchanged + rejected),
  constraint finished_import_keeps_its_file check (status not in ('done', 'undone') or file_sha256 is not null)
);
create index order_import_created on order_import (created_at desc);

-- Lines that were refused, each with its reason: the first 10,000 of an import, which counts them all.
create table order_reject (
  import_id int not null references order_import on delete cascade,
  src_line int not null,
  column_name text,
  code text not null,
  reason text not null,
  raw text,
  primary key (import_id, src_line)
);

-- id = import_id * 2^24 + src_line of the first sighting: unique without a sequence, and it says where the line came from.
-- Partitioned by platform: the app may COPY into a partition (insert only, no select) while every read goes
-- through the parent and its row-level security, which COPY FROM does not support.
create table order_line (
  id bigint not null,
  platform text not null,
  import_id int not null,
  src_line int not null,
  order_no text not null,
  line_no text not null default '',
  kind smallint not null default 0 check (kind in (0, 1)), -- 0 sale, 1 refund line of its own (negative amounts)
  refund_of_id bigint,
  status smallint not null check (status between 0 and 5), -- 0 unpaid 1 paid 2 received 3 settled 4 refunded 5 closed
  status_raw text,
  anchor_id int,
  product_id int,
  stream_id int,
  quantity int,
  rate_bps int,
  service_rate_bps int,
  total_fen bigint,          -- what the goods cost before payment, where the file says: bright data compares it with paid
  paid_fen bigint not null,
  refund_fen bigint not null default 0,
  commission_est_fen bigint,
  settled_fen bigint,        -- net base the platform settled; null = no settlement evidence
  commission_fen bigint,     -- net commission the platform settled
  service_est_fen bigint,
  service_fen bigint,
  tech_fee_fen bigint,
  unit_price_fen bigint,
  ordered_at timestamptz,
  paid_at timestamptz,
  received_at timestamptz,
  settled_at timestamptz,
  refunded_at timestamptz,
  product_ext_id text,
  product_name text,
  spec text,
  shop_name text,
  anchor_ext_id text,
  anchor_name text,
  room_ext_id text,
  media text,
  unsettled_reason text,
  buyer_key text,            -- pseudonymous buyer reference where the file has one, to link refunds to sales
  remark text,
  constraint settled_has_evidence check (status <> 3 or (settled_at is not null and settled_fen is not null)),
  constraint sale_or_refund_sign check (kind = 0 or (paid_fen <= 0 and coalesce(settled_fen, 0) <= 0)),
  constraint order_line_key primary key (platform, order_no, line_no)
) partition by list (platform);

create table order_line_douyin partition of order_line for values in ('douyin');
create table order_line_kuaishou partition of order_line for values in ('kuaishou');
create table order_line_taobao partition of order_line for values in ('taobao');
create table order_line_tmall partition of order_line for values in ('tmall');
create table order_line_wechat partition of order_line for values in ('wechat');
create table order_line_xiaohongshu partition of order_line for values in ('xiaohongshu');
create table order_line_other partition of order_line for values in ('other');
-- Settlement lines, disputes and undo ask by id. Ids of an import ascend, so this index only grows at its end.
create index order_line_id on order_line (id);
-- few lines are refunds of their own: those that wait for their sale are found without reading the others
create index order_line_refund_waiting on order_line (platform, id) where kind = 1 and refund_of_id is null;
-- Exports come in the order of time: block ranges find a month at next to no cost to the COPY.
create index order_line_settled_at on order_line using brin (settled_at) with (autosummarize = on);
create index order_line_paid_at on order_line using brin (paid_at) with (autosummarize = on);
create index order_line_refund_of on order_line (refund_of_id) where refund_of_id is not null;

-- What an import changed, as it was before: undo restores it, settlement reads which settled lines moved.
create table order_line_revision (
  line_id bigint not null,
  platform text not null,
  import_id int not null references order_import,
  before jsonb not null,
  settled_by_run int,
  primary key (line_id, import_id)
);
create index order_line_revision_import on order_line_revision (import_id);
create index order_line_revision_open on order_line_revision (line_id) where settled_by_run is null;

-- No index for unknown anchors: a first import knows none, and a million random entries would double what it costs.
-- Orders belong to the office: an anchor sees own lines through own_order_line alone. Whoever sees an anchor sees the
-- anchor's lines; a line nobody is known for yet is everybody's to name.
alter table order_line enable row level security;
create policy order_line_read on order_line for select to faircast_app using (
  (select app_sees_all())
  or ((select app_role()) = 'operator' and (anchor_id is null or anchor_id in (select id from anchor))));
create policy order_line_insert on order_line for insert to faircast_app
  with check ((select app_role()) in ('finance', 'admin', 'system'));
create policy order_line_update on order_line for update to faircast_app using (
  (select app_role()) in ('finance', 'admin', 'system')
  or ((select app_role()) = 'operator' and (anchor_id is null or anchor_id in (select id from anchor))))
  with check ((select app_is_staff()));
create policy order_line_delete on order_line for delete to faircast_app
  using ((select app_role()) in ('finance', 'admin', 'system'));
alter table order_import enable row level security;
create policy order_import_read on order_import for select to faircast_app
  using ((select app_role()) in ('finance', 'compliance', 'admin', 'system'));
create policy order_import_write on order_import for all to faircast_app
  using ((select app_role()) in ('finance', 'admin', 'system')) with check ((select app_role()) in ('finance', 'admin', 'system'));
alter table order_reject enable row level security;
create policy order_reject_read on order_reject for select to faircast_app
  using ((select app_role()) in ('finance', 'compliance', 'admin', 'system'));
create policy order_reject_write on order_reject for insert to faircast_app
  with check ((select app_role()) in ('finance', 'admin', 'system'));
alter table order_line_revision enable row level security;
create policy order_line_revision_read on order_line_revision for select to faircast_app
  using ((select app_role()) in ('finance', 'compliance', 'admin', 'system'));
create policy order_line_revision_write on order_line_revision for all to faircast_app
  using ((select app_role()) in ('finance', 'admin', 'system')) with check ((select app_role()) in ('finance', 'admin', 'system'));
alter table order_file enable row level security;
create policy order_file_staff on order_file for select to faircast_app
  using ((select app_role()) in ('finance', 'compliance', 'admin', 'system'));
create policy order_file_write on order_file for insert to faircast_app
  with check ((select app_role()) in ('finance', 'admin', 'system'));
alter table import_mapping enable row level security;
create policy import_mapping_read on import_mapping for select to faircast_app
  using ((select app_role()) in ('finance', 'compliance', 'admin', 'system'));
create policy import_mapping_write on import_mapping for all to faircast_app
  using ((select app_role()) in ('finance', 'admin', 'system')) with check ((select app_role()) in ('finance', 'admin', 'system'));

grant select, insert on order_file, order_reject to faircast_app;
grant select, insert, update on order_import, import_mapping to faircast_app;
grant select, insert, update, delete on order_line, order_line_revision to faircast_app;
-- COPY FROM is refused on a table with row-level security, and partitions have none of their own: insert, never read.
grant insert on order_line_douyin, order_line_kuaishou, order_line_taobao, order_line_tmall, order_line_wechat,
  order_line_xiaohongshu, order_line_other to faircast_app;
-- statistics after a large import, so that the settlement that follows is planned with them
grant maintain on order_line, order_line_douyin, order_line_kuaishou, order_line_taobao, order_line_tmall, order_line_wechat,
  order_line_xiaohongshu, order_line_other to faircast_app;
