-- Every night the books are checked, and whenever somebody asks: what was found stays as it was found.
create table book_check_run (
  id int generated always as identity primary key,
  checked_at timestamptz not null default clock_timestamp(),
  took_ms int not null check (took_ms >= 0),
  asked_by text references app_user, -- null: the night's own check
  rules int not null check (rules > 0),
  broken int not null check (broken between 0 and rules),
  checks jsonb not null check (jsonb_typeof(checks) = 'array' and jsonb_array_length(checks) = rules)
);
create trigger book_check_run_append_only before update or delete on book_check_run for each row execute function refuse_change();
create trigger book_check_run_no_truncate before truncate on book_check_run execute function refuse_change();
alter table book_check_run enable row level security;
create policy book_check_run_read on book_check_run for select to faircast_app using ((select app_role()) in ('finance', 'compliance', 'admin', 'system'));
create policy book_check_run_write on book_check_run for insert to faircast_app with check ((select app_role()) in ('finance', 'compliance', 'admin', 'system'));
grant select, insert on book_check_run to faircast_app;

-- One check at a time, begun anew when its worker is silent. A house that is switched off at night is checked once in the morning.
select pgboss.create_queue('check-books', '{"policy":"singleton","retryLimit":2,"retryDelay":30,"expireInSeconds":7200,"heartbeatSeconds":15}');
select pgboss.create_queue('__pgboss__send-it', '{"policy":"standard"}'); -- the queue of the clock itself
insert into pgboss.schedule (name, cron, timezone, options) values ('check-books', '20 3 * * *', 'Asia/Shanghai', '{"missed":"once"}');
