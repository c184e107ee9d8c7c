-- From draft to force: every step is a row, both sides' acceptance is evidence, and the database holds the order.

-- What the office did; the anchor's steps are the acceptances and remarks themselves.
create table contract_event (
  id int generated always as identity primary key,
  contract_version_id int not null references contract_version,
  step text not null check (step in ('submit', 'return', 'send', 'withdraw', 'activate')),
  from_stage text not null,
  to_stage text not null,
  reason text check (length(reason) between 1 and 2000),
  actor_id text references app_user,
  at timestamptz not null default now()
);
create index contract_event_version on contract_event (contract_version_id, id);
create trigger contract_event_append_only before update or delete on contract_event for each row execute function refuse_change();
create trigger contract_event_no_truncate before truncate on contract_event execute function refuse_change();

-- What the anchor says to a clause (null: to the whole), and what the office answers.
create table contract_remark (
  id int generated always as identity primary key,
  contract_version_id int not null references contract_version,
  clause_no text,
  kind text not null check (kind in ('comment', 'request_change', 'accept', 'answer')),
  body text not null check (length(body) <= 4000),
  outcome text check (outcome in ('agreed', 'declined')),
  parent_id int references contract_remark,
  author_id text not null references app_user,
  author_side text not null check (author_side in ('anchor', 'agency')),
  created_at timestamptz not null default now(),
  check ((kind = 'answer') = (parent_id is not null)),
  check ((kind = 'answer') = (author_side = 'agency')),
  check (outcome is null or kind = 'answer'),
  check (kind = 'accept' or body <> '')
);
create index contract_remark_version on contract_remark (contract_version_id, id);
create index contract_remark_parent on contract_remark (parent_id);
create trigger contract_remark_append_only before update or delete on contract_remark for each row execute function refuse_change();
create trigger contract_remark_no_truncate before truncate on contract_remark execute function refuse_change();

-- A guardian's consent to a contract of somebody of 16 or 17: written down by one, confirmed by another person.
create table guardian_consent (
  id int generated always as identity primary key,
  contract_version_id int not null references contract_version,
  guardian_name text not null check (length(guardian_name) between 1 and 60),
  relation text not null check (relation in ('father', 'mother', 'other')),
  relation_note text check (length(relation_note) between 1 and 200),
  document_id int not null references contract_document,
  recorded_by text not null references app_user,
  recorded_at timestamptz not null default now(),
  confirmed_by text references app_user,
  confirmed_at timestamptz,
  check (relation <> 'other' or relation_note is not null),
  check ((confirmed_by is null) = (confirmed_at is null)),
  constraint guardian_consent_four_eyes check (confirmed_by <> recorded_by)
);
create index guardian_consent_version on guardian_consent (contract_version_id, id desc);

create function refuse_consent_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.confirmed_at is not null
      or to_jsonb(new) - array['confirmed_by', 'confirmed_at'] <> to_jsonb(old) - array['confirmed_by', 'confirmed_at'] then
    raise exception 'a guardian''s consent is confirmed once and never edited' using errcode = '23001';
  end if;
  return new;
end $$;
create trigger guardian_consent_frozen before update or delete on guardian_consent for each row execute function refuse_consent_change();

-- One side's word: what it was shown (by hash), the sentence it agreed to, when, from where.
create table contract_acceptance (
  id int generated always as identity primary key,
  contract_version_id int not null references contract_version,
  side text not null check (side in ('anchor', 'agency')),
  method text not null check (method in ('portal', 'paper')),
  signer_name text not null check (length(signer_name) between 1 and 80),
  statement text not null check (length(statement) between 1 and 4000),
  lang text not null check (lang in ('zh', 'en')),
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  terms_sha256 text not null check (terms_sha256 ~ '^[0-9a-f]{64}$'),
  accepted_by text references app_user,
  accepted_at timestamptz not null default now(),
  ip_address text,
  user_agent text check (length(user_agent) <= 500),
  signed_on date,
  document_id int references contract_document,
  note text check (length(note) between 1 and 2000),
  unique (contract_version_id, side),
  check ((method = 'paper') = (signed_on is not null)),
  check (method = 'paper' or ip_address is not null)
);
create trigger contract_acceptance_append_only before update or delete on contract_acceptance for each row execute function refuse_change();
create trigger contract_acceptance_no_truncate before truncate on contract_acceptance execute function refuse_change();

