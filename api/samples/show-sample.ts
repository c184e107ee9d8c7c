import type { Trx } from '../../db/connect.ts';
import { listSteps, readSample, type SampleRow, type StepRow } from '../../db/queries/samples.ts';
import type { Reason } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import type { SampleStep } from '../domain/inspection/sample-life.ts';
import { dueOn, isOverdue, type LoanFacts, whyNotExtend } from '../domain/inspection/sample-request.ts';
import {
  type SealFacts,
  whyNotBesideSeal,
  whyNotUnseal,
  whyNotWitness,
} from '../domain/inspection/seal-witness.ts';
import { type Action, whyNot } from '../domain/permission.ts';
import { found } from '../http/route.ts';

type Internal = 'hasOpenCase' | 'today' | 'extensions';
type OfStaff = 'valueFen' | 'sealState' | 'sealedById' | 'sealNumber';

export type ShownSample = Omit<SampleRow, Internal | OfStaff> &
  Partial<Pick<SampleRow, OfStaff>> & { extensionDays: number; dueOn: string | null; isOverdue: boolean };

export type SampleRecord = ShownSample & {
  steps: StepRow[];
  refusals?: Record<string, Reason | null>;
};

/** A sample as this reader may know it. */
export function shownSample(row: SampleRow, { role }: Pick<Identity, 'role'>): ShownSample {
  const { hasOpenCase: _case, today, extensions, valueFen, sealState, sealedById, sealNumber, ...rest } = row;
  const loan = loanOf(row);
  return {
    ...rest,
    ...(role !== 'anchor' && { valueFen, sealState, sealedById, sealNumber }),
    extensionDays: extensions.reduce((sum, days) => sum + days, 0),
    dueOn: dueOn(loan) ?? null,
    isOverdue: isOverdue(loan, today),
  };
}

/** A sample with its steps and, for staff, why each next step cannot be taken now. */
export async function showSample(trx: Trx, id: number, identity: Identity): Promise<SampleRecord> {
  const row = found(await readSample(trx, id), 'sample', id);
  const steps = await listSteps(trx, id);
  const sample = shownSample(row, identity);
  if (identity.role !== 'anchor') return { ...sample, steps, refusals: refusalsOf(row, identity) };
  // What the office writes to itself stays there; why a request was declined is said to who asked.
  const isSaid = ({ step }: StepRow) => step === 'request' || step === 'decline';
  const isOffice = ({ step }: StepRow) => ['seal', 'unseal', 'witness', 'supersede'].includes(step);
  return {
    ...sample,
    steps: steps
      .filter((step) => !isOffice(step))
      .map((step) => ({ ...step, note: isSaid(step) ? step.note : null })),
  };
}

export const loanOf = (row: SampleRow): LoanFacts & { isValuable: boolean } => ({
  stage: row.stage,
  receivedOn: row.receivedOn,
  isLoan: row.isLoan,
  loanDays: row.loanDays,
  extensionDays: row.extensions,
  isValuable: row.isValuable,
});

export const factsOf = (row: SampleRow): SealFacts => ({
  stage: row.stage,
  pieces: row.pieces,
  piecesReturned: row.piecesReturned,
  hasOpenCase: row.hasOpenCase,
  sealState: row.sealState,
  sealedById: row.sealedById,
});

const STEPS: Record<SampleStep, Action> = {
  approve: 'samples.approve',
  decline: 'samples.approve',
  send: 'samples.handle',
  receive: 'samples.handle',
  seal: 'samples.seal',
  keep: 'samples.handle',
  return: 'samples.handle',
  convert: 'samples.handle',
  lose: 'samples.handle',
};

function refusalsOf(row: SampleRow, { role, userId }: Identity): Record<string, Reason | null> {
  const actor = { userId };
  const facts = factsOf(row);
  const steps = Object.entries(STEPS).map(([step, action]) => [
    step,
    whyNot(role, action) ?? whyNotBesideSeal(step as SampleStep, facts, actor) ?? null,
  ]);
  return {
    ...Object.fromEntries(steps),
    extend: whyNot(role, 'samples.handle') ?? whyNotExtend(loanOf(row), 1, row.today) ?? null,
    witness: whyNot(role, 'samples.seal') ?? whyNotWitness(facts, actor) ?? null,
    unseal: whyNot(role, 'samples.seal') ?? whyNotUnseal(facts, actor) ?? null,
  };
}
