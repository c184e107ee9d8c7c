import type { Trx } from '../../db/connect.ts';
import { type FindingRow, readFindings } from '../../db/queries/contract-findings.ts';
import { readLatestReview } from '../../db/queries/contract-reviews.ts';
import { readVersionText } from '../../db/queries/contract-texts.ts';
import type { ContractVersionRecord } from '../../db/queries/contract-versions.ts';
import { type ClauseText, compareFindings, diffClauses } from '../domain/clause-diff.ts';
import type { DiffRun } from '../domain/text-diff.ts';

export interface ClauseDifference {
  kind: 'same' | 'changed' | 'moved' | 'added' | 'removed';
  before: ClauseText | null;
  after: ClauseText | null;
  words: DiffRun[];
}

export interface VersionDifference {
  clauses: ClauseDifference[];
  findings: { resolved: FindingRow[]; fresh: FindingRow[]; same: FindingRow[] };
}

type Numbered = Pick<ContractVersionRecord, 'id' | 'versionNo'>;

/** What became of each clause and each finding from one version to a later one. */
export async function compareVersions(
  trx: Trx,
  before: Numbered,
  after: Numbered,
): Promise<VersionDifference> {
  const [old, now] = [await readSide(trx, before.id), await readSide(trx, after.id)];
  const changes = diffClauses(old.clauses, now.clauses);
  const compared = compareFindings(old.findings, now.findings, changes);
  const rows = (side: { findings: { row: FindingRow }[] }, kept: readonly { row: FindingRow }[]) =>
    side.findings.filter((one) => kept.includes(one)).map(({ row }) => row);
  return {
    clauses: changes.map(({ kind, before: from, after: to, words }) => ({
      kind,
      before: from === undefined ? null : old.clauses[from]!,
      after: to === undefined ? null : now.clauses[to]!,
      words: words ?? [],
    })),
    findings: {
      resolved: rows(old, compared.resolved),
      fresh: rows(now, compared.new),
      same: compared.same.map(({ after: one }) => one.row),
    },
  };
}

/** `3 resolved, 1 new, 2 same` against the version before it, as far as the reader sees one; null when this is the first. */
export async function countChanges(trx: Trx, versions: readonly Numbered[], versionId: number) {
  const after = versions.find(({ id }) => id === versionId)!;
  const before = versions
    .filter(({ versionNo }) => versionNo < after.versionNo)
    .sort((a, b) => b.versionNo - a.versionNo)[0];
  if (!before) return null;
  const { findings } = await compareVersions(trx, before, after);
  return {
    beforeVersionNo: before.versionNo,
    resolved: findings.resolved.length,
    fresh: findings.fresh.length,
    same: findings.same.length,
  };
}

async function readSide(trx: Trx, versionId: number) {
  const { clauses } = (await readVersionText(trx, versionId))!;
  const review = await readLatestReview(trx, versionId);
  const rows = review ? await readFindings(trx, review.id) : [];
  const standing = rows.filter(({ state }) => state !== 'dismissed');
  return {
    clauses: clauses.map(({ clauseNo, heading, body }) => ({ no: clauseNo, heading, text: body })),
    findings: standing.map((row) => ({
      type: row.type,
      quote: row.quote,
      clause: clauses.findIndex(({ clauseNo }) => clauseNo === row.clauseNo),
      row,
    })),
  };
}
