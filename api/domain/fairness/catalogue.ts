import catalogue from './catalogue.json' with { type: 'json' };
import type { ClauseType } from './clause-type.ts';
import type { Severity } from './frame/match.ts';

export type BasisStatus = 'verified' | 'verified-secondary' | 'memory-unverified';

/** A statute behind a kind of term; `point` is what its article says, in short. */
export interface Basis {
  law: string;
  article: string;
  point: string;
  status: BasisStatus;
}

export interface CatalogueEntry {
  type: ClauseType;
  nameZh: string;
  nameEn: string;
  severity: Severity;
  scope: 'both' | 'brokerage';
  jurisdiction: string;
  bases: Basis[];
  fairTerm: string;
}

export type Relation = 'labour' | 'service';

const ENTRIES = new Map(
  catalogue.map((entry) => [entry.type as ClauseType, entry as unknown as CatalogueEntry]),
);
const LABOUR_LAW = /^(?:劳动|职工|工资|国务院关于职工)/;

export function catalogueEntry(type: ClauseType): CatalogueEntry {
  return ENTRIES.get(type)!;
}

/** The law to show for a type: only articles whose text was read, and labour law only where it is the relation. */
export function basesOf(type: ClauseType, relation: Relation | undefined): Basis[] {
  return catalogueEntry(type).bases.filter(
    ({ law, status }) => status === 'verified' && !(relation === 'service' && LABOUR_LAW.test(law)),
  );
}
