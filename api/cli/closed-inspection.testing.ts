import { type RawBuilder, sql } from 'kysely';
import pino from 'pino';
import { readSeal } from '../../db/queries/sample-seals.ts';
import type { TestDb } from '../../db/test-db.ts';
import { inTransaction } from '../../db/transaction.ts';
import { type Identity, SYSTEM } from '../domain/identity.ts';
import type { Services } from '../http/context.ts';
import { closeInspection } from '../inspections/close-inspection.ts';
import { decideDifference } from '../inspections/decide-difference.ts';
import { addUnit } from '../inspections/record-unit.ts';
import { startInspection } from '../inspections/start-inspection.ts';
import { SERUM, sealOf } from '../photo-scene.testing.ts';
import { requestSample } from '../samples/request-sample.ts';
import { hashSeal, sealSample, witnessSeal } from '../samples/seal-sample.ts';
import { sealBody } from '../samples/seals.schema.ts';
import { takeStep } from '../samples/take-step.ts';

const gu: Identity = { ...SYSTEM, role: 'compliance', userId: 'gu' };
const operator: Identity = { ...SYSTEM, role: 'operator', userId: 'he' };

/** A sealed sample and a mystery order that differs from it, closed; its case is open. Needs the users of a held case. */
export async function addClosedInspection({ db, ownerDb }: TestDb): Promise<void> {
  const services: Services = { db, dataDir: '', sealKey: Buffer.alloc(32), log: pino({ level: 'silent' }) };
  const { rows } = await sql<{
    id: number;
  }>`insert into product (name) values ('封样的货') returning id`.execute(ownerDb);
  const productId = rows[0]!.id;
  const [sealed, shown] = [await addPhoto(ownerDb, 'c'), await addPhoto(ownerDb, 'd')];
  const sample = await requestSample(services, operator, { productId, pieces: 1 });
  await takeStep(services, operator, sample.id, { step: 'approve' });
  await takeStep(services, operator, sample.id, { step: 'send', carrier: '顺丰', trackingNo: 'SF1' });
  await takeStep(services, operator, sample.id, { step: 'receive' });
  await sealSample(services, operator, sample.id, sealBody.parse(sealOf('FY-1', [sealed])));
  const seal = await inTransaction(db, SYSTEM, (trx) => readSeal(trx, sample.id));
  await witnessSeal(services, gu, sample.id, { contentSha256: hashSeal(seal!, 'gu') });
  const { id } = await startInspection(services, operator, {
    ...{ kind: 'mystery', productId, orderNo: 'D-1', platform: 'douyin', boughtBy: '李青' },
    boughtAt: '2026-05-01T10:00:00+08:00',
  });
  const unit = await addUnit(services, operator, id, {
    ...{ batch: 'B2', barcode: null, note: null, photos: [{ face: 'side', photoId: shown }] },
    attributes: { ...SERUM, netContent: '15 ml' },
  });
  for (const one of unit.differences)
    await decideDifference(services, gu, one.id, {
      ...{ kind: one.attribute === 'netContent' ? 'uphold' : 'dismiss', reason: '核对' },
    });
  await closeInspection(services, gu, id, { rowVersion: 1 });
}

async function addPhoto(ownerDb: TestDb['ownerDb'], letter: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into photo (sha256, format, file_name, size_bytes, width, height, view_sha256, thumb_sha256, perceptual_hash, sharpness)
    values (repeat(${letter}, 64), 'jpeg', 'x.jpg', 1, 400, 400, repeat(${letter}, 64), repeat(${letter}, 64), repeat('0', 16), 1) returning id`.execute(
    ownerDb,
  );
  return rows[0]!.id;
}

/** A violation of each rule about seals, inspections and the evidence of cases. */
export const SEEDED_SEALS: [code: string, writes: () => RawBuilder<unknown>[]][] = [
  ['seal_equals_content', () => [sql`update sample_seal set seal_text = seal_text || ' '`]],
  ['seal_equals_content', () => [sql`update sample_seal set content_sha256 = repeat('0', 64)`]],
  [
    'seal_equals_content',
    () => [sql`update sample_seal set attributes = attributes || '{"netContent": "15 ml"}'`],
  ],
  ['seal_equals_content', () => [sql`update sample_seal set sealed_on = sealed_on - 1`]],
  ['seal_equals_content', () => [sql`update sample_face set outline = '[]'`]],
  ['seal_equals_content', () => [sql`update sample_face set photo_id = (select max(id) from photo)`]],
  [
    'inspection_equals_content',
    () => [sql`update inspection set content = replace(content, '15 ml', '30 ml')`],
  ],
  ['inspection_equals_content', () => [sql`update inspection set verdict = 'no_difference_found'`]],
  ['inspection_equals_content', () => [sql`update inspection set sealed_sha256 = repeat('0', 64)`]],
  [
    'inspection_equals_content',
    () => [sql`update inspection_unit set attributes = attributes || '{"netContent": "30 ml"}'`],
  ],
  ['inspection_equals_content', () => [sql`delete from inspection_unit_photo`]],
  [
    'inspection_equals_content',
    () => [
      sql`update inspection_difference set state = 'dismissed', decided_criticality = null where state = 'upheld'`,
    ],
  ],
  ['case_evidence_hash', () => [sql`update case_evidence set note = '30 g' where kind = 'note'`]],
  [
    'case_evidence_hash',
    () => [
      sql`update case_evidence set snapshot = jsonb_set(snapshot, '{text}', '"未答复"') where kind = 'answer'`,
    ],
  ],
  [
    'case_evidence_hash',
    () => [
      sql`update case_evidence set snapshot = jsonb_set(snapshot, '{batch}', '"B1"') where kind = 'inspection'`,
    ],
  ],
  ['case_evidence_hash', () => [sql`update case_paper set document = document || '{"no": "X"}'`]],
];
