import { sql } from 'kysely';
import type { TestDb } from '../../db/test-db.ts';

/** One row of everything about goods and pay that is written once, for attacks on it. Needs a brand's product and an anchor. */
export async function addGoodsPapers({ ownerDb }: TestDb): Promise<void> {
  const [sealed, shown] = ['c'.repeat(64), 'd'.repeat(64)];
  const photo = (sha256: string) =>
    sql`insert into photo (sha256, format, file_name, size_bytes, width, height, view_sha256, thumb_sha256, perceptual_hash, sharpness)
      values (${sha256}, 'jpeg', 'x.jpg', 1, 10, 10, ${sha256}, ${sha256}, repeat('0', 16), 1)`;
  for (const statement of [
    sql`insert into app_user (id, name, email, role) values ('sealer', '封样的人', 'sealer@example.com', 'operator'), ('witness', '见证的人', 'witness@example.com', 'compliance')`,
    sql`insert into brand (name) values ('封样的牌子')`,
    sql`insert into product (brand_id, name) select max(id), '封样的货' from brand`,
    photo(sealed),
    photo(shown),
    sql`insert into sample (product_id, pieces, is_loan, loan_days, requested_on) select max(id), 1, false, 30, '2026-05-01' from product`,
    sql`insert into sample_step (sample_id, step, to_stage, actor_id) select max(id), 'request', 'requested', 'sealer' from sample`,
    sql`insert into sample_seal (sample_id, product_id, category, attributes, batch, seal_number, sealed_on, sealed_by)
      select id, product_id, 'cosmetics', '{}', 'B1', 'S1', '2026-05-02', 'sealer' from sample`,
    sql`insert into sample_face (sample_id, position, face, photo_id, photo_sha256, outline)
      select s.sample_id, 1, '正面', p.id, p.sha256, '[]' from sample_seal s, photo p where p.sha256 = ${sealed}`,
    sql`update sample_seal set witnessed_by = 'witness', witnessed_at = now(), seal_text = 'x', content_sha256 = ${sealed}`,
    sql`insert into inspection (kind, product_id, sample_id, sealed_sha256, category, rules, order_no, platform, bought_by, bought_at)
      select 'mystery', product_id, sample_id, ${sealed}, category, '[]', 'M1', 'douyin', '神秘买家', now() from sample_seal`,
    sql`insert into inspection_switch (brand_id, product_id, kind, reason) select p.brand_id, p.id, 'back_to_normal', '样子' from product p order by p.id desc limit 1`,
    sql`insert into inspection_custody (inspection_id, step, at, place, holder) select max(id), 'bought', now(), '杭州', '某人' from inspection`,
    sql`insert into inspection_unit (inspection_id, unit_no, inspected_on) select max(id), 1, '2026-05-03' from inspection`,
    sql`insert into inspection_unit_photo (unit_id, face, photo_id, photo_sha256) select u.id, '正面', p.id, p.sha256 from inspection_unit u, photo p where p.sha256 = ${shown}`,
    sql`insert into inspection_difference (unit_id, origin, attribute, outcome, code) select max(id), 'attribute', 'spec', 'different', 'text_differs' from inspection_unit`,
    sql`insert into inspection_decision (difference_id, kind, reason, decided_by) select max(id), 'dismiss', '印刷批次', 'witness' from inspection_difference`,
    sql`with j as (insert into journal (source_type, source_id, month) values ('accrual', 'accrual:2030-01', '2030-01') returning id),
      p as (insert into posting (journal_id, seq, account_id, amount_fen)
        select j.id, a.id, a.id, case a.code when 'accrued_payable' then 5 else -5 end from j, account a where a.code in ('accrued_payable', 'accrued_platform'))
      insert into accrual (month, posted_month, anchor_id, lines, payable_fen, house_fen, parts, source_key, journal_id)
      select '2030-01', '2030-01', a.id, 1, 5, 0, '[]', 'accrual:2030-01', j.id from j, anchor a order by a.id limit 1`,
    sql`insert into book_check_run (took_ms, rules, broken, checks) values (1, 1, 0, '[{}]')`,
    sql`insert into deal (brand_id, title) select max(id), '五月' from brand`,
    sql`insert into deal_line (deal_id, product_id, live_price_fen, commission_rate_bps) select d.id, p.id, 100, 2000 from deal d, product p order by d.id desc, p.id desc limit 1`,
    sql`insert into deal_fee (deal_line_id, kind, amount_fen, received_on, reference) select max(id), 'slot_fee', 100, '2026-05-01', 'CMB-1' from deal_line`,
    sql`alter table pay_component disable trigger user`,
    sql`insert into pay_component (contract_version_id, clause_id, position, type, effective, rule)
      select contract_version_id, id, 1, 'guarantee', daterange('2026-01-01', null), '{}' from contract_clause order by id limit 1`,
    sql`alter table pay_component enable trigger user`,
    sql`insert into guarantee_month (component_id, anchor_id, month, guaranteed_fen, counted_fen, true_up_fen)
      select c.id, a.id, '2026-05', 100, 100, 0 from pay_component c, anchor a order by a.id limit 1`,
    sql`insert into tiered_month (component_id, anchor_id, month, concerns_month, base_fen, given_fen)
      select c.id, a.id, '2026-05', '2026-05', 100, 10 from pay_component c, anchor a order by a.id limit 1`,
  ])
    await statement.execute(ownerDb);
}
