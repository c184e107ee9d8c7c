-- Which tax regime an anchor falls under, what a month's reckoning needs besides the amount, and what was withheld.
-- Append-only: a regime recorded anew begins with a month, and what was withheld under the old one stays.

create table tax_profile (
  id int generated always as identity primary key,
  anchor_id int not null references anchor,
  regime text not null check (regime in ('labour_single_payment', 'platform_worker_cumulative', 'student_intern_cumulative', 'nonresident_labour', 'studio_invoice', 'wages_cumulative')),
  effective_from text not null check (effective_from ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  source text not null check (length(source) between 1 and 500),
  payee_name text check (length(payee_name) between 1 and 120), -- the studio or business whose invoices count
  recorded_by text not null references app_user,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint studio_has_a_name check ((regime = 'studio_invoice') = (payee_name is not null))
);
create index tax_profile_anchor on tax_profile (anchor_id, effective_from desc, id desc);

-- The newest of a month counts; figures the payer was told, in whole fen.
create table tax_input (
  id int generated always as identity primary key,
  anchor_id int not null references anchor,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  social_insurance_fen bigint not null default 0 check (social_insurance_fen >= 0),
  special_additional_fen bigint not null default 0 check (special_additional_fen >= 0),
  other_deduction_fen bigint not null default 0 check (other_deduction_fen >= 0),
  invoices jsonb not null default '[]' check (jsonb_typeof(invoices) = 'array'), -- [{number, seller, amountFen, issuedOn}]
  recorded_by text not null references app_user,
  recorded_at timestamptz not null default clock_timestamp()
);
create index tax_input_month on tax_input (anchor_id, month, id desc);

create table tax_withholding (
  id int generated always as identity primary key,
  anchor_id int not null references anchor,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  profile_id int not null references tax_profile,
  input_id int references tax_input,
  regime text not null,
  gross_fen bigint not null check (gross_fen > 0),
  tax_fen bigint not null check (tax_fen >= 0),
  vat_fen bigint not null default 0 check (vat_fen >= 0),
  net_fen bigint not null generated always as (gross_fen - tax_fen - vat_fen) stored check (gross_fen - tax_fen - vat_fen >= 0),
  table_version text not null, -- day from which the table used holds
  working jsonb not null check (jsonb_typeof(working) = 'array'),
  created_by text references app_user,
  created_at timestamptz not null default clock_timestamp(),
  constraint withheld_once_a_month unique (anchor_id, month)
);
do $$
declare name text;
begin
  foreach name in array array['tax_profile', 'tax_input', 'tax_withholding'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', name || '_append_only', name);
    execute format('create trigger %I before truncate on %I execute function refuse_change()', name || '_no_truncate', name);
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select to faircast_app using (((select app_role()) in (''anchor'', ''finance'', ''compliance'', ''admin'', ''system'')) and anchor_id in (select id from anchor))', name || '_read', name);
    execute format('create policy %I on %I for insert to faircast_app with check ((select app_role()) in (''finance'', ''system''))', name || '_write', name);
  end loop;
end $$;
-- A cumulation only runs forward: a month before one that was withheld already would leave that one wrong.
create function refuse_earlier_withholding() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from tax_withholding w where w.anchor_id = new.anchor_id and w.month > new.month) then
    raise exception 'a later month of anchor % was withheld already', new.anchor_id using errcode = '23001';
  end if;
  return new;
end $$;
create trigger tax_withholding_runs_forward before insert on tax_withholding for each row execute function refuse_earlier_withholding();

grant select, insert on tax_profile, tax_input, tax_withholding to faircast_app;
