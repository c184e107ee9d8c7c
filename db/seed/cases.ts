import { sql } from 'kysely';
import type { CaseStage } from '../../api/domain/inspection/case-life.ts';
import type { Trx } from '../connect.ts';

/** A complaint of last month, after its statements went out: what is held is owed back in the open month. */
export const CASE = {
  productKey: 'rougui',
  title: '肉桂礼盒少装 4 泡',
  reason: '三位买家反映礼盒 16 泡实装 12 泡，客服留有开箱照片与称重记录',
  batch: '20260412',
  hold: { paidFrom: '2026-05-01T00:00:00+08:00', paidTo: '2026-06-01T00:00:00+08:00' },
  evidence: {
    title: '仓库复核称重',
    note: '同批次抽 5 盒，3 盒实装 12 泡，净含量 96 g，标注 128 g。复核人：沈岚',
    difference: '净含量由 128 g 变为 96 g（16 泡变 12 泡）',
  },
  demands: '请提供 20260412 批次的装箱记录与出厂检验报告\n请说明涉及的箱数与发往的仓库',
} as const;

/** The case the story opened, if it got so far. */
export async function findCase(
  trx: Trx,
  productId: number,
  title: string,
): Promise<{ id: number; stage: CaseStage; today: string } | undefined> {
  const { rows } = await sql<{ id: number; stage: CaseStage; today: string }>`
    select id, stage, (now() at time zone 'Asia/Shanghai')::date::text as today from substitution_case where product_id = ${productId} and title = ${title}`.execute(
    trx,
  );
  return rows[0];
}
