// Generated from the migrated database by `npm run generate`; edits are lost.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

export interface AccountTable {
  id: GeneratedAlways<number>;
  code: string;
  kind: string;
  party_id: number | null;
}

export interface AccrualTable {
  id: GeneratedAlways<number>;
  month: string;
  posted_month: string;
  anchor_id: number;
  lines: number;
  payable_fen: number;
  house_fen: number;
  parts: unknown;
  reverses_id: number | null;
  source_key: string;
  journal_id: number;
  created_by: string | null;
  created_at: Generated<string>;
}

export interface AgencyTable {
  id: Generated<number>;
  name: Generated<string>;
  credit_code: string | null;
  address: string | null;
  row_version: Generated<number>;
  sample_quota: number | null;
  sample_loan_days: number | null;
  public_url: string | null;
}

export interface AnchorTable {
  id: GeneratedAlways<number>;
  name: string;
  real_name: string | null;
  tier: Generated<string>;
  status: Generated<string>;
  manager_user_id: string | null;
  team_id: number | null;
  phone: string | null;
  born_on: string | null;
  joined_on: string | null;
  note: string | null;
  row_version: Generated<number>;
  created_at: Generated<string>;
  updated_at: Generated<string>;
}

export interface AnchorAccountTable {
  id: GeneratedAlways<number>;
  anchor_id: number;
  platform: string;
  external_id: string;
  nickname: string | null;
  binding: Generated<string>;
  created_at: Generated<string>;
}

export interface AnchorPayeeTable {
  id: GeneratedAlways<number>;
  anchor_id: number;
  kind: Generated<string>;
  account_name: string;
  bank_name: string;
  bank_account_sealed: string;
  bank_account_tail: string;
  updated_at: Generated<string>;
}

export interface AppUserTable {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  role: Generated<string>;
  scope: Generated<string>;
  team_id: number | null;
  anchor_id: number | null;
  locale: Generated<string>;
  banned: Generated<boolean>;
  ban_reason: string | null;
  ban_expires: string | null;
  two_factor_enabled: Generated<boolean>;
  row_version: Generated<number>;
  created_at: Generated<string>;
  updated_at: Generated<string>;
}

export interface AuditEntryTable {
  id: GeneratedAlways<number>;
  at: Generated<string>;
  actor_id: string | null;
  actor_role: string | null;
  action: string;
  entity: string;
  entity_id: string;
  before: unknown | null;
  after: unknown | null;
  request_id: string | null;
}

export interface BankReturnTable {
  id: GeneratedAlways<number>;
  batch_id: number;
  file_name: string;
  format: string;
  sha256: string;
  sealed: Buffer;
  match: unknown;
  uploaded_by: string;
  uploaded_at: Generated<string>;
}

export interface BookCheckRunTable {
  id: GeneratedAlways<number>;
  checked_at: Generated<string>;
  took_ms: number;
  asked_by: string | null;
  rules: number;
  broken: number;
  checks: unknown;
}

export interface BrandTable {
  id: GeneratedAlways<number>;
  name: string;
  company: string | null;
  credit_code: string | null;
  contact: string | null;
  status: Generated<string>;
  note: string | null;
  row_version: Generated<number>;
  created_at: Generated<string>;
  updated_at: Generated<string>;
}

export interface BrandBlacklistTable {
  id: GeneratedAlways<number>;
  brand_id: number;
  case_id: number | null;
  reason: string;
  starts_on: string;
  ends_on: string;
  listed_by: string | null;
  listed_at: Generated<string>;
  appeal_text: string | null;
  appeal_received_on: string | null;
  appeal_recorded_by: string | null;
  appeal_recorded_at: string | null;
  appeal_outcome: string | null;
  appeal_reason: string | null;
  appeal_decided_by: string | null;
  appeal_decided_at: string | null;
}

export interface CaseAnswerTable {
  case_id: number;
  kind: string;
  text: string;
  accepts: boolean | null;
  answered_on: string;
  recorded_by: string | null;
  recorded_at: Generated<string>;
}

export interface CaseDecisionTable {
  case_id: number;
  outcome: string;
  bearer: string | null;
  bearer_anchor_id: number | null;
  reason: string;
  fault_evidence_ids: Generated<number[]>;
  decided_by: string;
  decided_at: Generated<string>;
}

export interface CaseEvidenceTable {
  id: GeneratedAlways<number>;
  case_id: number;
  kind: string;
  title: string;
  note: Generated<string>;
  difference: string | null;
  photo_id: number | null;
  inspection_id: number | null;
  snapshot: unknown | null;
  file_sha256: string | null;
  file_name: string | null;
  media_type: string | null;
  size_bytes: number | null;
  sha256: string;
  added_by: string | null;
  added_at: Generated<string>;
  photo_comparison_id: number | null;
}

export interface CaseHoldTable {
  id: GeneratedAlways<number>;
  case_id: number;
  product_id: number;
  paid_from: string;
  paid_to: string | null;
  platform: string | null;
  stream_id: number | null;
  deal_id: number | null;
  anchor_id: number | null;
  reason: string;
  started_by: string | null;
  started_at: Generated<string>;
  ended_by: string | null;
  ended_at: string | null;
  end_reason: string | null;
}

export interface CaseHoldEndTable {
  hold_line_id: number;
  release_id: number;
  clawback_id: number | null;
}

export interface CaseHoldLineTable {
  id: GeneratedAlways<number>;
  hold_id: number;
  unit_id: number;
  line_id: number;
  seq: number;
  party_id: number;
  amount_fen: number;
  posting_id: number;
}

export interface CaseHoldPostingTable {
  id: GeneratedAlways<number>;
  hold_id: number;
  kind: string;
  party_id: number;
  anchor_id: number | null;
  concerns_month: string;
  month: string;
  amount_fen: number;
  entry_id: number | null;
  source_key: string;
  at: Generated<string>;
}

