-- What the reader found in a version, and what people decided about each finding. A review is written once; reading again
-- makes a new one, and the latest counts. A decision is never edited: the next one is.

create table contract_review (
  id int generated always as identity primary key,
  contract_version_id int not null references contract_version on delete cascade,
  reader_version text not null,
  source text not null check (source in ('layer', 'ocr', 'pasted', 'typed')),
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  body text not null,
  clauses jsonb not null,
  summary jsonb not null,
  reviewed_by text references app_user,
  reviewed_at timestamptz not null default now()
);
create index contract_review_version on contract_review (contract_version_id, id desc);

create table contract_finding (
  id int generated always as identity primary key,
  review_id int not null references contract_review on delete cascade,
  contract_version_id int not null references contract_version on delete cascade,
  type text not null check (length(type) between 1 and 60),
  severity text not null check (severity in ('block', 'high', 'medium', 'low')),
  origin text not null check (origin in ('reader', 'hand', 'terms')),
  -- the same finding in another reading of the same words
  fingerprint text not null,
  clause_no text,
  start_at int not null check (start_at >= 0),
  end_at int not null check (end_at >= start_at),
  quote text not null,
  bases jsonb not null,
  -- name, advice, reason, suggestion, questions, in both languages, as they were said
  words jsonb not null,
  negotiability text not null check (negotiability in ('must', 'should', 'tradable')),
  -- found in text that a machine read from a picture: a person has to look
  to_confirm boolean not null,
  -- both follow from the decisions, written by their trigger
  state text not null default 'open' check (state in ('open', 'waived', 'dismissed')),
  added_by text references app_user,
  created_at timestamptz not null default now()
);
create index contract_finding_review on contract_finding (review_id, start_at);
create index contract_finding_version on contract_finding (contract_version_id);

create table contract_finding_decision (
  id int generated always as identity primary key,
  finding_id int not null references contract_finding,
  kind text not null check (kind in ('dismiss', 'restore', 'confirm', 'waive')),
  reason text check (length(reason) between 1 and 2000),
  decided_by text references app_user,
  decided_at timestamptz not null default now(),
  -- a decision on the same finding of the reading before
  carried_from_id int references contract_finding_decision,
  check (kind = 'confirm' or reason is not null)
);
create index contract_finding_decision_finding on contract_finding_decision (finding_id, id desc);
create trigger contract_finding_decision_append_only before update or delete on contract_finding_decision for each row execute function refuse_change();
create trigger contract_finding_decision_no_truncate before truncate on contract_finding_decision execute function refuse_change();

-- Who brought a text in does not judge it; what weighs heavily is judged by compliance.
create function apply_finding_decision() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  finding contract_finding;
  earlier contract_finding_decision;
  uploaders text[];
begin
  select * into finding from contract_finding where id = new.finding_id for update;
  if new.carried_from_id is not null then
    select * into earlier from contract_finding_decision where id = new.carried_from_id;
    if earlier.kind <> new.kind or earlier.decided_by is distinct from new.decided_by or earlier.reason is distinct from new.reason
        or (select fingerprint from contract_finding where id = earlier.finding_id) <> finding.fingerprint then
      raise exception 'a decision is carried over as it was made' using errcode = '23001';
    end if;
    new.decided_at := earlier.decided_at;
  else
    new.decided_at := now();
    if app_user_id() is distinct from new.decided_by and app_role() is distinct from 'system' then
      raise exception 'a decision is made in the own name' using errcode = '23001';
    end if;
    select array[d.uploaded_by, v.created_by, v.submitted_by] into uploaders
      from contract_version v left join contract_document d on d.id = v.document_id where v.id = finding.contract_version_id;
    if new.kind in ('waive', 'dismiss') and (new.kind = 'waive' or finding.severity in ('block', 'high')) then
      if app_role() is distinct from 'compliance' then
        raise exception 'a finding of this weight is decided by compliance' using errcode = '23001';
      end if;
      if new.decided_by = any(uploaders) then
        raise exception 'who brought the text in does not judge it' using errcode = '23001';
      end if;
    end if;
  end if;
  if new.kind = 'waive' and finding.severity <> 'high' then
    raise exception 'only a high finding is waived' using errcode = '23001';
  end if;
  update contract_finding set
    state = case new.kind when 'waive' then 'waived' when 'dismiss' then 'dismissed' when 'restore' then 'open' else state end,
    to_confirm = to_confirm and new.kind not in ('confirm', 'dismiss', 'waive')
   where id = new.finding_id;
  return new;
end $$;
create trigger contract_finding_decision_applies before insert on contract_finding_decision for each row execute function apply_finding_decision();

-- A draft may have been read in other words before it was sent: an anchor sees the last reading alone.
create function last_review_id(version_id int) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select max(id) from contract_review where contract_version_id = version_id
$$;
revoke execute on function last_review_id from public;
grant execute on function last_review_id to faircast_app;

alter table contract_review enable row level security;
create policy contract_review_read on contract_review for select to faircast_app using (
  contract_version_id in (select id from contract_version) and ((select app_is_staff()) or id = last_review_id(contract_version_id)));
create policy contract_review_write on contract_review for insert to faircast_app
  with check ((select app_is_staff()) and contract_version_id in (select id from contract_version));
alter table contract_finding enable row level security;
-- A false alarm is not shown to the anchor; everything else is, the waived ones with their reason.
create policy contract_finding_read on contract_finding for select to faircast_app using (
  review_id in (select id from contract_review) and ((select app_is_staff()) or state <> 'dismissed'));
create policy contract_finding_write on contract_finding for insert to faircast_app
  with check ((select app_is_staff()) and state = 'open' and contract_version_id in (select id from contract_version));
alter table contract_finding_decision enable row level security;
create policy contract_finding_decision_read on contract_finding_decision for select to faircast_app
  using (finding_id in (select id from contract_finding));
create policy contract_finding_decision_write on contract_finding_decision for insert to faircast_app
  with check ((select app_is_staff()) and finding_id in (select id from contract_finding));
grant select, insert on contract_review, contract_finding, contract_finding_decision to faircast_app;
