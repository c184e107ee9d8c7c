-- 暂估: what lines that are paid and not settled by a month's end would give, booked in that month and taken back whole when it
-- is closed. It stands on accounts of the agency's own: nobody's balance moves before a line settles.

alter table account drop constraint account_kind_check;
alter table account add constraint account_kind_check
  check (kind in ('clearing', 'party', 'bank', 'agency', 'held', 'holdback', 'advance', 'tax', 'accrued'));
insert into account (code, kind) values
  ('accrued_platform', 'accrued'), -- what the platforms are expected to owe
  ('accrued_payable', 'accrued'),  -- of it, what anchors and others would get
  ('accrued_house', 'accrued');    -- of it, what would stay with the house
alter table journal drop constraint journal_source_type_check;
alter table journal add constraint journal_source_type_check check (source_type in ('settlement', 'payout', 'payout_return', 'pay_entry', 'accrual'));

create table accrual (
  id int generated always as identity primary key,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),        -- estimated at the end of
  posted_month text not null check (posted_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  anchor_id int not null references anchor,
  lines int not null check (lines > 0),
  payable_fen bigint not null,
  house_fen bigint not null,
  parts jsonb not null check (jsonb_typeof(parts) = 'array'), -- [{partyId, amountFen}]
  reverses_id int unique references accrual,
  source_key text not null unique,
  journal_id bigint not null unique references journal,
  created_by text references app_user,
  created_at timestamptz not null default clock_timestamp(),
  constraint accrual_is_of_something check (payable_fen <> 0 or house_fen <> 0),
  constraint accrual_is_posted_where_it_belongs check (posted_month >= month and (reverses_id is not null or posted_month = month))
);
create index accrual_month on accrual (month, anchor_id);
create trigger accrual_append_only before update or delete on accrual for each row execute function refuse_change();
create trigger accrual_no_truncate before truncate on accrual execute function refuse_change();
-- Estimates belong before the close: a closed month knows what it gave.
create function refuse_closed_month_accrual() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.reverses_id is null and exists (select from month_close c where c.month >= new.month) then
    raise exception 'month % is closed: nothing is accrued in it any more', new.month using errcode = '23001';
  end if;
  return new;
end $$;
create trigger accrual_in_open_month before insert on accrual for each row execute function refuse_closed_month_accrual();
alter table accrual enable row level security;
create policy accrual_read on accrual for select to faircast_app using ((select app_role()) in ('finance', 'compliance', 'admin', 'system'));
create policy accrual_write on accrual for insert to faircast_app with check ((select app_role()) in ('finance', 'admin', 'system'));
grant select, insert on accrual to faircast_app;