export interface CasePaperTable {
  id: GeneratedAlways<number>;
  case_id: number;
  kind: string;
  no: string;
  document: unknown;
  content_sha256: string;
  sha256: string;
  answer_by: string | null;
  created_by: string | null;
  created_at: Generated<string>;
}

export interface CaseRemedyTable {
  id: GeneratedAlways<number>;
  case_id: number;
  kind: string;
  note: string;
  amount_fen: number | null;
  due_on: string | null;
  state: Generated<string>;
  state_note: string | null;
  state_by: string | null;
  state_at: string | null;
  created_by: string | null;
  created_at: Generated<string>;
}

export interface CaseStepTable {
  id: GeneratedAlways<number>;
  case_id: number;
  step: string;
  from_stage: string;
  to_stage: string;
  reason: string | null;
  details: Generated<unknown>;
  actor_id: string | null;
  at: Generated<string>;
}

export interface CaseStopSaleTable {
  id: GeneratedAlways<number>;
  case_id: number;
  case_no: string;
  product_id: number;
  since: Generated<string>;
  lifted_at: string | null;
  lifted_by: string | null;
  lift_reason: string | null;
}

export interface ContractTable {
  id: GeneratedAlways<number>;
  no: string;
  anchor_id: number;
  title: string;
  status: Generated<string>;
  signed_on: string | null;
  starts_on: string;
  ends_on: string | null;
  note: string | null;
  row_version: Generated<number>;
  created_at: Generated<string>;
  updated_at: Generated<string>;
  shown_at: string | null;
}

export interface ContractAcceptanceTable {
  id: GeneratedAlways<number>;
  contract_version_id: number;
  side: string;
  method: string;
  signer_name: string;
  statement: string;
  lang: string;
  text_sha256: string;
  terms_sha256: string;
  accepted_by: string | null;
  accepted_at: Generated<string>;
  ip_address: string | null;
  user_agent: string | null;
  signed_on: string | null;
  document_id: number | null;
  note: string | null;
}

export interface ContractClauseTable {
  id: GeneratedAlways<number>;
  contract_version_id: number;
  clause_no: string;
  heading: string | null;
  body: string;
  position: number;
  start_at: number | null;
  end_at: number | null;
  depth: Generated<number>;
}

export interface ContractDocumentTable {
  id: GeneratedAlways<number>;
  contract_id: number;
  version_no: number | null;
  kind: string;
  file_name: string;
  format: string;
  size_bytes: number;
  sha256: string;
  outcome: string;
  source: string | null;
  body: string | null;
  page_spans: Generated<unknown>;
  warnings: Generated<unknown>;
  refusal_code: string | null;
  refusal_message: string | null;
  uploaded_by: string | null;
  uploaded_at: Generated<string>;
}

export interface ContractEventTable {
  id: GeneratedAlways<number>;
  contract_version_id: number;
  step: string;
  from_stage: string;
  to_stage: string;
  reason: string | null;
  actor_id: string | null;
  at: Generated<string>;
}

export interface ContractFindingTable {
  id: GeneratedAlways<number>;
  review_id: number;
  contract_version_id: number;
  type: string;
  severity: string;
  origin: string;
  fingerprint: string;
  clause_no: string | null;
  start_at: number;
  end_at: number;
  quote: string;
  bases: unknown;
  words: unknown;
  negotiability: string;
  to_confirm: boolean;
  state: Generated<string>;
  added_by: string | null;
  created_at: Generated<string>;
}

export interface ContractFindingDecisionTable {
  id: GeneratedAlways<number>;
  finding_id: number;
  kind: string;
  reason: string | null;
  decided_by: string | null;
  decided_at: Generated<string>;
  carried_from_id: number | null;
}

export interface ContractPromiseTable {
  id: GeneratedAlways<number>;
  contract_id: number;
  contract_version_id: number;
  clause_no: string | null;
  kind: string;
  title: string;
  target: number | null;
  unit: string | null;
  cadence: string;
  starts_on: string;
  ends_on: string | null;
  note: string | null;
  row_version: Generated<number>;
  created_by: string | null;
  created_at: Generated<string>;
}

export interface ContractPromiseEvidenceTable {
  id: GeneratedAlways<number>;
  promise_id: number;
  due_on: string;
  delivered: number;
  note: string;
  document_id: number | null;
  recorded_by: string | null;
  recorded_at: Generated<string>;
}

export interface ContractPromiseObjectionTable {
  id: GeneratedAlways<number>;
  evidence_id: number;
  reason: string;
  objected_by: string;
  objected_at: Generated<string>;
}

export interface ContractRemarkTable {
  id: GeneratedAlways<number>;
  contract_version_id: number;
  clause_no: string | null;
  kind: string;
  body: string;
  outcome: string | null;
  parent_id: number | null;
  author_id: string;
  author_side: string;
  created_at: Generated<string>;
}

export interface ContractReviewTable {
  id: GeneratedAlways<number>;
  contract_version_id: number;
  reader_version: string;
  source: string;
  text_sha256: string;
  body: string;
  clauses: unknown;
  summary: unknown;
  reviewed_by: string | null;
  reviewed_at: Generated<string>;
}

export interface ContractVersionTable {
  id: GeneratedAlways<number>;
  contract_id: number;
  version_no: number;
  status: Generated<string>;
  effective: string;
  summary: string | null;
  confirmed_by: string | null;
  confirmed_at: string | null;
  row_version: Generated<number>;
  created_at: Generated<string>;
  stage: Generated<string>;
  document_id: number | null;
  created_by: string | null;
  submitted_by: string | null;
  sent_at: string | null;
}

