-- Whether a guardian has consented, the same for whoever asks: an anchor accepts under it and does not read the paper.
create function guardian_consent_state(version_id int) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select case when confirmed_at is null then 'recorded' else 'confirmed' end
    from guardian_consent where contract_version_id = version_id order by id desc limit 1
$$;
revoke execute on function guardian_consent_state from public;
grant execute on function guardian_consent_state to faircast_app;
