import { sql } from 'kysely';
import type { BooksScene } from '../../db/queries/book-checks/books-scene.testing.ts';
import { openCase } from '../../db/queries/case-open.ts';
import type { TestDb } from '../../db/test-db.ts';
import { inTransaction } from '../../db/transaction.ts';
import { addEvidence } from '../cases/add-evidence.ts';
import { decideCase } from '../cases/decide-case.ts';
import { notifyBrand, recordAnswer } from '../cases/hear-brand.ts';
import { clawBackHeld } from '../cases/move-money.ts';
import { type Identity, SYSTEM } from '../domain/identity.ts';

const gu: Identity = { ...SYSTEM, role: 'compliance', userId: 'gu' };
const he: Identity = { ...gu, userId: 'he' };

/** A case by the product's own commands: held of two anchors, taken away from the one who bears it, held of the other. */
export async function addHeldCase(t: TestDb, { anchorId }: BooksScene): Promise<void> {
  await sql`insert into app_user (id, name, email, role) values ('gu', '顾合规', 'gu@example.com', 'compliance'), ('he', '何复核', 'he@example.com', 'compliance')`.execute(
    t.ownerDb,
  );
  const { id: productId } = await t.ownerDb
    .insertInto('product')
    .values({ name: '焕亮精华' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`update order_line set product_id = ${productId} where id in (3, 6)`.execute(t.ownerDb);
  const { id } = await inTransaction(t.db, gu, (trx) =>
    openCase(trx, gu, {
      ...{
        productId,
        title: '净含量不一致',
        reason: '抽检',
        batch: null,
        origin: 'hand',
        inspectionId: null,
        signalKey: null,
      },
      hold: {
        ...{ paidFrom: '2026-05-01T00:00:00+08:00', paidTo: null },
        ...{ platform: null, streamId: null, dealId: null, anchorId: null },
      },
    }),
  );
  const shown = await addEvidence(t, gu, id, {
    ...{
      kind: 'note',
      title: '称重',
      note: '15 g',
      difference: '少一半',
      photoId: null,
      inspectionId: null,
      photoComparisonId: null,
      lineIds: [],
    },
  });
  await notifyBrand(t, gu, id, { answerBy: '2099-01-01', demands: '', lang: 'zh' });
  await recordAnswer(t, gu, id, { text: '发错', answeredOn: '2026-07-01', accepts: true });
  await decideCase(t, gu, id, {
    ...{ outcome: 'substitution', bearer: 'anchor', bearerAnchorId: anchorId, reason: '换货' },
    anchorFaultEvidenceIds: [shown.evidence[0]!.id],
  });
  const { id: partyId } = await t.ownerDb
    .selectFrom('party')
    .select('id')
    .where('anchor_id', '=', anchorId)
    .executeTakeFirstOrThrow();
  await clawBackHeld(t, he, id, { partyIds: [partyId], reason: '由其承担' });
}
