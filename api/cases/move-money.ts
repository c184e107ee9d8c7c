import type { Window } from '../../db/queries/case-open.ts';
import { startHold } from '../../db/queries/case-open.ts';
import { endParts, openPartsOf } from '../../db/queries/hold-end.ts';
import { holdShares, lockHeldMoney } from '../../db/queries/hold-take.ts';
import { endHolds, listHeldParties } from '../../db/queries/holds.ts';
import { refuse } from '../domain/error.ts';
import { type MoveKind, whyNotHold, whyNotMoveHeld } from '../domain/hold/hold-rules.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { type CaseInHand, inCase, requireStep, writeStep } from './case-in-hand.ts';
import type { ShownCase } from './show-case.ts';

type Db = Pick<Services, 'db'>;

/** Another hold of a case, until it is decided. */
export function holdMore(
  services: Db,
  identity: Identity,
  id: number,
  { reason, ...window }: Window & { reason: string },
): Promise<ShownCase> {
  return inCase(services, identity, { id, action: 'cases.hold' }, async ({ trx, row }) => {
    const refusal = whyNotHold(row.stage);
    if (refusal) throw refuse('conflict', refusal);
    const scope = { ...window, productId: row.productId };
    await startHold(trx, identity, scope, { id, reason, stage: row.stage });
  });
}

/** New lines no longer come in held; what is held waits for the decision. */
export function endHold(
  services: Db,
  identity: Identity,
  id: number,
  holdId: number,
  reason: string,
): Promise<ShownCase> {
  return inCase(services, identity, { id, action: 'cases.hold' }, async (held) => {
    await lockHeldMoney(held.trx);
    const [ended] = await endHolds(held.trx, { caseId: id, holdId }, { reason, endedBy: actorId(identity) });
    found(ended, 'hold of this case that takes new lines:', holdId);
    await writeStep(held, identity, { step: 'end_hold', reason, details: { holdId } });
  });
}

/** Gives held shares back to these parties, or to all. Sales that another open hold looks at are held for that one. */
export function releaseHeld(
  services: Db,
  identity: Identity,
  id: number,
  { partyIds, reason, endHolds: isLast }: { partyIds: number[] | null; reason: string; endHolds: boolean },
): Promise<ShownCase> {
  return inCase(services, identity, { id, action: 'cases.release' }, async (held) => {
    requireStep(held, 'release');
    await move(held, identity, { kind: 'release', partyIds, reason });
    if (isLast) await endAll(held, identity, reason);
  });
}

/** Takes held shares away for good, from who bears the substitution alone. */
export function clawBackHeld(
  services: Db,
  identity: Identity,
  id: number,
  { partyIds, reason }: { partyIds: number[]; reason: string },
): Promise<ShownCase> {
  return inCase(services, identity, { id, action: 'cases.release' }, async (held) => {
    requireStep(held, 'claw_back');
    await move(held, identity, { kind: 'clawback', partyIds, reason });
  });
}

async function move(
  held: CaseInHand,
  identity: Identity,
  { kind, partyIds, reason }: { kind: MoveKind; partyIds: number[] | null; reason: string },
): Promise<void> {
  const { trx, row, parts } = held;
  await lockHeldMoney(trx);
  const parties = await listHeldParties(trx, row.id);
  const named = partyIds?.map((partyId) =>
    found(
      parties.find((party) => party.partyId === partyId),
      'held money of party',
      partyId,
    ),
  );
  const verdict = parts.decision && {
    outcome: parts.decision.outcome,
    bearer: parts.decision.bearer,
    bearerAnchorId: parts.decision.bearerAnchorId,
    decidedBy: parts.decision.decidedById,
  };
  for (const party of named ?? parties) {
    const refusal = whyNotMoveHeld(kind, verdict, party, actorId(identity));
    if (refusal) throw refuse('conflict', { ...refusal, message: `${party.name}: ${refusal.message}` });
  }
  const step = kind === 'release' ? 'release' : 'claw_back';
  const moved = (named ?? parties).map(({ partyId, heldFen }) => ({ partyId, amountFen: heldFen }));
  const stepId = await writeStep(held, identity, { step, reason, details: { parties: moved } });
  const occasion = `step:${stepId}`;
  await endParts(trx, { parts: openPartsOf(row.id, partyIds), kind, occasion, createdBy: actorId(identity) });
  if (kind === 'release') await holdShares(trx, occasion, actorId(identity));
}

async function endAll(held: CaseInHand, identity: Identity, reason: string): Promise<void> {
  const ended = await endHolds(
    held.trx,
    { caseId: held.row.id, holdId: null },
    { reason, endedBy: actorId(identity) },
  );
  for (const holdId of ended)
    await writeStep(held, identity, { step: 'end_hold', reason, details: { holdId } });
}
