import type { Trx } from '../../db/connect.ts';
import { readAgency } from '../../db/queries/agency.ts';
import { readConsent } from '../../db/queries/contract-acceptances.ts';
import { readContract } from '../../db/queries/contracts.ts';
import type { Lang } from '../domain/contract-acceptance.ts';
import { DomainError } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { found } from '../http/route.ts';
import { statementHash } from './accept-version.ts';
import type { AcceptanceCertificate } from './pdf/acceptance-certificate.ts';
import type { ContractPaper } from './pdf/contract-sheet.ts';
import { buildReviewReport, type ReviewReport } from './pdf/review-report.ts';
import { showFigures } from './show-figures.ts';
import { showReview } from './show-review.ts';
import { showAcceptance } from './show-workflow.ts';
import type { VersionPlace } from './take-step.ts';

/** Everything the review report and the negotiation sheet say; 409 as long as the version was not read. */
export async function gatherReport(
  trx: Trx,
  identity: Identity,
  place: VersionPlace,
  lang: Lang,
): Promise<ReviewReport> {
  const review = await showReview(trx, identity, place);
  const { reviewId, reviewedAt, readerVersion, textSha256 } = review;
  if (reviewId === null) throw new DomainError('conflict', 'not_reviewed', 'the version was not read yet');
  const { figures } = await showFigures(trx, identity, place, undefined);
  const findings = review.findings.filter(({ state }) => state !== 'dismissed');
  return buildReviewReport({
    head: await headOf(trx, identity, place, { lang, suffix: `R${reviewId}`, at: reviewedAt! }),
    textSha256: textSha256!,
    readerVersion: readerVersion!,
    figures,
    findings: findings.map(({ name, advice, reason, suggestion, questions, decision, ...finding }) => ({
      ...finding,
      words: { name, advice, reason, suggestion, questions },
      waiver:
        finding.state === 'waived' && decision
          ? { reason: decision.reason ?? '', by: decision.byName ?? '', at: chinaTime(decision.at) }
          : null,
    })),
  });
}

/** What both sides agreed to; 409 as long as the anchor has not accepted. */
export async function gatherCertificate(
  trx: Trx,
  identity: Identity,
  place: VersionPlace,
  lang: Lang,
): Promise<AcceptanceCertificate> {
  const { acceptances } = await showAcceptance(trx, identity, place, lang);
  const own = acceptances.find(({ side }) => side === 'anchor');
  if (!own)
    throw new DomainError('conflict', 'not_accepted_by_anchor', 'the anchor has not accepted this version');
  const head = await headOf(trx, identity, place, { lang, suffix: 'A', at: acceptances.at(-1)!.acceptedAt });
  const consent = await readConsent(trx, place.versionId);
  return {
    version: 1,
    ...head,
    anchor: { name: head.anchor.name, realName: null },
    effectiveFrom: head.effectiveFrom,
    textSha256: own.textSha256,
    termsSha256: own.termsSha256,
    acceptances: acceptances.map((one) => ({
      side: one.side,
      method: one.method,
      signerName: one.signerName,
      accountName: one.acceptedByName,
      acceptedAt: chinaTime(one.acceptedAt),
      signedOn: one.signedOn,
      ipAddress: one.ipAddress,
      userAgent: one.userAgent,
      statement: one.statement.split('\n'),
      statementSha256: statementHash(one.statement),
    })),
    guardian: consent
      ? {
          name: consent.guardianName,
          relation: consent.relationNote ?? consent.relation,
          recordedAt: chinaTime(consent.recordedAt),
          confirmedBy: consent.confirmedByName,
          confirmedAt: consent.confirmedAt === null ? null : chinaTime(consent.confirmedAt),
        }
      : null,
  };
}

async function headOf(
  trx: Trx,
  identity: Identity,
  { contractId, versionId }: VersionPlace,
  { lang, suffix, at }: { lang: Lang; suffix: string; at: string },
): Promise<Omit<ContractPaper, 'version'> & { effectiveFrom: string }> {
  const reader = { seesInternals: identity.role !== 'anchor' };
  const contract = found(await readContract(trx, contractId, reader), 'contract', contractId);
  const { versionNo, effectiveFrom } = contract.versions.find(({ id }) => id === versionId)!;
  const { name, creditCode } = await readAgency(trx);
  return {
    lang,
    no: `${contract.no}-v${versionNo}-${suffix}`,
    issuedOn: chinaTime(at).slice(0, 10),
    agency: { name, creditCode },
    anchor: { name: contract.anchorName },
    contract: { no: contract.no, title: contract.title, versionNo },
    effectiveFrom,
  };
}

/** `2026-06-05 14:30:12` in China, whatever offset the database wrote. */
const chinaTime = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
