-- Month-level pay as data of a contract version, and the facts it is computed from. What a component gives becomes a pay_entry.

create table pay_component (
  id int generated always as identity primary key,
  contract_version_id int not null references contract_version on delete cascade,
  clause_id int not null,
  position smallint not null check (position between 1 and 100),
  type text not null check (type in ('per_stream', 'per_hour', 'per_item', 'fee_share', 'limit', 'base_or_commission', 'base_plus_commission', 'guarantee', 'holdback', 'fine', 'recoup')),
  platform text check (platform in ('douyin', 'kuaishou', 'taobao', 'tmall', 'wechat', 'xiaohongshu', 'other')),
  brand_id int references brand,
  category text check (length(category) between 1 and 40),
  product_id int references product,
  stream_id int references stream,
  effective daterange not null check (not isempty(effective) and not lower_inf(effective)),
  priority smallint not null default 100 check (priority between 0 and 999),
  min_fen bigint check (min_fen >= 0),
  max_fen bigint check (max_fen >= min_fen and max_fen >= 0),
  rule jsonb not null check (jsonb_typeof(rule) = 'object'), -- what the type needs; api/domain/pay/component.ts has the shapes
  foreign key (clause_id, contract_version_id) references contract_clause (id, contract_version_id) on delete cascade,
  unique (contract_version_id, position)
);
create function refuse_component_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if has_confirmed_version(array[old.contract_version_id, new.contract_version_id]) then perform refuse_confirmed_edit(); end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger pay_component_frozen before insert or update or delete on pay_component for each row execute function refuse_component_change();
create trigger pay_component_no_truncate before truncate on pay_component execute function refuse_change();

-- Both sides accept the components with the shares: they are terms. Versions without any keep the hash they had.
create or replace function version_terms_sha256(version_id int) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select encode(sha256(convert_to((jsonb_build_object('version', v.version_no, 'from', lower(v.effective), 'rules', coalesce((
    select jsonb_agg(jsonb_build_object('clause', k.clause_no, 'platform', r.platform, 'brand', r.brand_id, 'product', r.product_id,
        'stream', r.stream_id, 'base', r.base, 'refund', r.tier_on_refund, 'from', lower(r.effective), 'tiers', (
          select jsonb_agg(jsonb_build_object('from', t.from_fen, 'to', t.to_fen, 'parts', (
              select jsonb_agg(jsonb_build_array(p.position, p.party_id, p.takes_from, p.rate_bps) order by p.position)
                from share_part p where p.tier_id = t.id)) order by t.from_fen)
            from share_tier t where t.rule_id = r.id)) order by r.id)
      from share_rule r join contract_clause k on k.id = r.clause_id where r.contract_version_id = v.id), '[]'))
    || coalesce((select jsonb_build_object('components', jsonb_agg(jsonb_build_object('clause', k.clause_no, 'type', c.type, 'scope',
          jsonb_build_array(c.platform, c.brand_id, c.category, c.product_id, c.stream_id), 'from', lower(c.effective), 'to', upper(c.effective),
          'priority', c.priority, 'min', c.min_fen, 'max', c.max_fen, 'rule', c.rule) order by c.position))
        from pay_component c join contract_clause k on k.id = c.clause_id where c.contract_version_id = v.id having count(*) > 0), '{}'))::text, 'UTF8')), 'hex')
    from contract_version v where v.id = version_id
$$;

-- How long a stream really ran; where nobody says, its schedule counts and the working says so.
alter table stream add column live_minutes int check (live_minutes between 0 and 2880);

-- Slot fees and service fees received; a refunded one is a negative row of its own.
create table deal_fee (
  id int generated always as identity primary key,
  deal_line_id int not null references deal_line,
  kind text not null check (kind in ('slot_fee', 'service_fee')),
  stream_id int references stream,
  amount_fen bigint not null check (amount_fen <> 0),
  received_on date not null,
  reference text not null check (length(reference) between 1 and 120), -- bank or platform reference
  reverses_id int unique references deal_fee,
  recorded_by text references app_user,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((amount_fen < 0) = (reverses_id is not null))
);
create index deal_fee_line on deal_fee (deal_line_id);
create index deal_fee_day on deal_fee (received_on);
create trigger deal_fee_append_only before update or delete on deal_fee for each row execute function refuse_change();
create trigger deal_fee_no_truncate before truncate on deal_fee execute function refuse_change();

