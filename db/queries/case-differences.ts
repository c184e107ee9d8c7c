import { sql } from 'kysely';
import type { Trx } from '../connect.ts';

export interface UpheldDifference {
  differenceId: number;
  inspectionId: number;
  unitNo: number;
  batch: string | null;
  origin: 'attribute' | 'barcode' | 'photo';
  attribute: string | null;
  face: string | null;
  /** Of the rules (`FINDING_WORDS`) or of a photo (`photo_differs`); `sayDifference` says both. */
  code: string;
  values: Record<string, string>;
  sealed: string | null;
  shipped: string | null;
  criticality: string;
}

/** What people upheld in the inspections a case rests on, the gravest first. */
export async function readUpheldDifferences(trx: Trx, caseId: number): Promise<UpheldDifference[]> {
  const { rows } = await sql<UpheldDifference>`
    select d.id as "differenceId", u.inspection_id as "inspectionId", u.unit_no as "unitNo", u.batch, d.origin, d.attribute, d.face, d.code, d.values, d.sealed, d.shipped,
           d.decided_criticality as criticality
      from inspection_difference d join inspection_unit u on u.id = d.unit_id
     where d.state = 'upheld' and (u.inspection_id = (select c.inspection_id from substitution_case c where c.id = ${caseId})
        or u.inspection_id in (select e.inspection_id from case_evidence e where e.case_id = ${caseId}))
     order by array_position(array['critical', 'major', 'minor'], d.decided_criticality), u.inspection_id, u.unit_no, d.id`.execute(
    trx,
  );
  return rows;
}