export interface DealTable {
  id: GeneratedAlways<number>;
  brand_id: number;
  title: string;
  status: Generated<string>;
  starts_on: string | null;
  ends_on: string | null;
  owner_user_id: string | null;
  note: string | null;
  row_version: Generated<number>;
  created_at: Generated<string>;
  updated_at: Generated<string>;
}

export interface DealFeeTable {
  id: GeneratedAlways<number>;
  deal_line_id: number;
  kind: string;
  stream_id: number | null;
  amount_fen: number;
  received_on: string;
  reference: string;
  reverses_id: number | null;
  recorded_by: string | null;
  recorded_at: Generated<string>;
}

export interface DealLineTable {
  id: GeneratedAlways<number>;
  deal_id: number;
  product_id: number;
  live_price_fen: number;
  list_price_fen: number | null;
  coupon_fen: Generated<number>;
  gifts: string | null;
  commission_rate_bps: number;
  service_rate_bps: Generated<number>;
  slot_fee_fen: Generated<number>;
  price_promise: string | null;
  exclusive: Generated<boolean>;
}

export interface DisputeTable {
  id: GeneratedAlways<number>;
  statement_id: number;
  anchor_id: number;
  line_id: number | null;
  line_seq: number | null;
  pay_entry_id: number | null;
  label: string;
  amount_fen: number;
  body: string;
  raised_by: string;
  raised_at: Generated<string>;
}

export interface DisputeAnswerTable {
  id: GeneratedAlways<number>;
  dispute_id: number;
  side: string;
  body: string;
  answered_by: string;
  answered_at: Generated<string>;
}

export interface DisputeFileTable {
  id: GeneratedAlways<number>;
  dispute_id: number;
  name: string;
  media_type: string;
  size_bytes: number;
  sha256: string;
  uploaded_by: string;
  uploaded_at: Generated<string>;
}

export interface DisputeOutcomeTable {
  id: GeneratedAlways<number>;
  dispute_id: number;
  outcome: string;
  adjustment_fen: number | null;
  reason: string;
  proposed_by: string;
  proposed_at: Generated<string>;
  decision: string | null;
  decision_reason: string | null;
  decided_by: string | null;
  decided_at: string | null;
  pay_entry_id: number | null;
}

export interface FrozenPdfTable {
  sha256: string;
  bytes: Buffer;
  created_at: Generated<string>;
}

export interface GuaranteeMonthTable {
  component_id: number;
  anchor_id: number;
  month: string;
  guaranteed_fen: number;
  counted_fen: number;
  true_up_fen: number;
}

export interface GuardianConsentTable {
  id: GeneratedAlways<number>;
  contract_version_id: number;
  guardian_name: string;
  relation: string;
  relation_note: string | null;
  document_id: number;
  recorded_by: string;
  recorded_at: Generated<string>;
  confirmed_by: string | null;
  confirmed_at: string | null;
}

export interface IdempotencyKeyTable {
  actor_id: string;
  route: string;
  key: string;
  fingerprint: string;
  status: number | null;
  body: unknown | null;
  created_at: Generated<string>;
}

export interface ImportMappingTable {
  id: GeneratedAlways<number>;
  name: string;
  platform: string;
  header_key: string;
  mapping: unknown;
  row_version: Generated<number>;
  created_by: string | null;
  created_at: Generated<string>;
}

export interface InspectionTable {
  id: GeneratedAlways<number>;
  kind: string;
  product_id: number;
  brand_id: number | null;
  sample_id: number;
  sealed_sha256: string;
  category: string;
  rules: unknown;
  status: Generated<string>;
  lot_no: string | null;
  lot_size: number | null;
  level: string | null;
  aql_major: string | null;
  aql_minor: string | null;
  stage: string | null;
  score: number | null;
  plan_major: unknown | null;
  plan_minor: unknown | null;
  is_resubmitted: Generated<boolean>;
  order_no: string | null;
  platform: string | null;
  bought_by: string | null;
  bought_at: string | null;
  received_at: string | null;
  paid_fen: number | null;
  note: string | null;
  started_by: string | null;
  started_at: Generated<string>;
  verdict: string | null;
  verdict_code: string | null;
  nonconforming_major: number | null;
  closed_by: string | null;
  closed_at: string | null;
  closing_note: string | null;
  content: string | null;
  content_sha256: string | null;
  row_version: Generated<number>;
}

export interface InspectionCustodyTable {
  id: GeneratedAlways<number>;
  inspection_id: number;
  step: string;
  at: string;
  place: string;
  holder: string;
  note: string | null;
  photo_id: number | null;
  recorded_by: string | null;
  recorded_at: Generated<string>;
}

export interface InspectionDecisionTable {
  id: GeneratedAlways<number>;
  difference_id: number;
  kind: string;
  criticality: string | null;
  reason: string;
  seen: unknown | null;
  decided_by: string;
  decided_at: Generated<string>;
}

export interface InspectionDifferenceTable {
  id: GeneratedAlways<number>;
  unit_id: number;
  origin: string;
  attribute: string | null;
  face: string | null;
  photo_comparison_id: number | null;
  outcome: string;
  code: string;
  values: Generated<unknown>;
  parts: unknown | null;
  box: unknown | null;
  sealed: string | null;
  shipped: string | null;
  criticality: string | null;
  state: Generated<string>;
  decided_criticality: string | null;
  created_at: Generated<string>;
}

export interface InspectionSwitchTable {
  id: GeneratedAlways<number>;
  brand_id: number;
  product_id: number;
  kind: string;
  is_production_steady: Generated<boolean>;
  reason: string;
  actor_id: string | null;
  at: Generated<string>;
}