-- Advances and costs an anchor pays back; nothing is taken before another person approved the item.
create table recoup_item (
  id int generated always as identity primary key,
  component_id int not null references pay_component,
  anchor_id int not null references anchor,
  name text not null check (length(name) between 1 and 120),
  day date not null,
  amount_fen bigint not null check (amount_fen > 0),
  evidence text not null check (length(evidence) between 1 and 500),
  requested_by text not null references app_user,
  requested_at timestamptz not null default clock_timestamp(),
  approved_by text references app_user,
  approved_at timestamptz,
  constraint recoup_approved_by_another check (approved_by <> requested_by),
  check ((approved_by is null) = (approved_at is null))
);
create index recoup_item_anchor on recoup_item (anchor_id);

create table pay_fine (
  id int generated always as identity primary key,
  component_id int not null references pay_component,
  anchor_id int not null references anchor,
  day date not null,
  amount_fen bigint not null check (amount_fen > 0),
  what text not null check (length(what) between 1 and 500),
  evidence text not null check (length(evidence) between 1 and 500),
  proposed_by text not null references app_user,
  proposed_at timestamptz not null default clock_timestamp(),
  notified_on date,          -- the anchor was told; the window to object runs from here
  notified_by text references app_user,
  objection text not null default 'none' check (objection in ('none', 'open', 'upheld', 'rejected')),
  objection_text text check (length(objection_text) between 1 and 2000),
  objected_at timestamptz,
  decided_by text references app_user,
  decided_at timestamptz,
  decision_reason text check (length(decision_reason) between 1 and 2000),
  lapsed_month text check (lapsed_month ~ '^\d{4}-(0[1-9]|1[0-2])$'), -- a month had no room for it: it is not carried on
  constraint fine_decided_by_another check (decided_by <> proposed_by),
  check ((objection = 'none') = (objection_text is null)),
  check ((objection in ('upheld', 'rejected')) = (decided_by is not null and decision_reason is not null))
);
create index pay_fine_anchor on pay_fine (anchor_id);

