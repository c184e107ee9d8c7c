import { sql } from 'kysely';
import {
  type AcceptedVersion,
  type Lang,
  type Side,
  statementOf,
} from '../../api/domain/contract-acceptance.ts';
import type { Trx } from '../connect.ts';
import type { VersionStanding } from './contract-workflow.ts';

/** What one side would agree to at this moment: the sentences shown, and the hashes they name. */
export interface Agreement {
  statement: string;
  textSha256: string;
  termsSha256: string;
}

/** Undefined as long as nobody has read the version: there is no settled text to agree to. */
export async function readAgreement(
  trx: Trx,
  standing: VersionStanding,
  { side, lang }: { side: Side; lang: Lang },
): Promise<Agreement | undefined> {
  const { rows } = await sql<{ textSha256: string; termsSha256: string; waivers: number }>`
    select w.text_sha256 as "textSha256", version_terms_sha256(${standing.versionId}) as "termsSha256",
      (select count(*)::int from contract_finding f where f.review_id = w.id and f.state = 'waived') as waivers
    from contract_review w where w.id = ${standing.reviewId}`.execute(trx);
  const [shown] = rows;
  if (!shown) return undefined;
  const version: AcceptedVersion = {
    contractNo: standing.contractNo,
    title: standing.title,
    versionNo: standing.versionNo,
    effectiveFrom: standing.effectiveFrom,
    textSha256: shown.textSha256,
    termsSha256: shown.termsSha256,
    waivers: shown.waivers,
    hasGuardian: standing.anchorAge !== null && standing.anchorAge < 18,
    isAgeKnown: standing.anchorAge !== null,
  };
  const { textSha256, termsSha256 } = shown;
  return { statement: statementOf(side, lang, version), textSha256, termsSha256 };
}
