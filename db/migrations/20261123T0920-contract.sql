-- Contracts, their versions and clauses, and the share rules a confirmed version gives.
-- A rule points at the clause it comes from; the database refuses two rules for the same line on the same day.

create table party (
  id int generated always as identity primary key,
  kind text not null check (kind in ('agency', 'anchor', 'platform', 'agent', 'leader', 'referrer', 'brand')),
  name text not null check (length(name) between 1 and 80),
  anchor_id int unique references anchor,
  check ((kind = 'anchor') = (anchor_id is not null))
);
create unique index party_one_agency on party ((true)) where kind = 'agency';
insert into party (kind, name) values ('agency', '本机构'), ('platform', '平台技术服务费');

create table contract (
  id int generated always as identity primary key,
  no text not null unique check (length(no) between 1 and 40),
  anchor_id int not null references anchor,
  title text not null check (length(title) between 1 and 120),
  status text not null default 'draft' check (status in ('draft', 'active', 'ended')),
  signed_on date,
  starts_on date not null,
  ends_on date,
  note text,
  row_version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ends_on >= starts_on)
);
create index contract_anchor on contract (anchor_id);

create table contract_version (
  id int generated always as identity primary key,
  contract_id int not null references contract,
  version_no int not null check (version_no > 0),
  status text not null default 'draft' check (status in ('draft', 'active', 'ended')),
  effective daterange not null check (not isempty(effective) and not lower_inf(effective)),
  summary text,
  confirmed_by text references app_user,
  confirmed_at timestamptz,
  row_version int not null default 1,
  created_at timestamptz not null default now(),
  unique (contract_id, version_no),
  unique (id, contract_id),
  -- one version of a contract is in force on a day
  constraint one_version_in_force exclude using gist (contract_id with =, effective with &&) where (status <> 'draft'),
  check ((status = 'draft') = (confirmed_at is null))
);

create table contract_clause (
  id int generated always as identity primary key,
  contract_version_id int not null references contract_version on delete cascade,
  clause_no text not null check (length(clause_no) between 1 and 20),
  heading text,
  body text not null,
  position int not null,
  unique (contract_version_id, clause_no),
  unique (id, contract_version_id)
);

create table share_rule (
  id int generated always as identity primary key,
  contract_version_id int not null references contract_version,
  clause_id int not null,
  anchor_id int not null references anchor,
  -- scope: null means any; the most specific rule wins (stream > product > brand > platform > none)
  platform text,
  brand_id int references brand,
  product_id int references product,
  stream_id int references stream,
  specificity smallint not null generated always as (
    (case when stream_id is null then 0 else 8 end) + (case when product_id is null then 0 else 4 end)
    + (case when brand_id is null then 0 else 2 end) + (case when platform is null then 0 else 1 end)) stored,
  base text not null default 'commission' check (base in ('commission', 'sales')),
  tier_on_refund text not null default 'frozen' check (tier_on_refund in ('frozen', 'trueup')),
  effective daterange not null check (not isempty(effective) and not lower_inf(effective)),
  active boolean not null default false,
  foreign key (clause_id, contract_version_id) references contract_clause (id, contract_version_id),
  constraint one_rule_for_a_scope_on_a_day exclude using gist (
    anchor_id with =, coalesce(platform, '') with =, coalesce(brand_id, 0) with =, coalesce(product_id, 0) with =,
    coalesce(stream_id, 0) with =, effective with &&) where (active)
);
create index share_rule_version on share_rule (contract_version_id);

-- A tier by the anchor's cumulative net sales of the month before the line.
create table share_tier (
  id int generated always as identity primary key,
  rule_id int not null references share_rule on delete cascade,
  from_fen bigint not null check (from_fen >= 0),
  to_fen bigint check (to_fen > from_fen),
  constraint tiers_do_not_overlap exclude using gist (rule_id with =, int8range(from_fen, to_fen) with &&)
);

