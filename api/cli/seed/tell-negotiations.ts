import { readPromises } from '../../../db/queries/contract-promises.ts';
import { readRemarks } from '../../../db/queries/contract-remarks.ts';
import { readStanding } from '../../../db/queries/contract-workflow.ts';
import {
  type DemoNegotiation,
  type DemoPromise,
  NEGOTIATIONS,
  PROMISES,
} from '../../../db/seed/negotiations.ts';
import { readTold } from '../../../db/seed/told.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { createContract } from '../../contracts/create-contract.ts';
import { createVersion } from '../../contracts/create-version.ts';
import { decideFinding } from '../../contracts/decide-finding.ts';
import { createPromise } from '../../contracts/edit-promise.ts';
import { provePromise } from '../../contracts/prove-promise.ts';
import { addRemark } from '../../contracts/remark.ts';
import { sendVersion } from '../../contracts/send-version.ts';
import { submitVersion } from '../../contracts/submit-version.ts';
import type { VersionPlace } from '../../contracts/take-step.ts';
import { pasteText } from '../../documents/paste-text.ts';
import { SYSTEM } from '../../domain/identity.ts';
import { actAs, anchorIdOf, type Teller } from './teller.ts';

/** Contracts on their way: one before compliance, one with its anchor, who asked for a change; and the promises. */
export async function tellNegotiations(teller: Teller): Promise<void> {
  for (const negotiation of NEGOTIATIONS) await tellNegotiation(teller, negotiation);
  for (const promise of PROMISES) await tellPromise(teller, promise);
}

async function tellNegotiation(teller: Teller, told: DemoNegotiation): Promise<void> {
  const { services } = teller;
  const operator = actAs(teller, 'operator');
  const place = await tellDraft(teller, told);
  const standing = await standingOf(teller, place);
  if (standing.documentId === null)
    await pasteText(services, operator, place, { text: told.text, fileName: told.fileName });
  if (standing.stage === 'draft') await submitVersion(services, operator, place);
  if (told.reaches === 'sent') await tellSending(teller, place, told);
}

async function tellDraft(teller: Teller, told: DemoNegotiation): Promise<VersionPlace> {
  const { services } = teller;
  const operator = actAs(teller, 'operator');
  const { no, title, startsOn, endsOn, note } = told;
  const anchorId = anchorIdOf(teller, told.anchorKey);
  const contractId =
    teller.told.contracts.get(no) ??
    (
      await createContract(services, operator, {
        no,
        anchorId,
        title,
        startsOn,
        endsOn,
        note,
        signedOn: null,
      })
    ).id;
  const begun = teller.told.versions.get(`${no} 1`);
  const draft =
    begun ??
    (await createVersion(services, operator, contractId, { effectiveFrom: startsOn, summary: title }));
  return { contractId, versionId: draft.id };
}

async function tellSending(
  teller: Teller,
  place: VersionPlace,
  { waiver, wish, anchorKey }: DemoNegotiation,
): Promise<void> {
  const { services } = teller;
  const compliance = actAs(teller, 'compliance');
  const { stage, findings } = await standingOf(teller, place);
  const open = (findings ?? []).filter(({ state, severity }) => state === 'open' && severity === 'high');
  if (stage === 'review') {
    for (const { id } of open)
      await decideFinding(services, compliance, id, { kind: 'waive', reason: waiver });
    await sendVersion(services, compliance, place);
  }
  const said = await inTransaction(services.db, SYSTEM, (trx) => readRemarks(trx, place.versionId));
  if (wish === null || said.length > 0) return;
  const anchor = { ...actAs(teller, anchorKey), anchorId: anchorIdOf(teller, anchorKey) };
  await addRemark(services, anchor, place, { ...wish, kind: 'request_change' });
}

async function tellPromise(teller: Teller, { contractNo, evidence, ...values }: DemoPromise): Promise<void> {
  const { services } = teller;
  const operator = actAs(teller, 'operator');
  const { contracts } = await inTransaction(services.db, SYSTEM, readTold);
  const contractId = contracts.get(contractNo)!;
  const known = await inTransaction(services.db, SYSTEM, (trx) =>
    readPromises(trx, { contractId }, { seesInternals: true }),
  );
  const told = known.find(({ title }) => title === values.title);
  const id = told?.id ?? (await createPromise(services, operator, { ...values, contractId, note: null })).id;
  for (const one of evidence.slice(told?.evidence.length ?? 0))
    await provePromise(services, operator, id, { ...one, documentId: null });
}

function standingOf({ services }: Teller, place: VersionPlace) {
  return inTransaction(services.db, SYSTEM, async (trx) => (await readStanding(trx, place))!);
}
