import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { listDifferences } from '../../../db/queries/inspection-differences.ts';
import { listCustody, readInspection } from '../../../db/queries/inspections.ts';
import { readSeal, readSealInForce } from '../../../db/queries/sample-seals.ts';
import { readSample } from '../../../db/queries/samples.ts';
import { gtinOf, PRODUCTS } from '../../../db/seed/products.ts';
import { LOTS, MYSTERY, SEALED, SERUM_KEY, SHIPPED } from '../../../db/seed/samples.ts';
import { findInspection, findSample } from '../../../db/seed/told-samples.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { SYSTEM } from '../../domain/identity.ts';
import { closeInspection } from '../../inspections/close-inspection.ts';
import { decideDifference } from '../../inspections/decide-difference.ts';
import { recordCustody } from '../../inspections/record-custody.ts';
import { addUnit } from '../../inspections/record-unit.ts';
import { startInspection } from '../../inspections/start-inspection.ts';
import { requestSample } from '../../samples/request-sample.ts';
import { hashSeal, sealSample, witnessSeal } from '../../samples/seal-sample.ts';
import { storePhoto } from '../../samples/store-photo.ts';
import { takeStep } from '../../samples/take-step.ts';
import type { Label, Pose } from './draw-label.ts';
import { productIdOf } from './tell-goods.ts';
import { actAs, type Teller } from './teller.ts';

/** The serum that was sealed, its lots, and the order in which something else came. Nobody has decided on that yet. */
export async function tellSamples(teller: Teller): Promise<void> {
  const productId = productIdOf(teller, SERUM_KEY);
  // Drawing is an optional part of the installation: the demo goes on without its photos, and without what rests on them.
  const drawing = await import('./draw-label.ts').catch((error) => {
    teller.services.log.warn({ err: error }, 'no label can be drawn: the demo has no samples');
  });
  if (!drawing) return;
  await tellSealing(teller, productId, drawing.drawLabelPhoto);
  for (const lot of LOTS) await tellLot(teller, productId, lot);
  await tellMystery(teller, productId, drawing.drawLabelPhoto);
}

type Draw = typeof import('./draw-label.ts').drawLabelPhoto;

const gtin = gtinOf(PRODUCTS.find(({ key }) => key === SERUM_KEY)!);
const labelOf = ({ attributes, batch }: typeof SEALED | typeof SHIPPED): Label => ({
  ...attributes,
  batch,
  gtin,
});

async function tellSealing(teller: Teller, productId: number, draw: Draw): Promise<void> {
  const { services } = teller;
  const [operator, compliance] = [actAs(teller, 'operator'), actAs(teller, 'compliance')];
  const look = <T>(query: Parameters<typeof inTransaction<T>>[2]) =>
    inTransaction(services.db, SYSTEM, query);
  if (await look((trx) => readSealInForce(trx, productId))) return;
  const { purpose, carrier, trackingNo, sealNumber, batch, attributes, ...days } = SEALED;
  const id =
    (await look((trx) => findSample(trx, productId, purpose))) ??
    (
      await requestSample(services, operator, {
        productId,
        anchorId: null,
        pieces: 2,
        isLoan: false,
        purpose,
        requestedOn: days.requestedOn,
      })
    ).id;
  const stage = async () => (await look((trx) => readSample(trx, id)))!.stage;
  if ((await stage()) === 'requested') await takeStep(services, operator, id, { step: 'approve' });
  if ((await stage()) === 'approved')
    await takeStep(services, operator, id, { step: 'send', carrier, trackingNo });
  if ((await stage()) === 'sent')
    await takeStep(services, operator, id, { step: 'receive', receivedOn: days.receivedOn });
  if (!(await look((trx) => readSeal(trx, id)))) {
    const faces = await Promise.all(
      (['front', 'back'] as const).map(async (face) => {
        const { bytes, ...marks } = draw(face, labelOf(SEALED), {
          turn: 0.6,
          x: 4,
          y: -6,
          light: 1,
        });
        return {
          face,
          photoId: await send(teller, bytes, { name: `封样-${face}.jpg`, readsCodes: face === 'back' }),
          ...marks,
        };
      }),
    );
    await sealSample(services, operator, id, {
      ...{ category: 'cosmetics', batch, sealNumber, supersedes: null, faces, sealedOn: days.sealedOn },
      attributes: { ...attributes, gtin },
    });
  }
  const row = (await look((trx) => readSeal(trx, id)))!;
  await witnessSeal(services, compliance, id, { contentSha256: hashSeal(row, compliance.userId) });
}

