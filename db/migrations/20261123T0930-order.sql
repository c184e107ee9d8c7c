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
  file_sha256 text not null references order_file,
  file_name text not null,
  profile text not null,
  platform text not null,
  mapping_id int references import_mapping,
  mapping jsonb,
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
  check (status <> 'done' or lines = stored + updated + unchanged + rejected)
);
create index order_import_created on order_import (created_at desc);

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
