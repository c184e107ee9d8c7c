import type { Trx } from '../../db/connect.ts';
import { listAcceptances } from '../../db/queries/contract-acceptances.ts';
import { readAgreement } from '../../db/queries/contract-agreement.ts';
import { listEvents, readStanding } from '../../db/queries/contract-workflow.ts';
import type { Lang } from '../domain/contract-acceptance.ts';
import { displayStageOf, type Step, whyNotStep } from '../domain/contract-workflow.ts';
import type { Identity } from '../domain/identity.ts';
import { type Action, whyNot } from '../domain/permission.ts';
import { found } from '../http/route.ts';
import { statementHash } from './accept-version.ts';
import { readVersion, type VersionPlace } from './take-step.ts';

/** Each step with the action of the policy table it needs. */
const STEPS: readonly (readonly [Step, Action])[] = [
  ['submit', 'contracts.submit'],
  ['return', 'contracts.clear'],
  ['send', 'contracts.clear'],
  ['remark', 'contract-remarks.create'],
  ['accept', 'contracts.accept'],
  ['record-paper', 'contracts.record-paper'],
  ['acknowledge', 'contracts.acknowledge'],
  ['withdraw', 'contracts.clear'],
  ['activate', 'contracts.activate'],
];

/** Where a version stands, what this person may do with it now and why not, and how it came here. */
export async function showWorkflow(trx: Trx, identity: Identity, place: VersionPlace) {
  await readVersion(trx, identity, place);
  const standing = found(await readStanding(trx, place), 'version', place.versionId);
  return {
    stage: displayStageOf(standing),
    steps: STEPS.map(([step, action]) => ({
      step,
      refusal: whyNot(identity.role, action) ?? whyNotStep(step, standing, identity.userId) ?? null,
    })),
    events: await listEvents(trx, place.versionId),
  };
}

/** What this person's side would agree to, word for word, and who agreed already. */
export async function showAcceptance(trx: Trx, identity: Identity, place: VersionPlace, lang: Lang) {
  await readVersion(trx, identity, place);
  const standing = found(await readStanding(trx, place), 'version', place.versionId);
  const isAnchor = identity.role === 'anchor';
  const side = isAnchor ? ('anchor' as const) : ('agency' as const);
  const step = isAnchor ? 'accept' : 'acknowledge';
  const action = isAnchor ? 'contracts.accept' : 'contracts.acknowledge';
  const agreement = await readAgreement(trx, standing, { side, lang });
  const acceptances = await listAcceptances(trx, place.versionId);
  return {
    side,
    lang,
    statement: agreement?.statement ?? null,
    statementSha256: agreement ? statementHash(agreement.statement) : null,
    textSha256: agreement?.textSha256 ?? null,
    termsSha256: agreement?.termsSha256 ?? null,
    refusal: whyNot(identity.role, action) ?? whyNotStep(step, standing, identity.userId) ?? null,
    acceptances: acceptances.map(({ note, ...one }) => {
      if (!isAnchor) return { ...one, note };
      // From where the office works, and what it noted, is the office's.
      return one.side === 'agency' ? { ...one, ipAddress: null, userAgent: null } : one;
    }),
  };
}