export interface InspectionUnitTable {
  id: GeneratedAlways<number>;
  inspection_id: number;
  unit_no: number;
  batch: string | null;
  attributes: Generated<unknown>;
  barcode: string | null;
  barcode_source: string | null;
  note: string | null;
  inspected_on: string;
  comparison: Generated<unknown>;
  recorded_by: string | null;
  recorded_at: Generated<string>;
  row_version: Generated<number>;
}

export interface InspectionUnitPhotoTable {
  id: GeneratedAlways<number>;
  unit_id: number;
  face: string;
  photo_id: number;
  photo_sha256: string;
  added_by: string | null;
  added_at: Generated<string>;
}

export interface JournalTable {
  id: GeneratedAlways<number>;
  source_type: string;
  source_id: string;
  month: string;
  posted_at: Generated<string>;
  txid: Generated<string>;
}

export interface LoginAccountTable {
  id: string;
  user_id: string;
  account_id: string;
  provider_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: string | null;
  refresh_token_expires_at: string | null;
  scope: string | null;
  password: string | null;
  created_at: Generated<string>;
  updated_at: Generated<string>;
}

export interface LoginAttemptTable {
  key: string;
  points: Generated<number>;
  expire: number | null;
}

export interface LoginSessionTable {
  id: string;
  user_id: string;
  token: string;
  expires_at: string;
  ip_address: string | null;
  user_agent: string | null;
  impersonated_by: string | null;
  created_at: Generated<string>;
  updated_at: Generated<string>;
}

export interface LoginTwoFactorTable {
  id: string;
  user_id: string;
  secret: string;
  backup_codes: string;
  verified: boolean | null;
  failed_verification_count: number | null;
  locked_until: string | null;
}

export interface LoginVerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: string;
  created_at: Generated<string>;
  updated_at: Generated<string>;
}

export interface MonthCloseTable {
  month: string;
  closed_at: Generated<string>;
  closed_by: string | null;
}

export interface NoticeTable {
  id: GeneratedAlways<number>;
  user_id: string;
  kind: string;
  entity: string;
  entity_id: string;
  data: Generated<unknown>;
  source_key: string;
  at: Generated<string>;
  read_at: string | null;
}

export interface NumberSeriesTable {
  series: string;
  last_no: Generated<number>;
}

export interface OfferedProductTable {
  product_id: ColumnType<number | null, never, never>;
}

export interface OrderFileTable {
  sha256: string;
  name: string;
  size_bytes: number;
  stored_at: Generated<string>;
}

export interface OrderImportTable {
  id: GeneratedAlways<number>;
  file_sha256: string | null;
  file_name: string;
  profile: string;
  platform: string;
  mapping_id: number | null;
  mapping: unknown | null;
  status: Generated<string>;
  cancel_requested: Generated<boolean>;
  bytes_total: Generated<number>;
  bytes_read: Generated<number>;
  lines: Generated<number>;
  stored: Generated<number>;
  updated: Generated<number>;
  unchanged: Generated<number>;
  rejected: Generated<number>;
  paid_fen: Generated<number>;
  settled_fen: Generated<number>;
  refunded_fen: Generated<number>;
  failure: string | null;
  created_by: string | null;
  created_at: Generated<string>;
  started_at: string | null;
  finished_at: string | null;
  undone_by: string | null;
  undone_at: string | null;
  attempts: Generated<number>;
}

export interface OrderLineTable {
  id: number;
  platform: string;
  import_id: number;
  src_line: number;
  order_no: string;
  line_no: Generated<string>;
  kind: Generated<number>;
  refund_of_id: number | null;
  status: number;
  status_raw: string | null;
  anchor_id: number | null;
  product_id: number | null;
  stream_id: number | null;
  quantity: number | null;
  rate_bps: number | null;
  service_rate_bps: number | null;
  total_fen: number | null;
  paid_fen: number;
  refund_fen: Generated<number>;
  commission_est_fen: number | null;
  settled_fen: number | null;
  commission_fen: number | null;
  service_est_fen: number | null;
  service_fen: number | null;
  tech_fee_fen: number | null;
  unit_price_fen: number | null;
  ordered_at: string | null;
  paid_at: string | null;
  received_at: string | null;
  settled_at: string | null;
  refunded_at: string | null;
  product_ext_id: string | null;
  product_name: string | null;
  spec: string | null;
  shop_name: string | null;
  anchor_ext_id: string | null;
  anchor_name: string | null;
  room_ext_id: string | null;
  media: string | null;
  unsettled_reason: string | null;
  buyer_key: string | null;
  remark: string | null;
}

export interface OrderLineRevisionTable {
  line_id: number;
  platform: string;
  import_id: number;
  before: unknown;
  settled_by_run: number | null;
}

export interface OrderRejectTable {
  import_id: number;
  src_line: number;
  column_name: string | null;
  code: string;
  reason: string;
  raw: string | null;
}

export interface OwnEarningLineTable {
  line_id: ColumnType<number | null, never, never>;
  seq: ColumnType<number | null, never, never>;
  run_id: ColumnType<number | null, never, never>;
  month: ColumnType<string | null, never, never>;
  kind: ColumnType<number | null, never, never>;
  amends_line_id: ColumnType<number | null, never, never>;
  amends_seq: ColumnType<number | null, never, never>;
  tier_id: ColumnType<number | null, never, never>;
  cumulative_fen: ColumnType<number | null, never, never>;
  sales_fen: ColumnType<number | null, never, never>;
  base_fen: ColumnType<number | null, never, never>;
  rate_bps: ColumnType<number | null, never, never>;
  takes_from: ColumnType<string | null, never, never>;
  amount_fen: ColumnType<number | null, never, never>;
  anchor_id: ColumnType<number | null, never, never>;
}

