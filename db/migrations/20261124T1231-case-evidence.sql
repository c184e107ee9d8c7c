-- What a case rests on: photos and inspections.

alter table substitution_case add foreign key (inspection_id) references inspection;
alter table case_evidence add foreign key (photo_id) references photo;
alter table case_evidence add foreign key (inspection_id) references inspection;
create index case_evidence_inspection on case_evidence (inspection_id) where inspection_id is not null;

-- A sample that an open case speaks of is not given away.
create or replace function sample_has_open_case(asked int) returns boolean language sql stable as $$
  select exists (
    select from substitution_case c
      join inspection i on i.id = c.inspection_id or i.id in (select e.inspection_id from case_evidence e where e.case_id = c.id)
     where c.stage <> 'closed' and i.sample_id = asked)
$$;
