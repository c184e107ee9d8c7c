-- Who is asking, who may sign in, and what was done. Row-level security reads the identity that
-- every transaction sets with set_config(…, true); without one, nothing is visible.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

grant usage on schema public to faircast_app;

create function app_role() returns text language sql stable parallel safe
  return nullif(current_setting('faircast.role', true), '');
create function app_user_id() returns text language sql stable parallel safe
  return nullif(current_setting('faircast.user_id', true), '');
create function app_anchor_id() returns int language sql stable parallel safe
  return nullif(current_setting('faircast.anchor_id', true), '')::int;
create function app_team_id() returns int language sql stable parallel safe
  return nullif(current_setting('faircast.team_id', true), '')::int;
create function app_scope() returns text language sql stable parallel safe
  return coalesce(nullif(current_setting('faircast.scope', true), ''), 'own');
-- Staff who see every anchor; an operator's sight is decided by scope on the anchor table.
create function app_sees_all() returns boolean language sql stable parallel safe
  return coalesce(app_role() in ('compliance', 'finance', 'admin', 'system')
    or (app_role() = 'operator' and app_scope() = 'all'), false);
create function app_is_staff() returns boolean language sql stable parallel safe
  return coalesce(app_role() in ('operator', 'compliance', 'finance', 'admin', 'system'), false);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: write a correction instead', tg_table_name using errcode = '23001';
end $$;

create table team (
  id int generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 60)
);

create table app_user (
  id text primary key,
  name text not null check (length(name) between 1 and 60),
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  role text not null default 'operator' check (role in ('anchor', 'operator', 'compliance', 'finance', 'admin')),
  scope text not null default 'own' check (scope in ('own', 'group', 'all')),
  team_id int references team,
  anchor_id int,
  locale text not null default 'zh' check (locale in ('zh', 'en')),
  banned boolean not null default false,
  ban_reason text,
  ban_expires timestamptz,
  two_factor_enabled boolean not null default false,
  row_version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((role = 'anchor') = (anchor_id is not null))
);

create table login_session (
  id text primary key,
  user_id text not null references app_user on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  impersonated_by text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index login_session_user on login_session (user_id);
create index login_session_expiry on login_session (expires_at);

create table login_account (
  id text primary key,
  user_id text not null references app_user on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index login_account_user on login_account (user_id);

create table login_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index login_verification_identifier on login_verification (identifier);

create table login_two_factor (
  id text primary key,
  user_id text not null references app_user on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count int,
  locked_until timestamptz
);
create index login_two_factor_user on login_two_factor (user_id);

-- rate-limiter-flexible's own shape: lock-out per account and per address, shared by all processes
create table login_attempt (
  key varchar(255) primary key,
  points int not null default 0,
  expire bigint
);

-- The login tables are the sign-in library's own; feature code reads users through app_user only.
grant select, insert, update, delete on app_user, login_session, login_account, login_verification, login_two_factor, login_attempt to faircast_app;
grant select, insert, update on team to faircast_app;

-- What was done, by whom, to what: before and after, never secrets.
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor_id text,
  actor_role text,
  action text not null,
  entity text not null,
  entity_id text not null,
  before jsonb,
  after jsonb,
  request_id text
);
create index audit_entry_entity on audit_entry (entity, entity_id, id desc);
create trigger audit_entry_append_only before update or delete on audit_entry for each row execute function refuse_change();
create trigger audit_entry_no_truncate before truncate on audit_entry execute function refuse_change();
alter table audit_entry enable row level security;
create policy audit_entry_read on audit_entry for select to faircast_app using ((select app_is_staff()));
create policy audit_entry_write on audit_entry for insert to faircast_app with check ((select app_role()) is not null);
grant select, insert on audit_entry to faircast_app;

-- The answer to a verb that carried an Idempotency-Key: the same key and body get the same answer.
create table idempotency_key (
  actor_id text not null,
  route text not null,
  key text not null check (length(key) between 8 and 100),
  fingerprint text not null,
  status int,
  body jsonb,
  created_at timestamptz not null default now(),
  primary key (actor_id, route, key)
);
create index idempotency_key_age on idempotency_key (created_at);
grant select, insert, update, delete on idempotency_key to faircast_app;

-- Settings of this agency: one row.
create table agency (
  id int primary key default 1 check (id = 1),
  name text not null default 'FairCast 明播',
  credit_code text,
  address text,
  row_version int not null default 1
);
insert into agency default values;
grant select, update on agency to faircast_app;