export interface OwnEarningTermTable {
  tier_id: ColumnType<number | null, never, never>;
  contract_no: ColumnType<string | null, never, never>;
  version_no: ColumnType<number | null, never, never>;
  clause_no: ColumnType<string | null, never, never>;
  is_own: ColumnType<boolean | null, never, never>;
  base: ColumnType<string | null, never, never>;
  clause_heading: ColumnType<string | null, never, never>;
  clause_text: ColumnType<string | null, never, never>;
  from_fen: ColumnType<number | null, never, never>;
  to_fen: ColumnType<number | null, never, never>;
  platform: ColumnType<string | null, never, never>;
  brand_name: ColumnType<string | null, never, never>;
  product_name: ColumnType<string | null, never, never>;
  stream_title: ColumnType<string | null, never, never>;
}

export interface OwnHoldTable {
  id: ColumnType<number | null, never, never>;
  case_id: ColumnType<number | null, never, never>;
  case_no: ColumnType<string | null, never, never>;
  product_name: ColumnType<string | null, never, never>;
  stage: ColumnType<string | null, never, never>;
  answer_by: ColumnType<string | null, never, never>;
  outcome: ColumnType<string | null, never, never>;
  bears: ColumnType<boolean | null, never, never>;
  started_at: ColumnType<string | null, never, never>;
  ended_at: ColumnType<string | null, never, never>;
  is_holding: ColumnType<boolean | null, never, never>;
}

export interface OwnHoldLineTable {
  hold_id: ColumnType<number | null, never, never>;
  unit_id: ColumnType<number | null, never, never>;
  line_id: ColumnType<number | null, never, never>;
  seq: ColumnType<number | null, never, never>;
  amount_fen: ColumnType<number | null, never, never>;
  state: ColumnType<string | null, never, never>;
}

export interface OwnHoldPostingTable {
  id: ColumnType<number | null, never, never>;
  hold_id: ColumnType<number | null, never, never>;
  kind: ColumnType<string | null, never, never>;
  concerns_month: ColumnType<string | null, never, never>;
  month: ColumnType<string | null, never, never>;
  amount_fen: ColumnType<number | null, never, never>;
  entry_id: ColumnType<number | null, never, never>;
  at: ColumnType<string | null, never, never>;
}

export interface OwnOpenOrderTable {
  paid_at: ColumnType<string | null, never, never>;
}

export interface OwnOrderLineTable {
  id: ColumnType<number | null, never, never>;
  platform: ColumnType<string | null, never, never>;
  order_no: ColumnType<string | null, never, never>;
  line_no: ColumnType<string | null, never, never>;
  kind: ColumnType<number | null, never, never>;
  status: ColumnType<number | null, never, never>;
  product_id: ColumnType<number | null, never, never>;
  product_name: ColumnType<string | null, never, never>;
  stream_id: ColumnType<number | null, never, never>;
  quantity: ColumnType<number | null, never, never>;
  paid_fen: ColumnType<number | null, never, never>;
  refund_fen: ColumnType<number | null, never, never>;
  settled_fen: ColumnType<number | null, never, never>;
  commission_fen: ColumnType<number | null, never, never>;
  rate_bps: ColumnType<number | null, never, never>;
  paid_at: ColumnType<string | null, never, never>;
  settled_at: ColumnType<string | null, never, never>;
  refunded_at: ColumnType<string | null, never, never>;
}

export interface PartyTable {
  id: GeneratedAlways<number>;
  kind: string;
  name: string;
  anchor_id: number | null;
}

export interface PayAdjustmentTable {
  id: GeneratedAlways<number>;
  anchor_id: number;
  concerns_month: string;
  amount_fen: number;
  reason: string;
  evidence: string;
  prepared_by: string;
  prepared_at: Generated<string>;
  approved_by: string | null;
  approved_at: string | null;
  declined_by: string | null;
  declined_at: string | null;
  decline_reason: string | null;
}

export interface PayComponentTable {
  id: GeneratedAlways<number>;
  contract_version_id: number;
  clause_id: number;
  position: number;
  type: string;
  platform: string | null;
  brand_id: number | null;
  category: string | null;
  product_id: number | null;
  stream_id: number | null;
  effective: string;
  priority: Generated<number>;
  min_fen: number | null;
  max_fen: number | null;
  rule: unknown;
}

export interface PayEntryTable {
  id: GeneratedAlways<number>;
  party_id: number;
  anchor_id: number | null;
  month: string;
  concerns_month: string;
  kind: string;
  amount_fen: number;
  counter_account_id: number;
  reverses_id: number | null;
  source_key: string;
  explanation: unknown;
  details: Generated<unknown>;
  journal_id: number;
  created_by: string | null;
  created_at: Generated<string>;
}

export interface PayFineTable {
  id: GeneratedAlways<number>;
  component_id: number;
  anchor_id: number;
  day: string;
  amount_fen: number;
  what: string;
  evidence: string;
  proposed_by: string;
  proposed_at: Generated<string>;
  notified_on: string | null;
  notified_by: string | null;
  objection: Generated<string>;
  objection_text: string | null;
  objected_at: string | null;
  decided_by: string | null;
  decided_at: string | null;
  decision_reason: string | null;
  lapsed_month: string | null;
}

export interface PayeeChangeTable {
  id: GeneratedAlways<number>;
  anchor_id: number;
  kind: string;
  account_name: string;
  bank_name: string;
  bank_account_sealed: string;
  bank_account_tail: string;
  reason: string;
  requested_by: string;
  requested_at: Generated<string>;
  approved_by: string | null;
  approved_at: string | null;
  effective_at: string | null;
  ended_as: string | null;
  ended_by: string | null;
  ended_at: string | null;
  ended_reason: string | null;
  applied_at: string | null;
}

