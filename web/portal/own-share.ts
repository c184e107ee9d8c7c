/** A contract as its anchor sees it: row-level security leaves the anchor's own part in every tier. */
export interface OwnContract {
  id: number;
  no: string;
  title: string;
  status: string;
  signedOn: string | null;
  startsOn: string;
  endsOn: string | null;
  versions?: OwnVersion[];
}

export interface OwnVersion {
  id: number;
  versionNo: number;
  status: 'draft' | 'active' | 'ended';
  /** Where it stands: sent (to be read), accepted, active, ended, withdrawn. */
  displayStage: string;
  /** null: typed by hand. */
  documentId: number | null;
  effectiveFrom: string;
  effectiveTo: string | null;
  clauses: { clauseNo: string; heading: string | null; body: string }[];
  rules: OwnRule[];
}

interface OwnRule {
  clauseNo: string;
  platform: string | null;
  brandName?: string | null;
  productName?: string | null;
  streamTitle?: string | null;
  base: 'commission' | 'sales';
  tierOnRefund: 'frozen' | 'trueup';
  tiers: { fromFen: number; toFen: number | null; parts: OwnPart[] }[];
}

interface OwnPart {
  partyKind?: string;
  takesFrom: 'base' | 'rest';
  rateBps: number | null;
}

/** What the anchor gets of one rule, tier by tier, with the words of the contract it stands in. */
export interface OwnShare {
  /** What the rule is narrowed to; empty: everything. */
  scope: string[];
  platform: string | null;
  base: 'commission' | 'sales';
  tierOnRefund: 'frozen' | 'trueup';
  clauseNo: string;
  clauseHeading: string | null;
  clauseText: string;
  /** `rateBps` null: what the others leave; `ofRest`: of what the parts before left. Tiers without a part of one's own are left out. */
  tiers: { fromFen: number; toFen: number | null; rateBps: number | null; ofRest: boolean }[];
}

/** A version's rules in the order of their clauses, the anchor's own part alone, whatever else came along. */
export function ownShares(version: OwnVersion): OwnShare[] {
  return version.rules
    .map((rule) => {
      const clause = version.clauses.find((one) => one.clauseNo === rule.clauseNo);
      return {
        scope: [rule.streamTitle, rule.productName, rule.brandName].filter((name): name is string =>
          Boolean(name),
        ),
        platform: rule.platform,
        base: rule.base,
        tierOnRefund: rule.tierOnRefund,
        clauseNo: rule.clauseNo,
        clauseHeading: clause?.heading ?? null,
        clauseText: clause?.body ?? '',
        tiers: rule.tiers.flatMap(({ fromFen, toFen, parts }) =>
          parts
            .filter((part) => part.partyKind === 'anchor')
            .map((part) => ({ fromFen, toFen, rateBps: part.rateBps, ofRest: part.takesFrom === 'rest' })),
        ),
      };
    })
    .filter((share) => share.tiers.length > 0);
}

/** The version in force; before it starts, the one that comes; after all, the last. Of none of these, the one to read. */
export function versionToShow(versions: readonly OwnVersion[]): OwnVersion | undefined {
  const newestFirst = [...versions].sort((a, b) => b.versionNo - a.versionNo);
  return (
    newestFirst.find(({ status }) => status === 'active') ??
    newestFirst.find(({ status }) => status !== 'draft') ??
    newestFirst.find(({ displayStage }) => displayStage === 'sent' || displayStage === 'accepted')
  );
}
