import { sql } from 'kysely';
import type { CaseOutcome, CaseStage } from '../../api/domain/inspection/case-life.ts';
import type { Month } from '../../api/domain/month.ts';
import type { PayEntryWords } from '../../api/domain/pay-entry.ts';
import type { Trx } from '../connect.ts';
import type { Page } from './page.ts';

export interface OwnHold {
  id: number;
  caseNo: string;
  productName: string;
  stage: CaseStage;
  outcome: CaseOutcome | null;
  /** Whether the decision says that this anchor bears it. */
  bears: boolean;
  answerBy: string | null;
  heldFen: number;
  releasedFen: number;
  clawedBackFen: number;
  lineCount: number;
  since: string;
  isHolding: boolean;
  entries: {
    entryId: number | null;
    kind: 'hold' | 'release' | 'clawback';
    month: Month;
    concernsMonth: Month;
    amountFen: number;
    at: string;
    words: PayEntryWords | null;
  }[];
}

/** What is held of the reader's own shares, the newest first; whose identity is read by the views. */
export async function listOwnHolds(
  trx: Trx,
  { offset, limit }: { offset: number; limit: number },
): Promise<Page<OwnHold>> {
  const { rows } = await sql<OwnHold & { pageTotal: number }>`
    select h.id, h.case_no as "caseNo", h.product_name as "productName", h.stage, h.outcome, coalesce(h.bears, false) as bears, h.answer_by as "answerBy", h.started_at as since, h.is_holding as "isHolding",
           m.held_fen as "heldFen", m.released_fen as "releasedFen", m.clawed_fen as "clawedBackFen", m.entries,
           (select count(distinct l.unit_id) from own_hold_line l where l.hold_id = h.id) as "lineCount", count(*) over () as "pageTotal"
      from own_hold h cross join lateral (
        select sum(case x.kind when 'hold' then x.amount_fen when 'release' then -x.amount_fen else 0 end)::bigint as held_fen,
               sum(case x.kind when 'release' then x.amount_fen when 'clawback' then -x.amount_fen else 0 end)::bigint as released_fen,
               sum(case x.kind when 'clawback' then x.amount_fen else 0 end)::bigint as clawed_fen,
               jsonb_agg(jsonb_build_object('entryId', x.entry_id, 'kind', x.kind, 'month', x.month, 'concernsMonth', x.concerns_month,
                 'amountFen', coalesce(e.amount_fen, 0), 'at', x.at, 'words', e.explanation) order by x.id) as entries
          from own_hold_posting x left join pay_entry e on e.id = x.entry_id where x.hold_id = h.id) m
     order by h.id desc limit ${limit} offset ${offset}`.execute(trx);
  return { rows: rows.map(({ pageTotal: _, ...row }) => row), total: rows[0]?.pageTotal ?? 0 };
}

/** Whether anything of the reader's is in this hold. */
export async function hasOwnHold(trx: Trx, holdId: number): Promise<boolean> {
  const { rows } = await sql`select 1 from own_hold where id = ${holdId}`.execute(trx);
  return rows.length > 0;
}

export interface OwnHoldLine {
  lineId: number;
  orderNo: string;
  lineNo: string;
  paidAt: string | null;
  amountFen: number;
  state: 'held' | 'released' | 'clawed_back';
}

export async function listOwnHoldLines(
  trx: Trx,
  holdId: number,
  { offset, limit }: { offset: number; limit: number },
): Promise<Page<OwnHoldLine>> {
  const { rows } = await sql<OwnHoldLine & { pageTotal: number }>`
    select l.line_id as "lineId", o.order_no as "orderNo", o.line_no as "lineNo", o.paid_at as "paidAt", sum(l.amount_fen)::bigint as "amountFen", l.state, count(*) over () as "pageTotal"
      from own_hold_line l join own_order_line o on o.id = l.line_id
     where l.hold_id = ${holdId} group by l.line_id, o.order_no, o.line_no, o.paid_at, l.state order by l.line_id limit ${limit} offset ${offset}`.execute(
    trx,
  );
  return { rows: rows.map(({ pageTotal: _, ...row }) => row), total: rows[0]?.pageTotal ?? 0 };
}
