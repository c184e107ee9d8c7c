import { type CaseOpening, openCase, openCaseFromInspection } from '../../db/queries/case-open.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { addNote } from './add-evidence.ts';
import type { CaseByHand } from './cases.schema.ts';
import { type ShownCase, showCase } from './show-case.ts';

/** Opens a case by hand. Holding money is compliance's alone. */
export async function openByHand(
  { db }: Pick<Services, 'db'>,
  identity: Identity,
  { evidence = [], batch = null, ...input }: CaseByHand,
): Promise<ShownCase> {
  requireOpening(identity, input.hold);
  return inTransaction(db, identity, async (trx) => {
    const { id } = await openCase(trx, identity, {
      ...input,
      ...{ batch, origin: 'hand', inspectionId: null, signalKey: null },
    });
    for (const note of evidence) await addNote(trx, identity, id, note);
    return showCase(trx, identity, id);
  });
}

/** Opens the case an inspection asks for, or answers the one it opened. 409 `nothing_critical_upheld`. */
export async function openOfInspection(
  { db }: Pick<Services, 'db'>,
  identity: Identity,
  inspectionId: number,
): Promise<ShownCase> {
  requireOpening(identity, null);
  return inTransaction(db, identity, async (trx) => {
    const opened = await openCaseFromInspection(trx, identity, inspectionId);
    if (!opened)
      throw new DomainError(
        'conflict',
        'nothing_critical_upheld',
        'no critical difference of this inspection is upheld: open the case by hand, without it',
      );
    return showCase(trx, identity, opened.id);
  });
}

export function requireOpening(identity: Identity, hold: CaseOpening['hold']): void {
  const reason = whyNot(identity.role, 'cases.open');
  if (reason) throw refuse('forbidden', reason);
  if (hold && whyNot(identity.role, 'cases.hold'))
    throw new DomainError(
      'forbidden',
      'holds_by_compliance',
      'only compliance holds money: open the case without',
    );
}
