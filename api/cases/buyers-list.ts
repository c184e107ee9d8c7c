import { writeAudit } from '../../db/queries/audit.ts';
import { readCaseLines } from '../../db/queries/case-lines.ts';
import { readCase } from '../../db/queries/cases.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { formatYuan } from '../domain/money.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import { writeCsv } from '../pdf/csv.ts';

export type BuyersPurpose = 'refund' | 'notice';

/**
 * Whom to refund or to tell, by order number alone: the platform reaches the buyer, so no name or phone leaves the house.
 * Taking it out is written into the audit.
 */
export async function listBuyers(
  { db }: Pick<Services, 'db'>,
  identity: Identity,
  id: number,
  purpose: BuyersPurpose,
): Promise<{ csv: Buffer; no: string }> {
  const reason = whyNot(identity.role, 'cases.buyers');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const { no } = found(await readCase(trx, id), 'case', id);
    const lines = (await readCaseLines(trx, id)).filter(
      (line) => purpose === 'notice' || line.paidFen > line.refundedFen,
    );
    await writeAudit(trx, identity, {
      action: 'cases.buyers-list',
      entity: 'substitution_case',
      entityId: id,
      after: { purpose, lines: lines.length },
    });
    const head = ['平台', '订单号', '子订单号', '商品', '数量', '实付（元）', '已退（元）', '待退（元）'];
    const csv = writeCsv([
      head.map((text) => ({ text })),
      ...lines.map((line) => [
        { text: line.platform },
        { text: line.orderNo },
        { text: line.lineNo },
        { text: line.productName ?? '' },
        line.quantity,
        { figure: yuan(line.paidFen) },
        { figure: yuan(line.refundedFen) },
        { figure: yuan(line.paidFen - line.refundedFen) },
      ]),
    ]);
    return { csv, no };
  });
}

/** Without thousands' separators: a spreadsheet adds it up. */
const yuan = (amountFen: number): string => formatYuan(amountFen).replaceAll(',', '');
