-- A sample that an open case speaks of is not given away: whose inspection it rests on, or whose photo or comparison is evidence.
create or replace function sample_has_open_case(asked int) returns boolean language sql stable as $$
  select exists (
    select from substitution_case c
      join inspection i on i.id = c.inspection_id or i.id in (select e.inspection_id from case_evidence e where e.case_id = c.id)
     where c.stage <> 'closed' and i.sample_id = asked)
  or exists (
    select from sample_face f
      join case_evidence e on e.photo_id = f.photo_id or e.photo_comparison_id in (select m.id from photo_comparison m where m.sealed_face_id = f.id)
      join substitution_case c on c.id = e.case_id
     where f.sample_id = asked and c.stage <> 'closed')
$$;