-- One party's part of the waterfall. rate null: this party receives the rest, the residual fen included.
create table share_part (
  tier_id int not null references share_tier on delete cascade,
  position smallint not null check (position between 1 and 16),
  party_id int not null references party,
  takes_from text not null default 'base' check (takes_from in ('base', 'rest')),
  rate_bps int check (rate_bps between 0 and 10000),
  primary key (tier_id, position),
  unique (tier_id, party_id)
);
create unique index one_residual_per_tier on share_part (tier_id) where rate_bps is null;
create index share_part_party on share_part (party_id);

-- What a confirmed version says is never edited: only its end, and its rules' ends, may be brought forward.
-- pg_temp comes last in every search_path: a guard must not be fooled by a temporary table of the same name.
create function refuse_confirmed_edit() returns void language plpgsql as $$
begin
  raise exception 'terms of a confirmed contract version are not edited: make a new version' using errcode = '23001';
end $$;

-- Locks the version: whoever confirms it at this moment is waited for. A version that is gone took its terms with it.
create function has_confirmed_version(version_ids int[]) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare found_status text; has_confirmed boolean := false;
begin
  for found_status in select status from contract_version where id = any(version_ids) order by id for share loop
    has_confirmed := has_confirmed or found_status <> 'draft';
  end loop;
  return has_confirmed;
end $$;
revoke execute on function has_confirmed_version from public;

create function refuse_terms_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare version_ids int[];
begin
  if tg_table_name = 'contract_clause' then
    version_ids := array[old.contract_version_id, new.contract_version_id];
  elsif tg_table_name = 'share_tier' then
    version_ids := array(select contract_version_id from share_rule where id in (old.rule_id, new.rule_id));
  else
    version_ids := array(select r.contract_version_id from share_tier t join share_rule r on r.id = t.rule_id where t.id in (old.tier_id, new.tier_id));
  end if;
  if has_confirmed_version(version_ids) then perform refuse_confirmed_edit(); end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger contract_clause_frozen before insert or update or delete on contract_clause for each row execute function refuse_terms_change();
create trigger share_tier_frozen before insert or update or delete on share_tier for each row execute function refuse_terms_change();
create trigger share_part_frozen before insert or update or delete on share_part for each row execute function refuse_terms_change();

-- A version is born a draft and confirmed now, never on an earlier day; from then on its end may only come nearer.
create function refuse_version_change() returns trigger language plpgsql as $$
declare kept text[] := array['effective', 'row_version'];
begin
  if tg_op = 'INSERT' then
    if new.status <> 'draft' then perform refuse_confirmed_edit(); end if;
    return new;
  end if;
  if old.status = 'draft' then
    if tg_op = 'UPDATE' and new.status <> 'draft' and (new.status <> 'active' or new.confirmed_at is distinct from now()) then
      raise exception 'a contract version is confirmed at the moment it is confirmed' using errcode = '23001';
    end if;
  elsif tg_op = 'DELETE' or to_jsonb(new) - kept <> to_jsonb(old) - kept or lower(new.effective) <> lower(old.effective)
      or coalesce(upper(new.effective), 'infinity') > coalesce(upper(old.effective), 'infinity') then
    perform refuse_confirmed_edit();
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger contract_version_frozen before insert or update or delete on contract_version for each row execute function refuse_version_change();

-- A rule comes into force in the transaction that confirms its version, for the contract's own anchor. In force, its end
-- may come nearer; it is put out of force only when it would have begun after the end of its version.
create function refuse_rule_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  version contract_version;
  -- generated columns are not computed yet before a row is written
  fixed constant text[] := array['active', 'effective', 'anchor_id', 'specificity'];
