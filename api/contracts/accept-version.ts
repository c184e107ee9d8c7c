import { createHash } from 'node:crypto';
import type { Trx } from '../../db/connect.ts';
import { insertAcceptance } from '../../db/queries/contract-acceptances.ts';
import { readAgreement } from '../../db/queries/contract-agreement.ts';
import type { ContractVersionRecord } from '../../db/queries/contract-versions.ts';
import type { VersionStanding } from '../../db/queries/contract-workflow.ts';
import type { Side } from '../domain/contract-acceptance.ts';
import { DomainError } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import type { Services } from '../http/context.ts';
import { takeStep, type VersionPlace } from './take-step.ts';
import type { AcceptInput } from './workflow.schema.ts';

/** From where a person agreed. */
export interface Origin {
  ipAddress: string;
  userAgent: string | null;
}

/** The anchor agrees to what was shown: text, terms and sentence are named by their hashes, and kept with time and address. */
export function acceptVersion(
  services: Services,
  identity: Identity,
  place: VersionPlace,
  input: AcceptInput,
  origin: Origin,
): Promise<ContractVersionRecord> {
  return takeStep(services, identity, place, {
    action: 'contracts.accept',
    step: 'accept',
    keep: (trx, standing) => keepWord(trx, identity, standing, 'anchor', input, origin),
  });
}

/** The agency's word, after the anchor's. */
export function acknowledgeVersion(
  services: Services,
  identity: Identity,
  place: VersionPlace,
  input: AcceptInput,
  origin: Origin,
): Promise<ContractVersionRecord> {
  return takeStep(services, identity, place, {
    action: 'contracts.acknowledge',
    step: 'acknowledge',
    keep: (trx, standing) => keepWord(trx, identity, standing, 'agency', input, origin),
  });
}

export const statementHash = (statement: string): string =>
  createHash('sha256').update(statement).digest('hex');

async function keepWord(
  trx: Trx,
  identity: Identity,
  standing: VersionStanding,
  side: Side,
  input: AcceptInput,
  origin: Origin,
): Promise<object> {
  const agreement = await readAgreement(trx, standing, { side, lang: input.lang });
  const isShown =
    agreement !== undefined &&
    agreement.textSha256 === input.textSha256 &&
    agreement.termsSha256 === input.termsSha256 &&
    statementHash(agreement.statement) === input.statementSha256;
  if (!isShown)
    throw new DomainError(
      'conflict',
      'text_changed',
      'what you were shown is not what stands now: read it again',
    );
  const { signerName, lang } = input;
  await insertAcceptance(trx, {
    ...agreement,
    ...origin,
    versionId: standing.versionId,
    side,
    method: 'portal',
    signerName,
    lang,
    acceptedBy: actorId(identity),
    signedOn: null,
    documentId: null,
    note: null,
  });
  const { textSha256, termsSha256 } = agreement;
  return { side, signerName, textSha256, termsSha256, statementSha256: input.statementSha256 };
}