export interface PaymentSettingTable {
  id: Generated<number>;
  dispute_window_days: number | null;
  remind_days_before: Generated<number[]>;
  approval_tiers: unknown | null;
  withholds_tax: Generated<boolean>;
  platform_worker_cumulative: Generated<boolean>;
  natural_person_vat: Generated<boolean>;
  debtor_name: string | null;
  debtor_bank_name: string | null;
  debtor_account_sealed: string | null;
  debtor_account_tail: string | null;
  debtor_cnaps: string | null;
  charge_bearer: Generated<string>;
  csv_template: unknown | null;
  return_mapping: unknown | null;
  row_version: Generated<number>;
}

export interface PayoutTable {
  id: GeneratedAlways<number>;
  statement_id: number;
  anchor_id: number;
  amount_fen: number;
  payee: unknown;
  payee_sha256: string;
  status: Generated<string>;
  prepared_by: string;
  prepared_at: Generated<string>;
  approved_by: string | null;
  approved_at: string | null;
  pdf_sha256: string | null;
  paid_by: string | null;
  paid_at: string | null;
  bank_reference: string | null;
  row_version: Generated<number>;
  returned_by: string | null;
  returned_at: string | null;
  returned_reason: string | null;
}

export interface PayoutBatchTable {
  id: GeneratedAlways<number>;
  no: string;
  month: string;
  status: Generated<string>;
  revision: Generated<number>;
  item_count: Generated<number>;
  total_fen: Generated<number>;
  execute_on: string;
  approvers_asked: Generated<number>;
  prepared_by: string;
  prepared_at: Generated<string>;
  submitted_by: string | null;
  submitted_at: string | null;
  closed_at: string | null;
  row_version: Generated<number>;
}

export interface PayoutBatchApprovalTable {
  batch_id: number;
  revision: number;
  user_id: string;
  at: Generated<string>;
}

export interface PayoutBatchChangeTable {
  id: GeneratedAlways<number>;
  batch_id: number;
  user_id: string;
  what: string;
  at: Generated<string>;
}

export interface PayoutBatchItemTable {
  id: GeneratedAlways<number>;
  batch_id: number;
  payout_id: number;
  attempt: number;
  end_to_end_id: string;
  amount_fen: number;
  payee_sha256: string;
  status: Generated<string>;
  is_released: Generated<boolean>;
  bank_reference: string | null;
  reason_code: string | null;
  reason_text: string | null;
  paid_on: string | null;
  replaced_by_id: number | null;
}

export interface PayoutFileTable {
  id: GeneratedAlways<number>;
  batch_id: number;
  format: string;
  file_name: string;
  message_id: string;
  sha256: string;
  size_bytes: number;
  sealed: Buffer;
  filed_by: string;
  filed_at: Generated<string>;
}

export interface PhotoTable {
  id: GeneratedAlways<number>;
  sha256: string;
  format: string;
  file_name: string;
  size_bytes: number;
  width: number;
  height: number;
  view_sha256: string;
  thumb_sha256: string;
  perceptual_hash: string;
  sharpness: number;
  barcodes: Generated<unknown>;
  taken_at_text: string | null;
  device: string | null;
  uploaded_by: string | null;
  uploaded_at: Generated<string>;
}

export interface PhotoComparisonTable {
  id: GeneratedAlways<number>;
  unit_photo_id: number;
  sealed_face_id: number;
  state: Generated<string>;
  attempts: Generated<number>;
  outcome: string | null;
  boxes: unknown | null;
  reason: string | null;
  score: number | null;
  sharpness: number | null;
  inliers: number | null;
  thresholds: unknown | null;
  engine_version: string | null;
  took_ms: number | null;
  failure_code: string | null;
  requested_by: string | null;
  requested_at: Generated<string>;
  finished_at: string | null;
  homography: unknown | null;
}

export interface PostingTable {
  journal_id: number;
  seq: number;
  account_id: number;
  amount_fen: number;
}

export interface ProductTable {
  id: GeneratedAlways<number>;
  brand_id: number | null;
  name: string;
  gtin: string | null;
  spec: string | null;
  ingredients: string | null;
  licence_no: string | null;
  maker: string | null;
  origin: string | null;
  shelf_life_days: number | null;
  status: Generated<string>;
  row_version: Generated<number>;
  created_at: Generated<string>;
  updated_at: Generated<string>;
  category: string | null;
}

export interface ProductListingTable {
  id: GeneratedAlways<number>;
  product_id: number;
  platform: string;
  external_id: string;
  title: string | null;
  anchor_id: number | null;
  created_at: Generated<string>;
}

export interface RecoupItemTable {
  id: GeneratedAlways<number>;
  component_id: number;
  anchor_id: number;
  name: string;
  day: string;
  amount_fen: number;
  evidence: string;
  requested_by: string;
  requested_at: Generated<string>;
  approved_by: string | null;
  approved_at: string | null;
}

export interface SampleTable {
  id: GeneratedAlways<number>;
  product_id: number;
  anchor_id: number | null;
  stage: Generated<string>;
  pieces: number;
  pieces_returned: Generated<number>;
  is_loan: boolean;
  loan_days: number;
  is_valuable: Generated<boolean>;
  value_fen: number | null;
  purpose: string | null;
  carrier: string | null;
  tracking_no: string | null;
  requested_by: string | null;
  requested_on: string;
  received_on: string | null;
  row_version: Generated<number>;
  created_at: Generated<string>;
}

export interface SampleFaceTable {
  id: GeneratedAlways<number>;
  sample_id: number;
  position: number;
  face: string;
  photo_id: number;
  photo_sha256: string;
  outline: unknown;
  variable_zones: Generated<unknown>;
}

export interface SampleSealTable {
  sample_id: number;
  product_id: number;
  category: string;
  attributes: unknown;
  read_gtin: string | null;
  batch: string;
  seal_number: string;
  sealed_on: string;
  sealed_by: string;
  sealed_at: Generated<string>;
  supersedes: number | null;
  witnessed_by: string | null;
  witnessed_at: string | null;
  seal_text: string | null;
  content_sha256: string | null;
  superseded_by: number | null;
}

