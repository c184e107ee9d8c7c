import { createHash } from 'node:crypto';
import type { Trx } from '../../db/connect.ts';
import { readCaseSources } from '../../db/queries/case-sources.ts';
import { insertCaseEvidence, type NewEvidence, takeCaseStep } from '../../db/queries/case-writes.ts';
import { contentDigest } from '../../db/queries/content-digest.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { after, type CaseInHand, inCase, requireStep, writeStep } from './case-in-hand.ts';
import type { EvidenceCreate } from './cases.schema.ts';
import { keepCaseFile } from './keep-case-file.ts';
import type { ShownCase } from './show-case.ts';

/** Adds a piece of evidence, kept with the hash of what it is now. Only compliance upholds a difference with it. */
export function addEvidence(
  services: Pick<Services, 'db'>,
  identity: Identity,
  id: number,
  input: EvidenceCreate,
): Promise<ShownCase> {
  if (input.difference !== null && whyNot(identity.role, 'cases.work'))
    throw refuse('forbidden', {
      code: 'upheld_by_compliance',
      message: 'only compliance upholds a difference: add the evidence without',
    });
  return inCase(services, identity, { id, action: 'cases.evidence' }, async (held) => {
    requireStep(held, 'add_evidence');
    await keepEvidence(held, identity, await toEvidence(held.trx, id, identity, input));
  });
}

/** Keeps an uploaded paper or picture as evidence, byte for byte. */
export async function addFile(
  services: Pick<Services, 'db' | 'dataDir'>,
  identity: Identity,
  id: number,
  paper: { title: string; note: string },
  upload: { path: string; name: string },
): Promise<ShownCase> {
  const reason = whyNot(identity.role, 'cases.evidence');
  if (reason) throw refuse('forbidden', reason);
  const file = await keepCaseFile(services.dataDir, upload);
  return inCase(services, identity, { id, action: 'cases.evidence' }, async (held) => {
    requireStep(held, 'add_evidence');
    const addedBy = actorId(identity);
    await keepEvidence(held, identity, {
      ...paper,
      ...{ caseId: id, kind: 'document', file, sha256: file.sha256, addedBy },
    });
  });
}

/** A note that comes with the opening: the case stays `open` until somebody gathers more. */
export async function addNote(
  trx: Trx,
  identity: Identity,
  caseId: number,
  { title, note }: { title: string; note: string },
): Promise<void> {
  const evidenceId = await insertCaseEvidence(trx, {
    ...{ caseId, title, note, kind: 'note', sha256: sha256(`${title}\n${note}`) },
    addedBy: actorId(identity),
  });
  await takeCaseStep(trx, {
    ...{ caseId, step: 'add_evidence', fromStage: 'open', toStage: 'open', reason: null },
    details: { evidenceId },
    actorId: actorId(identity),
  });
}

async function keepEvidence(held: CaseInHand, identity: Identity, evidence: NewEvidence): Promise<void> {
  const evidenceId = await insertCaseEvidence(held.trx, evidence);
  const { kind, title, sha256: hash } = evidence;
  await writeStep(held, identity, {
    step: 'add_evidence',
    reason: null,
    details: { evidenceId, kind, title, sha256: hash },
    to: after('add_evidence', held),
  });
}

async function toEvidence(
  trx: Trx,
  caseId: number,
  identity: Identity,
  input: EvidenceCreate,
): Promise<NewEvidence> {
  const { kind, title, note, difference } = input;
  const base = { caseId, kind, title, note, difference, addedBy: actorId(identity) };
  if (kind === 'note') return { ...base, sha256: sha256(`${title}\n${note}`) };
  const sources = await readCaseSources(trx, input);
  if (kind === 'photo') {
    if (!sources.photo) throw unknown('photoId');
    return { ...base, photoId: input.photoId, sha256: sources.photo.sha256 };
  }
  if (kind === 'inspection') {
    if (!sources.inspection) throw unknown('inspectionId');
    const snapshot = sources.inspection;
    return { ...base, inspectionId: input.inspectionId, snapshot, sha256: contentDigest(snapshot) };
  }
  if (kind === 'comparison') {
    if (!sources.comparison) throw unknown('photoComparisonId');
    const snapshot = sources.comparison;
    return {
      ...base,
      photoComparisonId: input.photoComparisonId,
      snapshot,
      sha256: contentDigest(snapshot),
    };
  }
  if (sources.lines.length === 0 || sources.lines.length !== input.lineIds.length) throw unknown('lineIds');
  const snapshot = { lines: sources.lines };
  return { ...base, snapshot, sha256: contentDigest(snapshot) };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const unknown = (field: string): DomainError =>
  new DomainError('invalid', 'unknown_reference', `${field}: no such record`, {
    errors: { [field]: 'no such record' },
  });
