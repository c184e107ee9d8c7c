import { writeAudit } from '../../db/queries/audit.ts';
import { readFinding } from '../../db/queries/contract-findings.ts';
import { insertFinding } from '../../db/queries/contract-reviews.ts';
import { readVersionText } from '../../db/queries/contract-texts.ts';
import { inTransaction } from '../../db/transaction.ts';
import { placeFinding } from '../domain/contract-review.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import type { FindingInput } from './review.schema.ts';
import { type FullFinding, findingOf } from './show-finding.ts';
import { holdVersion, refuseStep, type VersionPlace } from './take-step.ts';

/** A sentence a person finds worth attention and the reader did not. */
export async function addFinding(
  { db }: Services,
  identity: Identity,
  place: VersionPlace,
  input: FindingInput,
): Promise<FullFinding> {
  const reason = whyNot(identity.role, 'contract-findings.add');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const standing = await holdVersion(trx, identity, place);
    refuseStep('read', standing, identity);
    if (standing.reviewId === null)
      throw new DomainError('conflict', 'not_reviewed', 'read the version before adding to what was found');
    const { text, clauses, source } = (await readVersionText(trx, place.versionId))!;
    const quote = text.slice(input.start, input.end);
    if (quote.trim() === '')
      throw new DomainError('invalid', 'no_such_place', 'there is no text between start and end', {
        errors: { start: 'there is no text between start and end' },
      });
    const isWeighty = input.severity === 'block' || input.severity === 'high';
    const finding = placeFinding(
      {
        ...input,
        quote,
        bases: [],
        negotiability: isWeighty ? 'must' : 'should',
        words: {
          name: { zh: '人工提示', en: 'Added by hand' },
          advice: isWeighty
            ? { zh: '建议协商', en: 'worth negotiating' }
            : { zh: '建议关注', en: 'worth attention' },
          reason: { zh: input.reason, en: input.reason },
          suggestion: { zh: input.suggestion, en: input.suggestion },
          questions: [],
        },
      },
      clauses,
      source,
      'hand',
    );
    const reading = { reviewId: standing.reviewId, versionId: place.versionId };
    const id = await insertFinding(trx, reading, { ...finding, addedBy: actorId(identity) });
    await writeAudit(trx, identity, {
      action: 'contract-findings.add',
      entity: 'contract',
      entityId: place.contractId,
      after: { findingId: id, type: input.type, severity: input.severity, quote },
    });
    return findingOf((await readFinding(trx, id))!);
  });
}