export interface SampleStepTable {
  id: GeneratedAlways<number>;
  sample_id: number;
  step: string;
  from_stage: string | null;
  to_stage: string;
  pieces: number | null;
  days: number | null;
  note: string | null;
  actor_id: string | null;
  at: Generated<string>;
}

/** Which migration files this database has seen, and their content's hash */
export interface SchemaMigrationTable {
  name: string;
  sha256: string;
  applied_at: Generated<string>;
}

export interface SettlementLineTable {
  line_id: number;
  seq: number;
  run_id: number;
  anchor_id: number;
  tier_id: number;
  kind: number;
  amends_line_id: number | null;
  amends_seq: number | null;
  cumulative_fen: number | null;
  sales_fen: number;
  base_fen: number;
  parts_fen: number[];
}

export interface SettlementPartTable {
  line_id: ColumnType<number | null, never, never>;
  seq: ColumnType<number | null, never, never>;
  run_id: ColumnType<number | null, never, never>;
  anchor_id: ColumnType<number | null, never, never>;
  tier_id: ColumnType<number | null, never, never>;
  kind: ColumnType<number | null, never, never>;
  sales_fen: ColumnType<number | null, never, never>;
  base_fen: ColumnType<number | null, never, never>;
  position: ColumnType<number | null, never, never>;
  party_id: ColumnType<number | null, never, never>;
  rate_bps: ColumnType<number | null, never, never>;
  takes_from: ColumnType<string | null, never, never>;
  amount_fen: ColumnType<number | null, never, never>;
}

export interface SettlementRunTable {
  id: GeneratedAlways<number>;
  month: string;
  lines: Generated<number>;
  changes: Generated<number>;
  base_fen: Generated<number>;
  created_by: string | null;
  created_at: Generated<string>;
}

export interface SharePartTable {
  tier_id: number;
  position: number;
  party_id: number;
  takes_from: Generated<string>;
  rate_bps: number | null;
}

export interface ShareRuleTable {
  id: GeneratedAlways<number>;
  contract_version_id: number;
  clause_id: number;
  anchor_id: number;
  platform: string | null;
  brand_id: number | null;
  product_id: number | null;
  stream_id: number | null;
  specificity: ColumnType<number, never, never>;
  base: Generated<string>;
  tier_on_refund: Generated<string>;
  effective: string;
  active: Generated<boolean>;
}

export interface ShareTierTable {
  id: GeneratedAlways<number>;
  rule_id: number;
  from_fen: number;
  to_fen: number | null;
}

export interface SilenceTermTable {
  id: GeneratedAlways<number>;
  contract_version_id: number;
  clause_id: number;
  days: number;
  recorded_by: string;
  recorded_at: Generated<string>;
  ended_by: string | null;
  ended_at: string | null;
}

export interface StatementTable {
  id: GeneratedAlways<number>;
  no: string;
  anchor_id: number;
  month: string;
  opening_fen: number;
  earned_fen: number;
  closing_fen: number;
  payable_fen: number;
  document: unknown;
  content_sha256: string;
  template_version: number;
  status: Generated<string>;
  issued_by: string | null;
  issued_at: Generated<string>;
  entries_fen: Generated<number>;
}

export interface StatementAnswerTable {
  statement_id: number;
  kind: string;
  content_sha256: string;
  answered_by: string | null;
  answered_at: Generated<string>;
}

export interface StatementDeliveryTable {
  statement_id: number;
  sent_by: string | null;
  sent_at: Generated<string>;
  window_days: number;
  is_house_window: boolean;
  answer_until: string;
  silence_term_id: number | null;
}

export interface StatementHoldTable {
  statement_id: ColumnType<number | null, never, never>;
  held_fen: ColumnType<number | null, never, never>;
  open_disputes: ColumnType<number | null, never, never>;
}

export interface StepUpTable {
  session_id: string;
  user_id: string;
  at: Generated<string>;
}

export interface StreamTable {
  id: GeneratedAlways<number>;
  anchor_id: number;
  platform: string;
  title: string;
  room_ext_id: string | null;
  status: Generated<string>;
  starts_at: string;
  ends_at: string;
  note: string | null;
  row_version: Generated<number>;
  created_at: Generated<string>;
  updated_at: Generated<string>;
  live_minutes: number | null;
}

export interface StreamItemTable {
  id: GeneratedAlways<number>;
  stream_id: number;
  position: number;
  product_id: number;
  deal_line_id: number | null;
  item_role: Generated<string>;
  planned_minutes: number | null;
}

export interface SubstitutionCaseTable {
  id: GeneratedAlways<number>;
  no: string;
  product_id: number;
  brand_id: number | null;
  title: string;
  reason: string;
  batch: string | null;
  origin: string;
  inspection_id: number | null;
  signal_key: string | null;
  stage: Generated<string>;
  answer_by: string | null;
  opened_by: string | null;
  opened_at: Generated<string>;
  closed_at: string | null;
  keep_until: string | null;
  row_version: Generated<number>;
}

export interface TaxInputTable {
  id: GeneratedAlways<number>;
  anchor_id: number;
  month: string;
  social_insurance_fen: Generated<number>;
  special_additional_fen: Generated<number>;
  other_deduction_fen: Generated<number>;
  invoices: Generated<unknown>;
  recorded_by: string;
  recorded_at: Generated<string>;
}

export interface TaxProfileTable {
  id: GeneratedAlways<number>;
  anchor_id: number;
  regime: string;
  effective_from: string;
  source: string;
  payee_name: string | null;
  recorded_by: string;
  recorded_at: Generated<string>;
}

