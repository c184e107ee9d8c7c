import type { Stage } from './contract-workflow.ts';
import { type PlacedReason, placed } from './placed-reason.ts';

type Status = 'draft' | 'active' | 'ended';

interface ContractFacts {
  status: Status;
  anchorId: number;
  startsOn: string;
  endsOn: string | null;
}

/** A version's days, `[effectiveFrom, effectiveTo)`. */
interface VersionFacts {
  versionNo: number;
  status: Status;
  effectiveFrom: string;
  effectiveTo: string | null;
}

/** Why a contract cannot be changed like this: it comes into force by a version, ends with a day, and stays ended. */
export function whyNotEditContract(
  before: ContractFacts,
  after: ContractFacts,
  versions: readonly (VersionFacts & { stage: Stage })[],
): PlacedReason | undefined {
  if (before.status !== 'draft' && after.anchorId !== before.anchorId) {
    return placed('anchorId', 'anchor_stays', 'a contract that has been in force stays with its anchor');
  }
  if (after.anchorId !== before.anchorId && versions.some(({ stage }) => stage !== 'draft')) {
    return placed(
      'anchorId',
      'anchor_stays',
      'a version of the contract was submitted: it stays with its anchor',
    );
  }
  if (after.status === before.status) return undefined;
  if (before.status === 'ended')
    return placed('status', 'ended_stays', 'an ended contract stays ended: make a new one');
  if (after.status === 'active') {
    return placed(
      'status',
      'activate_a_version',
      'a contract comes into force by activating a version of it',
    );
  }
  if (after.status === 'draft')
    return placed('status', 'not_a_draft_again', 'a contract in force is not a draft again');
  const { endsOn } = after;
  if (before.status === 'draft') return undefined;
  if (endsOn === null) return placed('endsOn', 'end_has_no_day', 'say the last day of the contract');
  return versions.some((version) => version.status !== 'draft' && version.effectiveFrom > endsOn)
    ? placed(
        'endsOn',
        'version_starts_later',
        'a version of the contract comes into force only after this day',
      )
    : undefined;
}

/** Why terms of this version cannot be written: they stay from the day compliance looks at them. */
export function whyNotEditVersion(
  version: Pick<VersionFacts, 'status'> & { stage: Stage },
): PlacedReason | undefined {
  if (version.status !== 'draft' || version.stage === 'draft') return whyNotConfirm(version);
  return placed(
    'stage',
    'not_a_draft',
    'the version left the draft stage: its text stays, make a new version',
  );
}

/** Why a version cannot come into force (again). */
export function whyNotConfirm({ status }: Pick<VersionFacts, 'status'>): PlacedReason | undefined {
  if (status === 'draft') return undefined;
  return placed(
    'status',
    'not_a_draft',
    'terms of a confirmed contract version are not edited: make a new version',
  );
}

/** Why clauses cannot be typed into a version whose text is a document's: the text would say something else. */
export function whyNotRetype(
  version: { documentId: number | null; clauses: readonly { clauseNo: string; body: string }[] },
  clauses: readonly { clauseNo: string; body: string }[],
): PlacedReason | undefined {
  if (version.documentId === null) return undefined;
  const isAsRead =
    clauses.length === version.clauses.length &&
    clauses.every(({ clauseNo, body }, at) => {
      const read = version.clauses[at]!;
      return clauseNo === read.clauseNo && body === read.body;
    });
  return isAsRead
    ? undefined
    : placed(
        'clauses',
        'text_is_the_documents',
        "the clauses are the document's: upload a changed one, or let go of it",
      );
}

/** Why this draft cannot follow the versions before it; `others` are all versions of the contract. */
export function whyNotSucceed(
  contract: Pick<ContractFacts, 'status' | 'startsOn'>,
  next: VersionFacts,
  others: readonly VersionFacts[],
): PlacedReason | undefined {
  if (contract.status === 'ended')
    return placed('status', 'contract_ended', 'the contract has ended: make a new one');
  if (next.effectiveFrom < contract.startsOn) {
    return placed('effectiveFrom', 'before_contract', `the contract starts only on ${contract.startsOn}`);
  }
  const later = others.find(
    (other) =>
      other.status !== 'draft' &&
      other.effectiveFrom >= next.effectiveFrom &&
      (next.effectiveTo === null || other.effectiveFrom < next.effectiveTo),
  );
  return later
    ? placed(
        'effectiveFrom',
        'starts_before_version_in_force',
        `version ${later.versionNo} starts on ${later.effectiveFrom}: start after it`,
      )
    : undefined;
}
