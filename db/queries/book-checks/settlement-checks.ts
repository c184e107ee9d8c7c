import { sql } from 'kysely';
import { MAX_PARTS } from '../share-sql.ts';
import type { BookCheck } from './book-check.ts';

const sumOfParts = sql.raw(
  Array.from({ length: MAX_PARTS }, (_, i) => `coalesce(s.parts_fen[${i + 1}], 0)`).join(' + '),
);
const lineSample = sql`'lineId', s.line_id, 'seq', s.seq, 'runId', s.run_id`;

/** Each settlement line by itself: its parts, what it points at, how often it is there. */
export const settlementChecks: readonly BookCheck[] = [
  {
    code: 'parts_sum_to_base',
    title: 'The parts of every settlement line sum to its base',
    find: sql`
      select jsonb_build_object(${lineSample}, 'baseFen', s.base_fen, 'partsFen', s.parts_fen) as sample
        from settlement_line s where s.base_fen <> ${sumOfParts} or cardinality(s.parts_fen) > ${sql.lit(MAX_PARTS)}`,
  },
  {
    code: 'parts_match_tier',
    title: 'Every settlement line has as many parts as its tier',
    find: sql`
      select jsonb_build_object(${lineSample}, 'tierId', s.tier_id, 'parts', cardinality(s.parts_fen)) as sample
        from settlement_line s join (select tier_id, count(*) as parts from share_part group by 1) t on t.tier_id = s.tier_id
       where cardinality(s.parts_fen) <> t.parts`,
  },
  {
    code: 'line_on_its_tier',
    title: 'Every line is on a tier of its anchor that its cumulative sales reach',
    find: sql`
      select jsonb_build_object(${lineSample}, 'tierId', s.tier_id, 'cumulativeFen', s.cumulative_fen) as sample
        from settlement_line s join share_tier t on t.id = s.tier_id join share_rule r on r.id = t.rule_id
       where r.anchor_id <> s.anchor_id
          or (s.cumulative_fen is not null and (greatest(s.cumulative_fen, 0) < t.from_fen or greatest(s.cumulative_fen, 0) >= t.to_fen))`,
  },
  {
    code: 'amendment_names_line',
    title: 'Every amendment names an existing, earlier settlement line',
    find: sql`
      select jsonb_build_object(${lineSample}, 'amendsLineId', s.amends_line_id, 'amendsSeq', s.amends_seq) as sample
        from settlement_line s left join settlement_line old on old.line_id = s.amends_line_id and old.seq = s.amends_seq
       where (s.seq > 0 or s.kind <> 0) and (old.line_id is null or old.run_id > s.run_id)`,
  },
  {
    code: 'line_settled_once',
    title: 'No order line is settled twice',
    find: sql`
      select jsonb_build_object('lineId', line_id, 'times', count(*)) as sample
        from settlement_line where seq = 0 group by line_id having count(*) > 1`,
  },
];
