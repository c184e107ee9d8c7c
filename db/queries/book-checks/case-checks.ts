import { sql } from 'kysely';
import type { BookCheck } from './book-check.ts';

/** What cases hold: every fen of the held account is the open part of a line, and every movement is its lines. */
export const caseChecks: readonly BookCheck[] = [
  {
    code: 'held_account_equals_holds',
    title:
      'What cases moved to the held account equals the parts of lines that are still held, party by party',
    find: sql`
      with posted as (
        select e.party_id, -sum(e.amount_fen) as amount_fen from pay_entry e join account a on a.id = e.counter_account_id
         where a.code = 'held' and e.kind in ('case_hold', 'case_release') group by 1),
      held as (
        select l.party_id, sum(l.amount_fen) as amount_fen from case_hold_line l
         where not exists (select from case_hold_end e where e.hold_line_id = l.id) group by 1)
      select jsonb_build_object('partyId', party_id, 'postedFen', coalesce(posted.amount_fen, 0), 'heldFen', coalesce(held.amount_fen, 0)) as sample
        from posted full join held using (party_id) where coalesce(posted.amount_fen, 0) <> coalesce(held.amount_fen, 0)
      union all
      select jsonb_build_object('journalId', j.id, 'sourceType', j.source_type, 'sourceId', j.source_id)
        from posting p join account a on a.id = p.account_id and a.code = 'held' join journal j on j.id = p.journal_id where j.source_type <> 'pay_entry'`,
  },
  {
    code: 'hold_line_equals_share',
    title: 'A held part is the share of its settlement line, of a party whose shares may be held',
    find: sql`
      select jsonb_build_object('holdId', l.hold_id, 'lineId', l.line_id, 'seq', l.seq, 'partyId', l.party_id, 'heldFen', l.amount_fen, 'shareFen', s.parts_fen[p.position]) as sample
        from case_hold_line l join party py on py.id = l.party_id
        left join settlement_line s on s.line_id = l.line_id and s.seq = l.seq
        left join share_part p on p.tier_id = s.tier_id and p.party_id = l.party_id
       where s.parts_fen[p.position] is distinct from l.amount_fen or py.kind in ('agency', 'platform')`,
  },
  {
    code: 'part_held_once',
    title: 'A part of a line is held once at a time',
    find: sql`
      select jsonb_build_object('lineId', l.line_id, 'seq', l.seq, 'partyId', l.party_id, 'holds', array_agg(l.hold_id order by l.hold_id)) as sample
        from case_hold_line l where not exists (select from case_hold_end e where e.hold_line_id = l.id)
       group by l.line_id, l.seq, l.party_id having count(*) > 1`,
  },
  {
    code: 'hold_movement_equals_lines',
    title: 'Every movement of held money is the sum of its lines, and its entry posts that sum',
    find: sql`
      with line as (
        select l.posting_id as id, l.amount_fen from case_hold_line l
        union all select e.release_id, l.amount_fen from case_hold_end e join case_hold_line l on l.id = e.hold_line_id
        union all select e.clawback_id, l.amount_fen from case_hold_end e join case_hold_line l on l.id = e.hold_line_id where e.clawback_id is not null),
      summed as (select id, sum(amount_fen) as amount_fen from line group by 1)
      select jsonb_build_object('movementId', x.id, 'kind', x.kind, 'partyId', x.party_id, 'movedFen', x.amount_fen, 'linesFen', s.amount_fen, 'entryFen', e.amount_fen) as sample
        from case_hold_posting x left join summed s on s.id = x.id left join pay_entry e on e.id = x.entry_id left join account a on a.id = e.counter_account_id
       where x.amount_fen is distinct from s.amount_fen
          or (x.amount_fen <> 0 and (e.party_id, e.month, e.concerns_month, e.kind, a.code, e.amount_fen) is distinct from
               (x.party_id, x.month, x.concerns_month, 'case_' || x.kind, case x.kind when 'clawback' then 'agency' else 'held' end,
                case x.kind when 'release' then x.amount_fen else -x.amount_fen end))
      union all
      select jsonb_build_object('entryId', e.id, 'kind', e.kind, 'sourceKey', e.source_key)
        from pay_entry e where e.kind in ('case_hold', 'case_release', 'case_clawback') and not exists (select from case_hold_posting x where x.entry_id = e.id)`,
  },
  {
    code: 'clawback_has_its_bearer',
    title: 'Money is taken away only by a decision that its party bears the substitution',
    find: sql`
      select jsonb_build_object('movementId', x.id, 'caseNo', c.no, 'partyId', x.party_id, 'bearer', d.bearer) as sample
        from case_hold_posting x join case_hold h on h.id = x.hold_id join substitution_case c on c.id = h.case_id join party py on py.id = x.party_id
        left join case_decision d on d.case_id = c.id
       where x.kind = 'clawback' and (d.outcome = 'substitution' and ((d.bearer = 'anchor' and d.bearer_anchor_id = py.anchor_id) or (d.bearer = 'brand' and py.kind = 'brand'))) is not true`,
  },
  {
    code: 'closed_case_holds_nothing',
    title: 'A closed case holds no money, and takes none',
    find: sql`
      select jsonb_build_object('caseNo', c.no, 'holdId', h.id, 'openParts', count(l.id)) as sample
        from substitution_case c join case_hold h on h.case_id = c.id
        left join case_hold_line l on l.hold_id = h.id and not exists (select from case_hold_end e where e.hold_line_id = l.id)
       where c.stage = 'closed' group by c.no, h.id, h.ended_at having count(l.id) > 0 or h.ended_at is null`,
  },
  {
    code: 'case_follows_its_steps',
    title: 'A case stands where its last step put it',
    find: sql`
      select jsonb_build_object('caseNo', c.no, 'stage', c.stage, 'lastStep', s.to_stage) as sample
        from substitution_case c left join lateral (select to_stage from case_step where case_id = c.id order by id desc limit 1) s on true
       where s.to_stage is distinct from c.stage`,
  },
];