-- The anchor's word and the version's step are one deed; the time is the database's.
-- What a version's share terms come to, the same for whoever asks: an anchor sees the own parts alone, and signs for all.
create function version_terms_sha256(version_id int) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select encode(sha256(convert_to(jsonb_build_object('version', v.version_no, 'from', lower(v.effective), 'rules', coalesce((
    select jsonb_agg(jsonb_build_object('clause', k.clause_no, 'platform', r.platform, 'brand', r.brand_id, 'product', r.product_id,
        'stream', r.stream_id, 'base', r.base, 'refund', r.tier_on_refund, 'from', lower(r.effective), 'tiers', (
          select jsonb_agg(jsonb_build_object('from', t.from_fen, 'to', t.to_fen, 'parts', (
              select jsonb_agg(jsonb_build_array(p.position, p.party_id, p.takes_from, p.rate_bps) order by p.position)
                from share_part p where p.tier_id = t.id)) order by t.from_fen)
            from share_tier t where t.rule_id = r.id)) order by r.id)
      from share_rule r join contract_clause k on k.id = r.clause_id where r.contract_version_id = v.id), '[]'))::text, 'UTF8')), 'hex')
    from contract_version v where v.id = version_id
$$;
revoke execute on function version_terms_sha256 from public;
grant execute on function version_terms_sha256 to faircast_app;

create function apply_acceptance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare version contract_version;
begin
  new.accepted_at := now();
  select * into version from contract_version where id = new.contract_version_id for update;
  if version.status <> 'draft' or version.stage <> (case new.side when 'anchor' then 'sent' else 'accepted' end) then
    raise exception 'a version is accepted when it was sent, the agency''s word comes after the anchor''s' using errcode = '23001';
  end if;
  if new.text_sha256 is distinct from (select text_sha256 from contract_review where id = last_review_id(version.id))
      or new.terms_sha256 is distinct from version_terms_sha256(version.id) then
    raise exception 'an acceptance names the text and the terms as they are' using errcode = '23001';
  end if;
  return new;
end $$;
create trigger contract_acceptance_applies before insert on contract_acceptance for each row execute function apply_acceptance();

create function mark_version_accepted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.side = 'anchor' then
    update contract_version set stage = 'accepted', row_version = row_version + 1 where id = new.contract_version_id;
  end if;
  return null;
end $$;
create trigger contract_acceptance_marks after insert on contract_acceptance for each row execute function mark_version_accepted();

-- The text of a version is settled from the day compliance looks at it: has_confirmed_version now means "not a draft any more".
create or replace function has_confirmed_version(version_ids int[]) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare found_version record; has_confirmed boolean := false;
begin
  for found_version in select status, stage from contract_version where id = any(version_ids) order by id for share loop
    has_confirmed := has_confirmed or found_version.status <> 'draft' or found_version.stage <> 'draft';
  end loop;
  return has_confirmed;
end $$;

-- Why a version under review may not go out: undecided findings of weight, or no reading at all.
create function has_open_findings(version_id int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from contract_review where contract_version_id = version_id)
    or exists (select from contract_finding f
        where f.review_id = last_review_id(version_id) and f.state = 'open' and (f.severity in ('block', 'high') or f.to_confirm))
$$;
revoke execute on function has_open_findings from public;

create or replace function refuse_version_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  kept_in_force constant text[] := array['effective', 'row_version'];
  steps constant text[] := array['stage', 'row_version', 'status', 'confirmed_at', 'confirmed_by', 'sent_at', 'submitted_by'];