create table pay_adjustment (
  id int generated always as identity primary key,
  anchor_id int not null references anchor,
  concerns_month text not null check (concerns_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  amount_fen bigint not null check (amount_fen <> 0),
  reason text not null check (length(reason) between 1 and 1000),
  evidence text not null check (length(evidence) between 1 and 500),
  prepared_by text not null references app_user,
  prepared_at timestamptz not null default clock_timestamp(),
  approved_by text references app_user,
  approved_at timestamptz,
  declined_by text references app_user,
  declined_at timestamptz,
  decline_reason text check (length(decline_reason) between 1 and 1000),
  constraint adjustment_approved_by_another check (approved_by <> prepared_by),
  check (approved_by is null or declined_by is null)
);
create index pay_adjustment_anchor on pay_adjustment (anchor_id);

-- What a contract-to-date guarantee remembers of a month, also where it had nothing to top up.
create table guarantee_month (
  component_id int not null references pay_component,
  anchor_id int not null references anchor,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  guaranteed_fen bigint not null check (guaranteed_fen >= 0),
  counted_fen bigint not null,
  true_up_fen bigint not null, -- below zero where good months count against earlier top-ups
  primary key (component_id, anchor_id, month)
);
create trigger guarantee_month_append_only before update or delete on guarantee_month for each row execute function refuse_change();
create trigger guarantee_month_no_truncate before truncate on guarantee_month execute function refuse_change();

-- What was asked for stays as it was asked for: people add their decision, once.
create function refuse_request_change() returns trigger language plpgsql as $$
declare
  decided constant text[] := array['approved_by', 'approved_at', 'declined_by', 'declined_at', 'decline_reason', 'notified_on', 'notified_by',
    'objection', 'objection_text', 'objected_at', 'decided_by', 'decided_at', 'decision_reason', 'lapsed_month'];
  key text;
begin
  if tg_op = 'DELETE' or to_jsonb(new) - decided <> to_jsonb(old) - decided then
    raise exception 'what was requested is not edited: decline it and request anew' using errcode = '23001';
  end if;
  foreach key in array decided loop
    if key <> 'objection' and to_jsonb(old)->>key is not null and to_jsonb(old)->>key is distinct from to_jsonb(new)->>key then
      raise exception 'a decision is taken once' using errcode = '23001';
    end if;
  end loop;
  return new;
end $$;
create trigger recoup_item_kept before update or delete on recoup_item for each row execute function refuse_request_change();
create trigger recoup_item_no_truncate before truncate on recoup_item execute function refuse_change();
create trigger pay_fine_kept before update or delete on pay_fine for each row execute function refuse_request_change();
create trigger pay_fine_no_truncate before truncate on pay_fine execute function refuse_change();
create trigger pay_adjustment_kept before update or delete on pay_adjustment for each row execute function refuse_request_change();
create trigger pay_adjustment_no_truncate before truncate on pay_adjustment execute function refuse_change();

alter table pay_component enable row level security;
create policy pay_component_read on pay_component for select to faircast_app using (contract_version_id in (select id from contract_version));
create policy pay_component_write on pay_component for all to faircast_app
  using ((select app_is_staff()) and contract_version_id in (select id from contract_version))
  with check ((select app_is_staff()) and contract_version_id in (select id from contract_version));
alter table deal_fee enable row level security;
create policy deal_fee_staff on deal_fee for select to faircast_app using ((select app_is_staff()));
create policy deal_fee_write on deal_fee for insert to faircast_app with check ((select app_role()) in ('finance', 'admin', 'system'));
alter table recoup_item enable row level security;
create policy recoup_item_read on recoup_item for select to faircast_app using (anchor_id in (select id from anchor));
create policy recoup_item_write on recoup_item for insert to faircast_app with check ((select app_is_staff()) and anchor_id in (select id from anchor));
create policy recoup_item_decide on recoup_item for update to faircast_app
  using ((select app_role()) in ('finance', 'admin', 'system')) with check ((select app_role()) in ('finance', 'admin', 'system'));
alter table pay_fine enable row level security;
create policy pay_fine_read on pay_fine for select to faircast_app using (
  anchor_id in (select id from anchor) and ((select app_is_staff()) or notified_on is not null));
create policy pay_fine_write on pay_fine for insert to faircast_app with check ((select app_is_staff()) and anchor_id in (select id from anchor));
create policy pay_fine_decide on pay_fine for update to faircast_app
  using (anchor_id in (select id from anchor))
  -- an anchor objects, and decides nothing
  with check (anchor_id in (select id from anchor) and ((select app_is_staff()) or (objection = 'open' and decided_by is null)));
alter table pay_adjustment enable row level security;
create policy pay_adjustment_staff on pay_adjustment for select to faircast_app using ((select app_is_staff()) and anchor_id in (select id from anchor));
create policy pay_adjustment_write on pay_adjustment for insert to faircast_app with check ((select app_role()) in ('finance', 'admin', 'system'));
create policy pay_adjustment_decide on pay_adjustment for update to faircast_app
  using ((select app_role()) in ('finance', 'admin', 'system')) with check ((select app_role()) in ('finance', 'admin', 'system'));
alter table guarantee_month enable row level security;
create policy guarantee_month_read on guarantee_month for select to faircast_app using (anchor_id in (select id from anchor));
create policy guarantee_month_write on guarantee_month for insert to faircast_app with check ((select app_role()) in ('finance', 'admin', 'system'));

grant select, insert, update, delete on pay_component to faircast_app;
grant select, insert on deal_fee, recoup_item, pay_fine, pay_adjustment, guarantee_month to faircast_app;
grant update (approved_by, approved_at) on recoup_item to faircast_app;
grant update (notified_on, notified_by, objection, objection_text, objected_at, decided_by, decided_at, decision_reason, lapsed_month) on pay_fine to faircast_app;
grant update (approved_by, approved_at, declined_by, declined_at, decline_reason) on pay_adjustment to faircast_app;
-- Which facts an entry stands on is asked for every fact of a month.
create index pay_entry_details on pay_entry using gin (details jsonb_path_ops);
