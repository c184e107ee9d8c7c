import type { Trx } from '../../db/connect.ts';
import { readAgency } from '../../db/queries/agency.ts';
import { readCaseLines } from '../../db/queries/case-lines.ts';
import { DomainError } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import {
  type BrandClaim,
  type CompensationGround,
  computeBrandClaim,
} from '../domain/inspection/case-claim.ts';
import { fen } from '../domain/money.ts';
import type { Services } from '../http/context.ts';
import type { PaperLang } from '../pdf/letterhead.ts';
import { inCase, writeStep } from './case-in-hand.ts';
import { freezePaper } from './freeze-paper.ts';
import { type ClaimPaper, renderBrandClaim } from './pdf/brand-claim.ts';
import type { ShownCase } from './show-case.ts';

export type ShownClaim = Omit<BrandClaim, 'compensation'> & {
  compensation: Omit<BrandClaim['compensation'], 'orders'>;
  lines: number;
  orderCount: number;
  floorOrders: number;
};

/** What the affected lines come to against the brand. */
export async function showClaim(trx: Trx, caseId: number, ground: CompensationGround): Promise<ShownClaim> {
  const lines = await readCaseLines(trx, caseId);
  const claim = computeBrandClaim(
    lines.map((line) => ({
      orderNo: `${line.platform}:${line.orderNo}`,
      paidFen: fen(line.paidFen),
      refundedFen: fen(line.refundedFen),
      commissionFen: fen(line.commissionFen),
    })),
    ground,
  );
  const { orders, ...compensation } = claim.compensation;
  return {
    ...claim,
    compensation,
    lines: lines.length,
    orderCount: orders.length,
    floorOrders: orders.filter((order) => order.isFloor).length,
  };
}

/** Freezes the claim against the brand: only where the brand is who bears it. */
export function freezeClaim(
  services: Pick<Services, 'db'>,
  identity: Identity,
  id: number,
  { ground, lang }: { ground: CompensationGround; lang: PaperLang },
): Promise<ShownCase> {
  return inCase(services, identity, { id, action: 'cases.work' }, async (held) => {
    const { trx, row, parts } = held;
    if (
      parts.decision?.outcome !== 'substitution' ||
      !['brand', 'supplier'].includes(parts.decision.bearer ?? '')
    )
      throw new DomainError(
        'conflict',
        'not_the_bearer',
        'a claim follows the decision that the brand bears it',
      );
    const count = parts.papers.filter(({ kind }) => kind === 'claim').length;
    const { withoutEstimateFen, totalFen, commissionFen, refundFen, ...claim } = await showClaim(
      trx,
      id,
      ground,
    );
    const { name, creditCode } = await readAgency(trx);
    const { isEstimate: _, ...compensation } = claim.compensation;
    const paper: ClaimPaper = {
      ...{ version: 1, lang, no: `${row.no}-C${count + 1}`, issuedOn: held.today },
      agency: { name, creditCode },
      brand: { name: row.brandName ?? '—' },
      case: { no: row.no, title: row.title, productName: row.productName, batch: row.batch },
      ...{ commissionFen, refundFen, withoutEstimateFen, totalFen, compensation },
      ...{ lines: claim.lines, orders: claim.orderCount, floorOrders: claim.floorOrders },
      decision: parts.decision.reason,
    };
    const { pdf, hash } = renderBrandClaim(paper);
    const kept = await freezePaper(trx, identity, {
      ...{ caseId: id, kind: 'claim', no: paper.no, answerBy: null },
      ...{ document: paper, pdf, contentSha256: hash },
    });
    await writeStep(held, identity, {
      ...{ step: 'claim', reason: null },
      details: { paperId: kept.id, sha256: kept.sha256, ground, withoutEstimateFen, totalFen },
    });
  });
}