export interface TaxWithholdingTable {
  id: GeneratedAlways<number>;
  anchor_id: number;
  month: string;
  profile_id: number;
  input_id: number | null;
  regime: string;
  gross_fen: number;
  tax_fen: number;
  vat_fen: Generated<number>;
  net_fen: ColumnType<number, never, never>;
  table_version: string;
  working: unknown;
  created_by: string | null;
  created_at: Generated<string>;
}

export interface TeamTable {
  id: GeneratedAlways<number>;
  name: string;
}

export interface TieredMonthTable {
  component_id: number;
  anchor_id: number;
  month: string;
  concerns_month: string;
  base_fen: number;
  given_fen: number;
}

export interface DB {
  account: AccountTable;
  accrual: AccrualTable;
  agency: AgencyTable;
  anchor: AnchorTable;
  anchor_account: AnchorAccountTable;
  anchor_payee: AnchorPayeeTable;
  app_user: AppUserTable;
  audit_entry: AuditEntryTable;
  bank_return: BankReturnTable;
  book_check_run: BookCheckRunTable;
  brand: BrandTable;
  brand_blacklist: BrandBlacklistTable;
  case_answer: CaseAnswerTable;
  case_decision: CaseDecisionTable;
  case_evidence: CaseEvidenceTable;
  case_hold: CaseHoldTable;
  case_hold_end: CaseHoldEndTable;
  case_hold_line: CaseHoldLineTable;
  case_hold_posting: CaseHoldPostingTable;
  case_paper: CasePaperTable;
  case_remedy: CaseRemedyTable;
  case_step: CaseStepTable;
  case_stop_sale: CaseStopSaleTable;
  contract: ContractTable;
  contract_acceptance: ContractAcceptanceTable;
  contract_clause: ContractClauseTable;
  contract_document: ContractDocumentTable;
  contract_event: ContractEventTable;
  contract_finding: ContractFindingTable;
  contract_finding_decision: ContractFindingDecisionTable;
  contract_promise: ContractPromiseTable;
  contract_promise_evidence: ContractPromiseEvidenceTable;
  contract_promise_objection: ContractPromiseObjectionTable;
  contract_remark: ContractRemarkTable;
  contract_review: ContractReviewTable;
  contract_version: ContractVersionTable;
  deal: DealTable;
  deal_fee: DealFeeTable;
  deal_line: DealLineTable;
  dispute: DisputeTable;
  dispute_answer: DisputeAnswerTable;
  dispute_file: DisputeFileTable;
  dispute_outcome: DisputeOutcomeTable;
  frozen_pdf: FrozenPdfTable;
  guarantee_month: GuaranteeMonthTable;
  guardian_consent: GuardianConsentTable;
  idempotency_key: IdempotencyKeyTable;
  import_mapping: ImportMappingTable;
  inspection: InspectionTable;
  inspection_custody: InspectionCustodyTable;
  inspection_decision: InspectionDecisionTable;
  inspection_difference: InspectionDifferenceTable;
  inspection_switch: InspectionSwitchTable;
  inspection_unit: InspectionUnitTable;
  inspection_unit_photo: InspectionUnitPhotoTable;
  journal: JournalTable;
  login_account: LoginAccountTable;
  login_attempt: LoginAttemptTable;
  login_session: LoginSessionTable;
  login_two_factor: LoginTwoFactorTable;
  login_verification: LoginVerificationTable;
  month_close: MonthCloseTable;
  notice: NoticeTable;
  number_series: NumberSeriesTable;
  offered_product: OfferedProductTable;
  order_file: OrderFileTable;
  order_import: OrderImportTable;
  order_line: OrderLineTable;
  order_line_revision: OrderLineRevisionTable;
  order_reject: OrderRejectTable;
  own_earning_line: OwnEarningLineTable;
  own_earning_term: OwnEarningTermTable;
  own_hold: OwnHoldTable;
  own_hold_line: OwnHoldLineTable;
  own_hold_posting: OwnHoldPostingTable;
  own_open_order: OwnOpenOrderTable;
  own_order_line: OwnOrderLineTable;
  party: PartyTable;
  pay_adjustment: PayAdjustmentTable;
  pay_component: PayComponentTable;
  pay_entry: PayEntryTable;
  pay_fine: PayFineTable;
  payee_change: PayeeChangeTable;
  payment_setting: PaymentSettingTable;
  payout: PayoutTable;
  payout_batch: PayoutBatchTable;
  payout_batch_approval: PayoutBatchApprovalTable;
  payout_batch_change: PayoutBatchChangeTable;
  payout_batch_item: PayoutBatchItemTable;
  payout_file: PayoutFileTable;
  photo: PhotoTable;
  photo_comparison: PhotoComparisonTable;
  posting: PostingTable;
  product: ProductTable;
  product_listing: ProductListingTable;
  recoup_item: RecoupItemTable;
  sample: SampleTable;
  sample_face: SampleFaceTable;
  sample_seal: SampleSealTable;
  sample_step: SampleStepTable;
  schema_migration: SchemaMigrationTable;
  settlement_line: SettlementLineTable;
  settlement_part: SettlementPartTable;
  settlement_run: SettlementRunTable;
  share_part: SharePartTable;
  share_rule: ShareRuleTable;
  share_tier: ShareTierTable;
  silence_term: SilenceTermTable;
  statement: StatementTable;
  statement_answer: StatementAnswerTable;
  statement_delivery: StatementDeliveryTable;
  statement_hold: StatementHoldTable;
  step_up: StepUpTable;
  stream: StreamTable;
  stream_item: StreamItemTable;
  substitution_case: SubstitutionCaseTable;
  tax_input: TaxInputTable;
  tax_profile: TaxProfileTable;
  tax_withholding: TaxWithholdingTable;
  team: TeamTable;
  tiered_month: TieredMonthTable;
}
