import { CASE, findCase } from '../../../db/seed/cases.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { addEvidence } from '../../cases/add-evidence.ts';
import { daysAfter, HOUSE_ANSWER_DAYS } from '../../cases/gather-letter.ts';
import { notifyBrand } from '../../cases/hear-brand.ts';
import { openByHand } from '../../cases/open-case.ts';
import { SYSTEM } from '../../domain/identity.ts';
import { productIdOf } from './tell-goods.ts';
import { actAs, type Teller } from './teller.ts';

/** A case on its way: money of a paid month held, the brand asked, its answer awaited. */
export async function tellCases(teller: Teller): Promise<void> {
  const { services } = teller;
  const compliance = actAs(teller, 'compliance');
  const productId = productIdOf(teller, CASE.productKey);
  const look = () => inTransaction(services.db, SYSTEM, (trx) => findCase(trx, productId, CASE.title));
  if (!(await look()))
    await openByHand(services, compliance, {
      ...{
        productId,
        title: CASE.title,
        reason: CASE.reason,
        batch: CASE.batch,
      },
      hold: { ...CASE.hold, platform: null, streamId: null, dealId: null, anchorId: null },
    });
  const { id, stage, today } = (await look())!;
  if (stage === 'open')
    await addEvidence(services, compliance, id, {
      ...{ kind: 'note', ...CASE.evidence },
      ...{ photoId: null, inspectionId: null, photoComparisonId: null, lineIds: [] },
    });
  if (stage === 'open' || stage === 'evidence')
    await notifyBrand(services, compliance, id, {
      ...{ answerBy: daysAfter(today, HOUSE_ANSWER_DAYS), demands: CASE.demands, lang: 'zh' },
    });
}
