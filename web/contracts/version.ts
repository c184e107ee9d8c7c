import type { Stage } from '../../api/domain/contract-workflow.ts';
import type { Terms } from '../../api/domain/terms.ts';
import type { FindingCounts } from '../fields/findings/finding.ts';

/** A contract and its versions as `GET /contracts/{id}` tells them. */
export interface Contract {
  id: number;
  no: string;
  anchorId: number;
  anchorName: string;
  title: string;
  status: string;
  versions?: Version[];
}

export interface Version {
  id: number;
  versionNo: number;
  status: 'draft' | 'active' | 'ended';
  effectiveFrom: string;
  effectiveTo: string | null;
  summary: string | null;
  confirmedAt: string | null;
  confirmedByName: string | null;
  rowVersion: number;
  stage: Stage;
  /** In force it is the status, on the way there the stage. */
  displayStage: Stage | 'active' | 'ended';
  sentAt: string | null;
  createdById: string | null;
  createdByName: string | null;
  submittedById: string | null;
  /** The document whose text this is; null: typed by hand. */
  documentId: number | null;
  source: 'layer' | 'ocr' | 'pasted' | 'typed';
  /** null: never read. */
  summaryOfFindings: FindingCounts | null;
  openQuestions: number;
  acceptances: Acceptance[];
  clauses: Clause[];
  rules: Rule[];
}

export interface Acceptance {
  side: 'anchor' | 'agency';
  method: 'portal' | 'paper';
  signerName: string;
  acceptedAt: string;
  signedOn: string | null;
  textSha256: string;
  termsSha256: string;
}

export interface Clause {
  id?: number;
  clauseNo: string;
  heading: string | null;
  body: string;
  /** Where it stands in the version's text; null: typed by hand and not read yet. */
  startAt?: number | null;
  endAt?: number | null;
  depth?: number;
}

export interface Rule {
  id?: number;
  clauseNo: string;
  platform: string | null;
  brandId: number | null;
  brandName?: string | null;
  productId: number | null;
  productName?: string | null;
  streamId: number | null;
  streamTitle?: string | null;
  base: 'commission' | 'sales';
  tierOnRefund: 'frozen' | 'trueup';
  effectiveFrom: string | null;
  effectiveTo: string | null;
  tiers: Tier[];
}

export interface Tier {
  id?: number;
  fromFen: number;
  toFen: number | null;
  parts: Part[];
}

export interface Part {
  position?: number;
  partyId: number;
  partyName?: string;
  partyKind?: string;
  takesFrom: 'base' | 'rest';
  rateBps: number | null;
}

export type Draft = Pick<
  Version,
  'effectiveFrom' | 'effectiveTo' | 'summary' | 'clauses' | 'rules' | 'rowVersion'
>;

/** A version as the editor holds it: a rule that runs as long as its version has no days of its own. */
export function draftOf(version: Version): Draft {
  const { effectiveFrom, effectiveTo, summary, clauses, rules, rowVersion } = version;
  return {
    effectiveFrom,
    effectiveTo,
    summary,
    rowVersion,
    clauses,
    rules: rules.map((rule) => ({
      ...rule,
      effectiveFrom: rule.effectiveFrom === effectiveFrom ? null : rule.effectiveFrom,
      effectiveTo: rule.effectiveTo === effectiveTo ? null : rule.effectiveTo,
    })),
  };
}

/**
 * What the domain's rules read out of a form that is still being filled in: missing lists are empty, a missing
 * party is nobody (0), text in the place of a number stays where it is and is caught by `isHalfTyped`.
 */
export function termsOfDraft(draft: Partial<Draft>): Terms {
  return {
    effectiveFrom: draft.effectiveFrom ?? '',
    effectiveTo: draft.effectiveTo || null,
    clauses: (draft.clauses ?? []).map(({ clauseNo, heading, body }) => ({
      clauseNo: clauseNo ?? '',
      heading: heading ?? null,
      body: body ?? '',
    })),
    rules: (draft.rules ?? []).map((rule) => ({
      clauseNo: rule.clauseNo ?? '',
      platform: rule.platform ?? null,
      brandId: rule.brandId ?? null,
      productId: rule.productId ?? null,
      streamId: rule.streamId ?? null,
      base: rule.base,
      tierOnRefund: rule.tierOnRefund,
      effectiveFrom: rule.effectiveFrom || null,
      effectiveTo: rule.effectiveTo || null,
      tiers: (rule.tiers ?? []).map(({ fromFen, toFen, parts }) => ({
        fromFen,
        toFen: toFen ?? null,
        parts: (parts ?? []).map(({ partyId, takesFrom, rateBps }) => ({
          partyId: partyId ?? 0,
          takesFrom,
          rateBps: rateBps ?? null,
        })),
      })),
    })),
  };
}

/** `4.1` → `§4.1`; a number written with the mark keeps the one it has. */
export const clauseMark = (clauseNo: string): string =>
  /^[\d.]+$/.test(clauseNo) ? `§${clauseNo}` : clauseNo;

/** Whether an amount or a rate is still text that could not be read: no rule can decide on it yet. */
export function isHalfTyped(terms: Terms): boolean {
  return terms.rules.some((rule) =>
    rule.tiers.some(
      ({ fromFen, toFen, parts }) =>
        typeof fromFen !== 'number' ||
        typeof toFen === 'string' ||
        parts.some(({ rateBps }) => typeof rateBps === 'string'),
    ),
  );
}

/** Of versions newest first: the one on its way to the anchor, else the one in force, else the newest. */
export const versionToOpen = (versions: readonly Version[]): Version | undefined =>
  versions.find(({ displayStage }) => ['review', 'sent', 'accepted'].includes(displayStage)) ??
  versions.find(({ displayStage }) => displayStage === 'active') ??
  versions[0];
