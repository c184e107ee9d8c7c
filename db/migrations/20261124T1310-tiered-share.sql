-- Tiered commission of a month: marginal or retroactive, a component of the contract version and an entry of its own kind.

alter table pay_component drop constraint pay_component_type_check;
alter table pay_component add constraint pay_component_type_check check (type in ('per_stream', 'per_hour', 'per_item', 'fee_share', 'tiered_share', 'limit',
  'base_or_commission', 'base_plus_commission', 'guarantee', 'holdback', 'fine', 'recoup'));
-- The terms are data: what the screen and the API refuse, the table refuses too.
alter table pay_component add constraint tiered_share_has_its_terms check (type <> 'tiered_share' or coalesce(
  rule->>'of' in ('net_sales', 'commission') and rule->>'mode' in ('marginal', 'retroactive') and jsonb_typeof(rule->'tiers') = 'array'
  and jsonb_array_length(rule->'tiers') between 1 and 20 and (rule->'tiers'->0->>'fromFen')::bigint = 0, false));

alter table pay_entry drop constraint pay_entry_kind_check;
alter table pay_entry add constraint pay_entry_kind_check check (kind in ('fixed', 'tiered', 'base_pay', 'guarantee', 'cap', 'recoup', 'holdback', 'holdback_release', 'fine',
  'adjustment', 'case_hold', 'case_release', 'case_clawback', 'dispute_hold', 'dispute_release', 'tax'));

-- What each statement added to a month's base and gave on it: a refund after the statement takes back at the tiers of its own month.
create table tiered_month (
  component_id int not null references pay_component,
  anchor_id int not null references anchor,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),          -- of the statement
  concerns_month text not null check (concerns_month ~ '^\d{4}-(0[1-9]|1[0-2])$'), -- of the lines
  base_fen bigint not null check (base_fen <> 0),
  given_fen bigint not null, -- 0 where the rates give nothing, below zero where a refund takes back
  primary key (component_id, anchor_id, month, concerns_month),
  check (concerns_month <= month)
);
create index tiered_month_anchor on tiered_month (anchor_id);
create trigger tiered_month_append_only before update or delete on tiered_month for each row execute function refuse_change();
create trigger tiered_month_no_truncate before truncate on tiered_month execute function refuse_change();
alter table tiered_month enable row level security;
create policy tiered_month_read on tiered_month for select to faircast_app using (anchor_id in (select id from anchor));
create policy tiered_month_write on tiered_month for insert to faircast_app with check ((select app_role()) in ('finance', 'admin', 'system'));
grant select, insert on tiered_month to faircast_app;
