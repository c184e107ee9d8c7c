import type { Rule } from '../rule.ts';
import { accountOwnership } from './account-ownership.ts';
import { arbitraryFines } from './arbitrary-fines.ts';
import { artnameOwnership } from './artname-ownership.ts';
import { assignWithoutConsent } from './assign-without-consent.ts';
import { autoRenew } from './auto-renew.ts';
import { confidentialPerpetual } from './confidential-perpetual.ts';
import { cosmeticRequired } from './cosmetic-required.ts';
import { depositLongHold } from './deposit-long-hold.ts';
import { disguisedEmployment } from './disguised-employment.ts';
import { exclusiveNoConsideration } from './exclusive-no-consideration.ts';
import { exitLock } from './exit-lock.ts';
import { fakeDataDuty } from './fake-data-duty.ts';
import { forcedHours } from './forced-hours.ts';
import { formatShield } from './format-shield.ts';
import { guaranteeClawback } from './guarantee-clawback.ts';
import { hardshipWaiver } from './hardship-waiver.ts';
import { healthWaiver } from './health-waiver.ts';
import { idRetention } from './id-retention.ts';
import { incomeWithholdAfterExit } from './income-withhold-after-exit.ts';
import { indecentTask } from './indecent-task.ts';
import { ipPerpetual } from './ip-perpetual.ts';
import { jurisdiction } from './jurisdiction.ts';
import { ldExcessive } from './ld-excessive.ts';
import { ldNoAdjust } from './ld-no-adjust.ts';
import { ldOneSided } from './ld-one-sided.ts';
import { minorSign } from './minor-sign.ts';
import { monitorPrivacy } from './monitor-privacy.ts';
import { noAudit } from './no-audit.ts';
import { noncompetePost } from './noncompete-post.ts';
import { paidTraining } from './paid-training.ts';
import { portraitPerpetual } from './portrait-perpetual.ts';
import { productLiabilityShift } from './product-liability-shift.ts';
import { refundAllOnTalent } from './refund-all-on-talent.ts';
import { revShareUnilateral } from './rev-share-unilateral.ts';
import { rulesUnilateral } from './rules-unilateral.ts';
import { settlementTooLong } from './settlement-too-long.ts';
import { shareTooLow } from './share-too-low.ts';
import { soleInterpretation } from './sole-interpretation.ts';
import { taxShift } from './tax-shift.ts';
import { termTooLong } from './term-too-long.ts';
import { trainingLoan } from './training-loan.ts';
import { unilateralTermination } from './unilateral-termination.ts';
import { waiveSuit } from './waive-suit.ts';

/** One rule for each kind of unfair term, in the order of the catalogue. */
export const RULES: readonly Rule[] = [
  ldExcessive,
  ldNoAdjust,
  ldOneSided,
  unilateralTermination,
  exitLock,
  autoRenew,
  termTooLong,
  exclusiveNoConsideration,
  noncompetePost,
  accountOwnership,
  ipPerpetual,
  portraitPerpetual,
  artnameOwnership,
  revShareUnilateral,
  shareTooLow,
  guaranteeClawback,
  arbitraryFines,
  idRetention,
  paidTraining,
  trainingLoan,
  productLiabilityShift,
  refundAllOnTalent,
  noAudit,
  settlementTooLong,
  incomeWithholdAfterExit,
  depositLongHold,
  waiveSuit,
  jurisdiction,
  soleInterpretation,
  rulesUnilateral,
  assignWithoutConsent,
  confidentialPerpetual,
  forcedHours,
  healthWaiver,
  indecentTask,
  cosmeticRequired,
  fakeDataDuty,
  minorSign,
  disguisedEmployment,
  taxShift,
  hardshipWaiver,
  formatShield,
  monitorPrivacy,
];