async function tellLot(
  teller: Teller,
  productId: number,
  { lotNo, inspectedOn, isGood }: (typeof LOTS)[number],
): Promise<void> {
  const { services } = teller;
  const [operator, compliance] = [actAs(teller, 'operator'), actAs(teller, 'compliance')];
  const look = <T>(query: Parameters<typeof inTransaction<T>>[2]) =>
    inTransaction(services.db, SYSTEM, query);
  const known = await look((trx) => findInspection(trx, productId, lotNo));
  const terms = {
    kind: 'lot',
    productId,
    lotNo,
    lotSize: 480,
    level: 'S-1',
    aqlMajor: '6.5',
    aqlMinor: '10',
  } as const;
  const id = known ?? (await startInspection(services, operator, terms)).id;
  const read = async () => (await look((trx) => readInspection(trx, id)))!;
  const { status, planMajor, planMinor } = await read();
  if (status !== 'open') return;
  const size = Math.max(planMajor!.sampleSize, planMinor!.sampleSize);
  for (let at = (await read()).tallies.length; at < size; at++) {
    const days = madeBefore(inspectedOn, isGood || at > 0 ? 60 : 900);
    const attributes = { ...SEALED.attributes, gtin, ...days };
    await addUnit(services, operator, id, { ...UNIT, batch: lotNo, inspectedOn, attributes });
  }
  for (const { id: differenceId, state } of await look((trx) => listDifferences(trx, { inspectionId: id })))
    if (state === 'open')
      await decideDifference(services, compliance, differenceId, {
        kind: 'uphold',
        reason: '剩余保质期不足一半',
      });
  await closeInspection(services, compliance, id, { rowVersion: (await read()).rowVersion });
}

async function tellMystery(teller: Teller, productId: number, draw: Draw): Promise<void> {
  const { services } = teller;
  const operator = actAs(teller, 'operator');
  const { custody, ...order } = MYSTERY;
  const look = <T>(query: Parameters<typeof inTransaction<T>>[2]) =>
    inTransaction(services.db, SYSTEM, query);
  const known = await look((trx) => findInspection(trx, productId, order.orderNo));
  const { id } = known
    ? { id: known }
    : await startInspection(services, operator, { kind: 'mystery', productId, ...order });
  const { units, held } = await look(async (trx) => ({
    units: (await readInspection(trx, id))!.tallies.length,
    held: await listCustody(trx, id),
  }));
  for (const step of custody.slice(held.length))
    await recordCustody(services, operator, id, { ...step, photoId: null });
  for (const pose of POSES.slice(units)) {
    const photos = await Promise.all(
      (['front', 'back'] as const).map(async (face) => {
        const { bytes } = draw(face, labelOf(SHIPPED), pose);
        return {
          face,
          photoId: await send(teller, bytes, { name: `开箱-${face}.jpg`, readsCodes: face === 'back' }),
        };
      }),
    );
    const { batch, inspectedOn, producedOn } = SHIPPED;
    const attributes = { ...SHIPPED.attributes, ...madeBefore(producedOn, 0) };
    await addUnit(services, operator, id, { ...UNIT, batch, inspectedOn, attributes, photos });
  }
}

const UNIT = { barcode: null, note: null, photos: [] };

/** How the phone was held over each of the three. */
const POSES: readonly Pose[] = [
  { turn: -1.4, x: -8, y: 10, light: 0.97 },
  { turn: 2.1, x: 12, y: 4, light: 1.02 },
  { turn: 0.9, x: -3, y: -14, light: 0.99 },
];

/** Printed days of goods made so many days before this one, with a life of 36 months. */
function madeBefore(day: string, days: number): { producedOn: string; expiresOn: string } {
  const made = new Date(Date.parse(day) - days * 86_400_000);
  const ends = new Date(made);
  ends.setUTCMonth(ends.getUTCMonth() + 36);
  return { producedOn: made.toISOString().slice(0, 10), expiresOn: ends.toISOString().slice(0, 10) };
}

async function send(
  { services, told }: Teller,
  bytes: Buffer,
  { name, readsCodes }: { name: string; readsCodes: boolean },
): Promise<number> {
  const file = path.join(os.tmpdir(), `faircast-photo-${randomUUID()}`);
  try {
    await writeFile(file, bytes, { mode: 0o600 });
    const operator = actAs({ services, told }, 'operator');
    return (await storePhoto(services, operator, { path: file, name }, { readsCodes })).id;
  } finally {
    await rm(file, { force: true });
  }
}
