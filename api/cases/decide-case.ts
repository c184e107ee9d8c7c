import { insertDecision, liftStopSale } from '../../db/queries/case-writes.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { whyNotDecide } from '../domain/inspection/case-life.ts';
import { whyNotLiftStopSale } from '../domain/inspection/case-stop-sale.ts';
import type { Services } from '../http/context.ts';
import { after, inCase, writeStep } from './case-in-hand.ts';
import type { DecideBody } from './cases.schema.ts';
import type { ShownCase } from './show-case.ts';

/** Decides what the case is and who bears it; money moves by steps of its own after it. */
export function decideCase(
  services: Pick<Services, 'db'>,
  identity: Identity,
  id: number,
  input: DecideBody,
): Promise<ShownCase> {
  return inCase(services, identity, { id, action: 'cases.decide' }, async (held) => {
    const refusal = whyNotDecide(held.facts, input, held.actor);
    if (refusal) throw refuse('conflict', refusal);
    if ((input.bearer === 'anchor') !== (input.bearerAnchorId !== null)) throw whichAnchor();
    await insertDecision(held.trx, { ...input, caseId: id, decidedBy: actorId(identity)! });
    await writeStep(held, identity, {
      ...{ step: 'decide', reason: input.reason, to: after('decide', held) },
      details: { outcome: input.outcome, bearer: input.bearer, bearerAnchorId: input.bearerAnchorId },
    });
  });
}

/** The goods may be sold again. */
export function liftSaleStop(
  services: Pick<Services, 'db'>,
  identity: Identity,
  id: number,
  reason: string,
): Promise<ShownCase> {
  return inCase(services, identity, { id, action: 'cases.decide' }, async (held) => {
    const refusal = whyNotLiftStopSale(held.row.stage, held.parts.stopSale);
    if (refusal) throw refuse('conflict', refusal);
    await liftStopSale(held.trx, id, { reason, liftedBy: actorId(identity) });
    await writeStep(held, identity, { step: 'lift_stop_sale', reason });
  });
}

const whichAnchor = (): DomainError =>
  new DomainError('invalid', 'which_anchor', 'name the anchor who bears it, and only then', {
    errors: { bearerAnchorId: 'name the anchor who bears it, and only then' },
  });
