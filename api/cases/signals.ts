import type { Trx } from '../../db/connect.ts';
import { openCase, type Window } from '../../db/queries/case-open.ts';
import {
  listSignalLines,
  readOpenCases,
  readSignalFacts,
  type SignalFacts,
  type SignalLine,
} from '../../db/queries/case-signals.ts';
import { insertCaseEvidence, takeCaseStep } from '../../db/queries/case-writes.ts';
import { contentDigest } from '../../db/queries/content-digest.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import {
  judgeComplaints,
  judgeGtin,
  judgePrice,
  judgeReturns,
  type Signal,
  type SignalKind,
} from '../domain/inspection/case-signals.ts';
import type { Services } from '../http/context.ts';
import { requireOpening } from './open-case.ts';
import { type ShownCase, showCase } from './show-case.ts';

export type ShownSignal = Omit<Signal, 'pBelow'> & {
  /** `quality_return:12:3`: kind, product, anchor. */
  key: string;
  productId: number;
  productName: string;
  brandName: string | null;
  anchorId: number;
  anchorName: string;
  from: string;
  to: string;
  pBelow: string | null;
  lines: number;
  openCaseId: number | null;
};

export interface SignalKey {
  kind: SignalKind;
  productId: number;
  anchorId: number;
}

/** What orders say against goods now, worst first. Nothing is kept: it is reckoned from the orders as they are. */
export async function listSignals(
  trx: Trx,
  filter: { kind?: SignalKind; productId?: number },
): Promise<ShownSignal[]> {
  const facts = await readSignalFacts(trx, filter.productId ?? null);
  const open = await readOpenCases(trx);
  return facts
    .flatMap((one) => judge(one).map((signal) => toShown(one, signal, open.get(one.productId) ?? null)))
    .filter(({ kind }) => filter.kind === undefined || kind === filter.kind)
    .sort((a, b) => Number(a.pBelow ?? 0.0005) - Number(b.pBelow ?? 0.0005) || (a.key < b.key ? -1 : 1));
}

/** 404 for a key that names nothing. */
export async function readSignalLines(trx: Trx, key: SignalKey): Promise<SignalLine[]> {
  return listSignalLines(trx, key);
}

/** Opens a case on a signal, with the lines behind it as evidence. 409 `signal_gone`, `case_open_already`. */
export function openFromSignal(
  { db }: Pick<Services, 'db'>,
  identity: Identity,
  key: SignalKey,
  input: { title?: string; reason: string; hold: Window | null },
): Promise<ShownCase> {
  requireOpening(identity, input.hold);
  return inTransaction(db, identity, async (trx) => {
    const signals = await listSignals(trx, { kind: key.kind, productId: key.productId });
    const signal = signals.find(({ anchorId }) => anchorId === key.anchorId);
    if (!signal) throw new DomainError('conflict', 'signal_gone', 'the orders do not say this any more');
    if (signal.openCaseId !== null)
      throw new DomainError('conflict', 'case_open_already', 'a case of these goods is open', {
        details: { caseId: signal.openCaseId },
      });
    const { id } = await openCase(trx, identity, {
      ...{
        productId: key.productId,
        reason: input.reason,
        hold: input.hold,
        batch: null,
        inspectionId: null,
      },
      ...{
        title: input.title ?? `${signal.productName.slice(0, 60)} 订单异常`,
        origin: 'signal',
        signalKey: signal.key,
      },
    });
    const snapshot = { signal, lines: await listSignalLines(trx, key) };
    const evidenceId = await insertCaseEvidence(trx, {
      ...{ caseId: id, kind: 'signal', title: signal.words.zh, note: '', snapshot },
      ...{ sha256: contentDigest(snapshot), addedBy: actorId(identity) },
    });
    await takeCaseStep(trx, {
      ...{ caseId: id, step: 'add_evidence', fromStage: 'open', toStage: 'evidence', reason: null },
      ...{ details: { evidenceId }, actorId: actorId(identity) },
    });
    return showCase(trx, identity, id);
  });
}

function judge({ now, before, productBefore, otherGtins, otherGtinLines, gtin }: SignalFacts): Signal[] {
  return [
    judgeReturns(now, before, productBefore),
    judgeComplaints(now, before, productBefore),
    judgePrice(now, before),
    gtin === null ? undefined : judgeGtin({ others: otherGtins, lines: otherGtinLines, of: now.sales }, gtin),
  ].filter((signal) => signal !== undefined);
}

function toShown(facts: SignalFacts, signal: Signal, openCaseId: number | null): ShownSignal {
  const { productId, productName, brandName, anchorId, anchorName, from, to } = facts;
  return {
    ...signal,
    key: `${signal.kind}:${productId}:${anchorId}`,
    ...{ productId, productName, brandName, anchorId, anchorName, from, to, openCaseId },
    pBelow: signal.pBelow === null ? null : signal.pBelow.toPrecision(2),
    lines: signal.kind === 'price_change' ? facts.now.sales : signal.observed.count,
  };
}
