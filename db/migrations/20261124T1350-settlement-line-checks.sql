-- A run writes a million lines, so what is asked of each line is asked once and in the fewest steps: three checks
-- become one, and who writes is looked up once a statement instead of compared once a line.
alter table settlement_line
  drop constraint settlement_line_seq_check,
  drop constraint settlement_line_kind_check,
  drop constraint amendment_names_what_it_amends,
  add constraint amendment_names_what_it_amends check (case
    when kind = 0 then seq = 0 and amends_line_id is null and amends_seq is null
    else kind in (1, 2) and seq >= 0 and amends_line_id is not null and amends_seq is not null
      and (amends_line_id <> line_id or amends_seq < seq) end);
drop policy settlement_line_write on settlement_line;
create policy settlement_line_write on settlement_line for insert to faircast_app with check ((select app_role() in ('finance', 'admin', 'system')));

-- Answers a query about lines and their shares. Parallel workers take whole calls of it: PostgreSQL divides no window
-- function among them by itself, and a run asks for the lines of half the anchors twice. It runs as who calls it, so it
-- answers nothing the caller could not ask for.
create function read_line_shares(query text)
  returns table (line_id bigint, anchor_id int, tier_id int, cumulative_fen bigint, sales_fen bigint, base_fen bigint, parts_fen bigint[])
  language plpgsql stable parallel safe cost 1000000 rows 500000 as $$ begin return query execute query; end $$;
revoke all on function read_line_shares(text) from public;
grant execute on function read_line_shares(text) to faircast_app;
