-- What the machine found in one photo, as a piece of evidence: kept as it was then, with the word of the person beside it.
alter table case_evidence add column photo_comparison_id int references photo_comparison;
alter table case_evidence drop constraint case_evidence_kind_check;
alter table case_evidence add constraint case_evidence_kind_check
  check (kind in ('photo', 'inspection', 'comparison', 'document', 'order_lines', 'note', 'answer', 'signal'));
alter table case_evidence add constraint case_evidence_comparison_check check ((kind = 'comparison') = (photo_comparison_id is not null));
