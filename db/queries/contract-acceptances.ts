import type { Lang, Side } from '../../api/domain/contract-acceptance.ts';
import type { Trx } from '../connect.ts';

export interface AcceptanceValues {
  versionId: number;
  side: Side;
  method: 'portal' | 'paper';
  signerName: string;
  statement: string;
  lang: Lang;
  textSha256: string;
  termsSha256: string;
  acceptedBy: string | null;
  ipAddress: string | null;
  userAgent: string | null;
  signedOn: string | null;
  documentId: number | null;
  note: string | null;
}

export interface AcceptanceRow extends Omit<AcceptanceValues, 'versionId' | 'acceptedBy'> {
  id: number;
  acceptedAt: string;
  acceptedByName: string | null;
}

/** Keeps one side's word; the database gives it its time and moves the version. */
export async function insertAcceptance(trx: Trx, values: AcceptanceValues): Promise<void> {
  await trx
    .insertInto('contract_acceptance')
    .values({
      contract_version_id: values.versionId,
      side: values.side,
      method: values.method,
      signer_name: values.signerName,
      statement: values.statement,
      lang: values.lang,
      text_sha256: values.textSha256,
      terms_sha256: values.termsSha256,
      accepted_by: values.acceptedBy,
      ip_address: values.ipAddress,
      user_agent: values.userAgent?.slice(0, 500) ?? null,
      signed_on: values.signedOn,
      document_id: values.documentId,
      note: values.note,
    })
    .execute();
}

export function listAcceptances(trx: Trx, versionId: number): Promise<AcceptanceRow[]> {
  return trx
    .selectFrom('contract_acceptance as e')
    .leftJoin('app_user as u', 'u.id', 'e.accepted_by')
    .where('e.contract_version_id', '=', versionId)
    .select([
      'e.id',
      'e.side',
      'e.method',
      'e.signer_name as signerName',
      'e.statement',
      'e.lang',
      'e.text_sha256 as textSha256',
      'e.terms_sha256 as termsSha256',
      'e.accepted_at as acceptedAt',
      'u.name as acceptedByName',
      'e.ip_address as ipAddress',
      'e.user_agent as userAgent',
      'e.signed_on as signedOn',
      'e.document_id as documentId',
      'e.note',
    ])
    .orderBy('e.id')
    .$castTo<AcceptanceRow>()
    .execute();
}

export interface ConsentRow {
  id: number;
  guardianName: string;
  relation: 'father' | 'mother' | 'other';
  relationNote: string | null;
  documentId: number;
  recordedById: string;
  recordedByName: string | null;
  recordedAt: string;
  confirmedByName: string | null;
  confirmedAt: string | null;
}

export async function insertConsent(
  trx: Trx,
  versionId: number,
  values: Pick<ConsentRow, 'guardianName' | 'relation' | 'relationNote' | 'documentId'> & {
    recordedBy: string;
  },
): Promise<void> {
  await trx
    .insertInto('guardian_consent')
    .values({
      contract_version_id: versionId,
      guardian_name: values.guardianName,
      relation: values.relation,
      relation_note: values.relationNote,
      document_id: values.documentId,
      recorded_by: values.recordedBy,
    })
    .execute();
}

/** The latest; an earlier one was replaced before it was confirmed. */
export function readConsent(trx: Trx, versionId: number): Promise<ConsentRow | undefined> {
  return trx
    .selectFrom('guardian_consent as g')
    .leftJoin('app_user as r', 'r.id', 'g.recorded_by')
    .leftJoin('app_user as k', 'k.id', 'g.confirmed_by')
    .where('g.contract_version_id', '=', versionId)
    .select([
      'g.id',
      'g.guardian_name as guardianName',
      'g.relation',
      'g.relation_note as relationNote',
      'g.document_id as documentId',
      'g.recorded_by as recordedById',
      'r.name as recordedByName',
      'g.recorded_at as recordedAt',
      'k.name as confirmedByName',
      'g.confirmed_at as confirmedAt',
    ])
    .orderBy('g.id', 'desc')
    .limit(1)
    .$castTo<ConsentRow>()
    .executeTakeFirst();
}

export async function confirmConsent(trx: Trx, id: number, confirmedBy: string): Promise<boolean> {
  const confirmed = await trx
    .updateTable('guardian_consent')
    .set((eb) => ({ confirmed_by: confirmedBy, confirmed_at: eb.fn<string>('now', []) }))
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return confirmed !== undefined;
}
