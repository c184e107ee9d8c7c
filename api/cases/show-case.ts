import type { Trx } from '../../db/connect.ts';
import type { CaseParts, CaseRow } from '../../db/queries/cases.ts';
import { type HoldRecord, listHolds } from '../../db/queries/holds.ts';
import type { Reason } from '../domain/error.ts';
import { whyNotHold } from '../domain/hold/hold-rules.ts';
import type { Identity } from '../domain/identity.ts';
import { type CaseStep, whyNotCaseStep } from '../domain/inspection/case-life.ts';
import { whyNotLiftStopSale } from '../domain/inspection/case-stop-sale.ts';
import { type Action, whyNot } from '../domain/permission.ts';
import { gatherCase } from './gather-case.ts';

export type Refusals = Record<
  | 'addEvidence'
  | 'notifyBrand'
  | 'recordAnswer'
  | 'recordSilence'
  | 'decide'
  | 'hold'
  | 'release'
  | 'clawBack'
  | 'startRemedies'
  | 'close'
  | 'liftStopSale',
  Reason | null
>;

export type ShownCase = CaseRow & CaseParts & { holds: HoldRecord[]; refusals: Refusals };

/** A case with everything that hangs on it, and why each step cannot be taken by this reader now. */
export async function showCase(trx: Trx, identity: Identity, id: number): Promise<ShownCase> {
  const { row, parts, facts, actor } = await gatherCase(trx, identity, id);
  const step = (action: Action, name: CaseStep): Reason | null =>
    whyNot(identity.role, action) ?? whyNotCaseStep(name, facts, actor) ?? null;
  return {
    ...row,
    ...parts,
    holds: await listHolds(trx, id),
    refusals: {
      addEvidence: step('cases.evidence', 'add_evidence'),
      notifyBrand: step('cases.work', 'notify_brand'),
      recordAnswer: step('cases.work', 'record_answer'),
      recordSilence: step('cases.work', 'record_silence'),
      decide: step('cases.decide', 'decide'),
      hold: whyNot(identity.role, 'cases.hold') ?? whyNotHold(row.stage) ?? null,
      release: step('cases.release', 'release'),
      clawBack: step('cases.release', 'claw_back'),
      startRemedies: step('cases.work', 'start_remedies'),
      close: step('cases.work', 'close'),
      liftStopSale:
        whyNot(identity.role, 'cases.decide') ?? whyNotLiftStopSale(row.stage, parts.stopSale) ?? null,
    },
  };
}
