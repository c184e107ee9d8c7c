-- The code on a printed statement, derived as api/pdf/content-hash.ts derives it: a printed copy is found by it.
create function verification_code(no text, hash text) returns text language sql immutable parallel safe as $$
  select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (get_byte(d, i) & 31) + 1, 1) || case when i = 3 then '-' else '' end, '' order by i)
    from (select sha256(convert_to(no || E'\n' || hash, 'UTF8')) as d) x, generate_series(0, 7) i
$$;
create index statement_verification on statement (verification_code(no, content_sha256));