begin
  if not has_confirmed_version(array[old.contract_version_id, new.contract_version_id]) then
    if tg_op <> 'DELETE' and new.active then
      raise exception 'a rule comes into force with its contract version' using errcode = '23001';
    end if;
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op <> 'UPDATE' or to_jsonb(new) - fixed <> to_jsonb(old) - fixed then perform refuse_confirmed_edit(); end if;
  select * into version from contract_version where id = new.contract_version_id;
  if not (
    case
      when not old.active then new.active and new.effective = old.effective and version.confirmed_at = now()
        and new.anchor_id = (select anchor_id from contract where id = version.contract_id)
      when new.anchor_id <> old.anchor_id then false
      when new.active then lower(new.effective) = lower(old.effective)
        and coalesce(upper(new.effective), 'infinity') <= coalesce(upper(old.effective), 'infinity')
      else new.effective = old.effective and lower(old.effective) >= coalesce(upper(version.effective), 'infinity')
    end) then
    perform refuse_confirmed_edit();
  end if;
  return new;
end $$;
create trigger share_rule_frozen before insert or update or delete on share_rule for each row execute function refuse_rule_change();

alter table party enable row level security;
create policy party_staff on party for all to faircast_app using ((select app_is_staff())) with check ((select app_is_staff()));
create policy party_own on party for select to faircast_app using (anchor_id = (select app_anchor_id()));
alter table contract enable row level security;
create policy contract_read on contract for select to faircast_app using (anchor_id in (select id from anchor));
create policy contract_write on contract for all to faircast_app
  using ((select app_is_staff()) and anchor_id in (select id from anchor))
  with check ((select app_is_staff()) and anchor_id in (select id from anchor));
alter table contract_version enable row level security;
create policy contract_version_read on contract_version for select to faircast_app using (contract_id in (select id from contract));
create policy contract_version_write on contract_version for all to faircast_app
  using ((select app_is_staff()) and contract_id in (select id from contract))
  with check ((select app_is_staff()) and contract_id in (select id from contract));
alter table contract_clause enable row level security;
create policy contract_clause_read on contract_clause for select to faircast_app using (contract_version_id in (select id from contract_version));
create policy contract_clause_write on contract_clause for all to faircast_app
  using ((select app_is_staff()) and contract_version_id in (select id from contract_version))
  with check ((select app_is_staff()) and contract_version_id in (select id from contract_version));
alter table share_rule enable row level security;
create policy share_rule_read on share_rule for select to faircast_app using ((select app_sees_all()) or anchor_id in (select id from anchor));
create policy share_rule_write on share_rule for all to faircast_app
  using ((select app_is_staff()) and ((select app_sees_all()) or anchor_id in (select id from anchor)))
  with check ((select app_is_staff()) and ((select app_sees_all())
    -- both: activating a version gives its rules the contract's anchor, whatever anchor they were written with
    or (anchor_id in (select id from anchor) and contract_version_id in (select id from contract_version))));
alter table share_tier enable row level security;
create policy share_tier_read on share_tier for select to faircast_app using ((select app_sees_all()) or rule_id in (select id from share_rule));
create policy share_tier_write on share_tier for all to faircast_app
  using ((select app_is_staff()) and ((select app_sees_all()) or rule_id in (select id from share_rule)))
  with check ((select app_is_staff()) and ((select app_sees_all()) or rule_id in (select id from share_rule)));
-- An anchor reads the anchor's own part of the split, nobody else's; an operator those of the anchors in sight.
alter table share_part enable row level security;
create policy share_part_read on share_part for select to faircast_app using (
  (select app_sees_all()) or party_id in (select id from party where anchor_id = (select app_anchor_id())));
create policy share_part_write on share_part for all to faircast_app
  using ((select app_is_staff()) and ((select app_sees_all()) or tier_id in (select id from share_tier)))
  with check ((select app_is_staff()) and ((select app_sees_all()) or tier_id in (select id from share_tier)));

grant select, insert on party to faircast_app;
-- A party stays whose it is: to repoint one would hand every share it has, settled ones included, to somebody else.
grant update (name) on party to faircast_app;
grant select, insert, update on contract to faircast_app;
grant select, insert, update, delete on contract_version, contract_clause, share_rule, share_tier, share_part to faircast_app;
