import { insertAcceptance } from '../../db/queries/contract-acceptances.ts';
import { readAgreement } from '../../db/queries/contract-agreement.ts';
import { readDocument } from '../../db/queries/contract-documents.ts';
import type { ContractVersionRecord } from '../../db/queries/contract-versions.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import type { Services } from '../http/context.ts';
import { takeStep, type VersionPlace } from './take-step.ts';
import { unknownField } from './unknown-field.ts';
import type { PaperInput } from './workflow.schema.ts';

/** Writes down that the anchor signed this version on paper; without the scan the board goes on asking for it. */
export function recordPaper(
  services: Services,
  identity: Identity,
  place: VersionPlace,
  input: PaperInput,
): Promise<ContractVersionRecord> {
  return takeStep(services, identity, place, {
    action: 'contracts.record-paper',
    step: 'record-paper',
    async keep(trx, standing) {
      const { signerName, signedOn, documentId, note } = input;
      const scan = documentId === null ? undefined : await readDocument(trx, documentId);
      if (documentId !== null && (scan?.kind !== 'signed_scan' || scan.contractId !== standing.contractId))
        throw unknownField('documentId', 'no signed scan of this contract');
      const agreement = (await readAgreement(trx, standing, { side: 'anchor', lang: 'zh' }))!;
      await insertAcceptance(trx, {
        ...agreement,
        versionId: standing.versionId,
        side: 'anchor',
        method: 'paper',
        signerName,
        lang: 'zh',
        acceptedBy: actorId(identity),
        ipAddress: null,
        userAgent: null,
        signedOn,
        documentId,
        note,
      });
      return { side: 'anchor', method: 'paper', signerName, signedOn, documentId };
    },
  });
}
