import { readAgreement } from '../../../db/queries/contract-agreement.ts';
import { readStanding, type VersionStanding } from '../../../db/queries/contract-workflow.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { acknowledgeVersion, statementHash } from '../../contracts/accept-version.ts';
import { decideFinding } from '../../contracts/decide-finding.ts';
import { recordPaper } from '../../contracts/record-paper.ts';
import { sendVersion } from '../../contracts/send-version.ts';
import { submitVersion } from '../../contracts/submit-version.ts';
import type { VersionPlace } from '../../contracts/take-step.ts';
import { SYSTEM } from '../../domain/identity.ts';
import { actAs, type Teller } from './teller.ts';

/** From where the demo's people work. */
const ORIGIN = { ipAddress: '192.0.2.10', userAgent: 'FairCast demo' };

/** Submitted, sent, signed by the anchor on paper and acknowledged: from wherever an interrupted telling left it. */
export async function tellAgreement(
  teller: Teller,
  place: VersionPlace,
  { signerName, signedOn }: { signerName: string; signedOn: string },
): Promise<void> {
  const { services } = teller;
  const [operator, compliance] = [actAs(teller, 'operator'), actAs(teller, 'compliance')];
  const standing = await standingOf(teller, place);
  if (standing.stage === 'draft') await submitVersion(services, operator, place);
  if (standing.stage === 'draft' || standing.stage === 'review') await tellDecisions(teller, place);
  if (standing.stage === 'draft' || standing.stage === 'review')
    await sendVersion(services, compliance, place);
  if (standing.stage !== 'accepted') {
    const paper = { signerName, signedOn, documentId: null, note: '纸质合同原件存档，扫描件待补。' };
    await recordPaper(services, compliance, place, paper);
  }
  if (standing.accepted.agency) return;
  const agreement = await inTransaction(services.db, SYSTEM, async (trx) =>
    readAgreement(trx, (await readStanding(trx, place))!, { side: 'agency', lang: 'zh' }),
  );
  const { statement, textSha256, termsSha256 } = agreement!;
  const word = { signerName: '赵蕾', textSha256, termsSha256, statementSha256: statementHash(statement) };
  await acknowledgeVersion(services, operator, place, { ...word, lang: 'zh', isRead: true }, ORIGIN);
}

/** Contracts older than the house's reader: what it finds in them is waived until they are renewed. */
export async function tellDecisions(teller: Teller, place: VersionPlace): Promise<void> {
  const { findings } = await standingOf(teller, place);
  for (const { id, severity, state } of findings ?? []) {
    if (state !== 'open' || (severity !== 'block' && severity !== 'high')) continue;
    const kind = severity === 'high' ? 'waive' : 'dismiss';
    const reason =
      severity === 'high' ? '既有合同条款，已向主播说明，续约时一并协商。' : '经核对原文，不属于该类情形。';
    await decideFinding(teller.services, actAs(teller, 'compliance'), id, { kind, reason });
  }
}

function standingOf({ services }: Teller, place: VersionPlace): Promise<VersionStanding> {
  return inTransaction(services.db, SYSTEM, async (trx) => (await readStanding(trx, place))!);
}
