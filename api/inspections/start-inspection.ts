import type { Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { findOpenLot, lockHistory } from '../../db/queries/inspection-history.ts';
import { compareInstants, type InspectionStart, insertInspection } from '../../db/queries/inspections.ts';
import { type ProductRow, readProduct } from '../../db/queries/products.ts';
import { readSealInForce } from '../../db/queries/sample-seals.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import { actorId, type Identity } from '../domain/identity.ts';
import { TEMPLATES } from '../domain/inspection/templates.ts';
import { whyNot } from '../domain/permission.ts';
import { whyNotInspectLot } from '../domain/sampling/switching.ts';
import type { Services } from '../http/context.ts';
import type { InspectionCreate, LotCreate, MysteryCreate } from './inspections.schema.ts';
import { planBoth, readSwitching } from './plan-lot.ts';
import { type InspectionRecord, showInspection } from './show-inspection.ts';

/**
 * Starts an inspection against the sealed sample in force. Sample, rules and plan are frozen here: what is compared, and
 * how many may differ, is said before anything is looked at.
 */
export async function startInspection(
  { db }: Services,
  identity: Identity,
  input: InspectionCreate,
): Promise<InspectionRecord> {
  const reason = whyNot(identity.role, 'inspections.start');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const product = await readProduct(trx, input.productId);
    if (!product) throw unknown('productId', 'no such product');
    const seal = await readSealInForce(trx, input.productId);
    if (!seal)
      throw new DomainError(
        'conflict',
        'no_sealed_sample',
        'nothing to compare with: seal a sample of it first',
      );
    const id = await insertInspection(
      trx,
      {
        kind: input.kind,
        productId: input.productId,
        brandId: product.brandId,
        sampleId: seal.sampleId,
        sealedSha256: seal.contentSha256!,
        category: seal.category,
        rules: TEMPLATES[seal.category],
        note: input.note ?? null,
        ...(input.kind === 'lot'
          ? { lot: await planned(trx, product, input) }
          : { order: await ordered(trx, input) }),
      },
      actorId(identity),
    );
    await writeAudit(trx, identity, {
      ...{ action: 'inspections.start', entity: 'inspection', entityId: id, after: input },
    });
    return showInspection(trx, id, identity);
  });
}

async function planned(
  trx: Trx,
  { id: productId, brandId }: ProductRow,
  input: LotCreate,
): Promise<NonNullable<InspectionStart['lot']>> {
  if (brandId === null)
    throw new DomainError(
      'conflict',
      'no_brand',
      'the history of lots is kept by supplier: give the product a brand',
    );
  const goods = { brandId, productId };
  await lockHistory(trx, goods);
  const inspectionId = await findOpenLot(trx, goods);
  if (inspectionId !== undefined)
    throw new DomainError(
      'conflict',
      'lot_open',
      `close inspection ${inspectionId} first: the stage follows from it`,
      {
        details: { inspectionId },
      },
    );
  const now = await readSwitching(trx, goods);
  const discontinued = whyNotInspectLot(now);
  if (discontinued) throw refuse('conflict', discontinued);
  const { major, minor } = planBoth(input, now.stage);
  return {
    lotNo: input.lotNo ?? null,
    lotSize: input.lotSize,
    level: major.level,
    aqlMajor: major.aql,
    aqlMinor: minor.aql,
    stage: major.stage,
    score: now.score,
    planMajor: major,
    planMinor: minor,
    isResubmitted: input.isResubmitted ?? false,
  };
}

async function ordered(trx: Trx, input: MysteryCreate): Promise<NonNullable<InspectionStart['order']>> {
  const { orderNo, platform, boughtBy, boughtAt, receivedAt = null, paidFen = null } = input;
  for (const [field, at] of Object.entries({ boughtAt, receivedAt })) {
    if (at === null) continue;
    const { isFuture, isBefore } = await compareInstants(trx, at, boughtAt);
    if (isFuture) throw unknown(field, 'this has not been yet', 'in_the_future');
    if (isBefore) throw unknown(field, 'received before it was bought', 'received_before_bought');
  }
  return { orderNo, platform, boughtBy, boughtAt, receivedAt, paidFen };
}

const unknown = (field: string, complaint: string, code = 'unknown_reference'): DomainError =>
  new DomainError('invalid', code, `${field}: ${complaint}`, { errors: { [field]: complaint } });
