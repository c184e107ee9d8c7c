/** What a constraint means to the person who ran into it. */
export interface ConstraintMeaning {
  kind: 'conflict' | 'invalid';
  code: string;
  message: string;
  /** Fields of the input to complain at; a record's children stand under the name of their list. */
  fields: readonly string[];
}

const conflict = (code: string, message: string, ...fields: string[]): ConstraintMeaning => ({
  kind: 'conflict',
  code,
  message,
  fields,
});
const taken = (...fields: string[]): ConstraintMeaning => ({
  kind: 'conflict',
  code: 'already_exists',
  message: 'already in use',
  fields,
});
const endsTooEarly = (...fields: string[]): ConstraintMeaning => ({
  kind: 'invalid',
  code: 'ends_before_start',
  message: 'ends before it starts',
  fields,
});
const broken = (message: string, ...fields: string[]): ConstraintMeaning => ({
  kind: 'invalid',
  code: 'rule_broken',
  message,
  fields,
});

/**
 * By the database's own names. PostgreSQL hides the columns of a refusal on tables with row-level security, so each
 * key and each rule over several columns that an input can run into is named here; a check of one column names itself.
 */
export const MEANING: Readonly<Record<string, ConstraintMeaning>> = {
  anchor_streams_do_not_overlap: conflict(
    'stream_overlaps',
    'this anchor already has a stream at that time',
    'startsAt',
  ),
  one_version_in_force: conflict(
    'version_overlaps',
    'another version of this contract is in force on some of these days',
    'effectiveFrom',
  ),
  one_rule_for_a_scope_on_a_day: conflict(
    'rule_overlaps',
    'another active rule covers the same scope on some of these days',
    'rules',
  ),
  tiers_do_not_overlap: conflict('tiers_overlap', 'two tiers cover the same cumulative sales', 'tiers'),
  settlement_line_key: conflict('already_settled', 'another run settled these lines first'),
  one_journal_per_source: conflict('already_posted', 'this was posted to the journal already'),
  approver_is_another_person: conflict('four_eyes', 'the person who prepared a payout cannot approve it'),
  guardian_consent_four_eyes: conflict(
    'four_eyes',
    "the person who recorded a guardian's consent cannot confirm it",
  ),
  contract_acceptance_contract_version_id_side_key: conflict(
    'already_accepted',
    'this side has accepted this version already',
  ),
  contract_promise_objection_evidence_id_key: conflict(
    'already_objected',
    'there is an objection to this already',
    'evidenceId',
  ),
  line_disputed_once: conflict('already_disputed', 'this line is disputed already'),
  entry_disputed_once: conflict('already_disputed', 'this entry is disputed already'),
  statement_answer_pkey: conflict('already_answered', 'this statement is accepted already'),
  one_outcome_per_dispute: conflict('proposal_waits', 'this dispute is being decided by somebody else'),
  dispute_four_eyes: conflict('four_eyes', 'who proposed to uphold a dispute cannot approve it'),
  one_silence_term_per_version: conflict('term_exists', 'this version has a clause on silence already'),
  payee_four_eyes: conflict('four_eyes', 'who asked for a change of payee cannot approve it'),
  one_payee_change_at_a_time: conflict('change_pending', 'another change of this payee is waiting'),
  payouts_within_what_is_due: conflict('more_than_due', 'this is more than what is due of the statement'),
  payout_once_in_a_batch: conflict('payout_twice', 'this payout is in the batch already'),
  one_way_per_payout: conflict('in_batch', 'this payout is on its way in another batch'),
  batch_has_its_approvers: conflict('more_approvers_needed', 'more people have to approve this batch'),
  batch_approver_is_another_person: conflict(
    'four_eyes',
    'who prepared, changed or submitted a batch cannot approve it',
  ),
  payout_batch_approval_pkey: conflict('approved_already', 'you approved this batch already'),
  batch_filed_once: conflict('already_filed', 'the file of this batch was written already'),
  return_file_once: conflict('same_file', 'this return file was taken already'),
  withheld_once_a_month: conflict('withheld_already', 'the tax of this month was withheld already'),
  one_live_payout_per_statement: conflict(
    'payout_exists',
    'this statement has a payout already',
    'statementId',
  ),
  sample_seal_seal_number_key: conflict(
    'seal_number_taken',
    'another sample has this seal number',
    'sealNumber',
  ),
  sample_seal_in_force: conflict('supersede_first', 'another sealed sample of this product is in force'),
  sample_face_photo: conflict('photo_used', 'one of these photos shows another sample already', 'faces'),
  inspection_unit_photo_once: conflict(
    'photo_used',
    'one of these photos shows another unit already',
    'photos',
  ),
  inspection_one_open_lot: conflict('lot_open', 'another lot of this product is being inspected'),
  statement_anchor_id_month_key: conflict(
    'already_issued',
    'the statements of this month are issued already',
  ),

  debtor_is_whole: broken('name, bank and number of the paying account come together', 'debtor'),
  studio_has_a_name: broken('a studio, and no other, names who invoices', 'payeeName'),

  app_user_email_key: taken('email'),
  team_name_key: taken('name'),
  brand_name_key: taken('name'),
  anchor_account_platform_external_id_key: taken('accounts'),
  anchor_payee_anchor_id_key: taken('anchorId'),
  product_listing_platform_external_id_key: taken('listings'),
  deal_line_deal_id_product_id_key: taken('lines'),
  stream_item_stream_id_position_key: taken('items'),
  stream_item_stream_id_product_id_key: taken('items'),
  contract_no_key: taken('no'),
  contract_version_contract_id_version_no_key: taken('versionNo'),
  contract_clause_contract_version_id_clause_no_key: taken('clauses'),
  share_part_tier_id_party_id_key: taken('parts'),
  one_residual_per_tier: taken('parts'),
  share_part_pkey: taken('parts'),
  party_anchor_id_key: taken('anchorId'),
  party_one_agency: taken('kind'),
  import_mapping_name_key: taken('name'),
  import_mapping_header_key_key: taken('mapping'),

  brand_blacklist_check: endsTooEarly('endsOn'),
  case_hold_check: endsTooEarly('paidTo'),
  pay_component_check: broken('the cap is below the minimum', 'components'),
  pay_component_contract_version_id_position_key: taken('components'),
  deal_fee_reverses_id_key: conflict('reversed_already', 'this fee was given back already', 'id'),
  app_user_check: broken('the role anchor, and no other, names an anchor', 'anchorId'),
  deal_check: endsTooEarly('endsOn'),
  stream_check: endsTooEarly('endsAt'),
  contract_check: endsTooEarly('endsOn'),
  contract_version_effective_check: endsTooEarly('effectiveTo'),
  contract_promise_check: endsTooEarly('endsOn'),
  contract_promise_check1: broken('a figure and its unit come together', 'unit'),
  contract_finding_decision_check: broken('a decision has a reason', 'reason'),
  guardian_consent_check: broken('say what the relation is', 'relationNote'),
  share_rule_effective_check: endsTooEarly('effectiveTo'),
  share_tier_check: endsTooEarly('toFen'),
  party_check: broken('a party of the kind anchor, and no other, names an anchor', 'anchorId'),
};
