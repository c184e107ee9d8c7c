import type { Trx } from '../../db/connect.ts';
import { refuseUnknown } from '../../db/queries/references.ts';
import { readDealLineProducts, type StreamItemValues } from '../../db/queries/streams.ts';

type SentItem = Omit<StreamItemValues, 'position'> & { id?: number; position?: number };

/** Items as they are kept: in the order sent where no position is named. Refuses an offer line of another product. */
export async function checkItems(
  trx: Trx,
  items: readonly SentItem[],
): Promise<(StreamItemValues & { id?: number })[]> {
  const lineIds = items.flatMap(({ dealLineId }) => (dealLineId === null ? [] : [dealLineId]));
  const productOf = await readDealLineProducts(trx, lineIds);
  const wrong = items.flatMap(({ dealLineId, productId }, at) =>
    dealLineId !== null && productOf.get(dealLineId) !== productId
      ? [{ path: `items.${at}.dealLineId` }]
      : [],
  );
  refuseUnknown(wrong, 'no offer of this product');
  return items.map((item, at) => ({ ...item, position: item.position ?? at + 1 }));
}