begin
  if tg_op = 'INSERT' then
    if new.status <> 'draft' or new.stage <> 'draft' then perform refuse_confirmed_edit(); end if;
    return new;
  end if;
  if old.status <> 'draft' then
    if tg_op = 'DELETE' or to_jsonb(new) - kept_in_force <> to_jsonb(old) - kept_in_force or lower(new.effective) <> lower(old.effective)
        or coalesce(upper(new.effective), 'infinity') > coalesce(upper(old.effective), 'infinity') then
      perform refuse_confirmed_edit();
    end if;
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    if old.stage <> 'draft' then perform refuse_confirmed_edit(); end if;
    return old;
  end if;
  if old.stage <> 'draft' and to_jsonb(new) - steps <> to_jsonb(old) - steps then perform refuse_confirmed_edit(); end if;
  if new.status <> 'draft' then
    if new.status <> 'active' or new.confirmed_at is distinct from now() then
      raise exception 'a contract version is confirmed at the moment it is confirmed' using errcode = '23001';
    end if;
    if old.stage <> 'accepted' or new.stage <> 'accepted'
        or (select count(*) from contract_acceptance where contract_version_id = old.id) <> 2 then
      raise exception 'a contract version comes into force when both sides have accepted it' using errcode = '23001';
    end if;
  end if;
  if new.stage <> old.stage then
    if (old.stage, new.stage) not in (('draft', 'review'), ('review', 'draft'), ('review', 'sent'), ('sent', 'accepted'),
        ('sent', 'withdrawn'), ('accepted', 'withdrawn')) then
      raise exception 'a contract version does not go from % to %', old.stage, new.stage using errcode = '23001';
    end if;
    if new.stage = 'sent' and has_open_findings(old.id) then
      raise exception 'a version with open findings of weight is not sent' using errcode = '23001';
    end if;
    if new.stage = 'accepted' and not exists (select from contract_acceptance where contract_version_id = old.id and side = 'anchor') then
      raise exception 'a version is accepted by its anchor' using errcode = '23001';
    end if;
  end if;
  -- what the anchor was shown once stays shown
  if old.sent_at is not null and new.sent_at is distinct from old.sent_at then perform refuse_confirmed_edit(); end if;
  return new;
end $$;

alter table contract_event enable row level security;
create policy contract_event_read on contract_event for select to faircast_app using (
  contract_version_id in (select id from contract_version) and ((select app_is_staff()) or to_stage in ('sent', 'withdrawn', 'active')));
create policy contract_event_write on contract_event for insert to faircast_app
  with check ((select app_is_staff()) and contract_version_id in (select id from contract_version));
alter table contract_remark enable row level security;
create policy contract_remark_read on contract_remark for select to faircast_app
  using (contract_version_id in (select id from contract_version));
create policy contract_remark_own on contract_remark for insert to faircast_app with check (
  (select app_role()) = 'anchor' and author_side = 'anchor' and author_id = (select app_user_id())
    and contract_version_id in (select id from contract_version));
create policy contract_remark_answer on contract_remark for insert to faircast_app with check (
  (select app_is_staff()) and author_side = 'agency' and contract_version_id in (select id from contract_version));
alter table guardian_consent enable row level security;
create policy guardian_consent_staff on guardian_consent for all to faircast_app
  using ((select app_is_staff()) and contract_version_id in (select id from contract_version))
  with check ((select app_is_staff()) and contract_version_id in (select id from contract_version));
alter table contract_acceptance enable row level security;
create policy contract_acceptance_read on contract_acceptance for select to faircast_app
  using (contract_version_id in (select id from contract_version));
create policy contract_acceptance_own on contract_acceptance for insert to faircast_app with check (
  (select app_role()) = 'anchor' and side = 'anchor' and method = 'portal' and accepted_by = (select app_user_id())
    and contract_version_id in (select id from contract_version));
-- The office speaks for the agency, and writes down what was signed on paper; it never clicks for an anchor.
create policy contract_acceptance_agency on contract_acceptance for insert to faircast_app with check (
  (select app_is_staff()) and (side = 'agency' or method = 'paper') and contract_version_id in (select id from contract_version));
create policy contract_document_of_acceptance on contract_document for select to faircast_app using (
  (select app_role()) = 'anchor' and id in (select document_id from contract_acceptance));

grant select, insert on contract_event, contract_remark, contract_acceptance, guardian_consent to faircast_app;
grant update (confirmed_by, confirmed_at) on guardian_consent to faircast_app;
