import { writeAudit } from '../../db/queries/audit.ts';
import { readContract } from '../../db/queries/contracts.ts';
import {
  type ComponentRecord,
  listVersionComponents,
  replaceComponents,
} from '../../db/queries/pay-component-drafts.ts';
import { readPartyOfAnchor } from '../../db/queries/pay-sums.ts';
import { lockRow, raiseRowVersion } from '../../db/queries/row-version.ts';
import { inTransaction } from '../../db/transaction.ts';
import { whyNotEditVersion } from '../domain/contract-life.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import type { PayComponent } from '../domain/pay/component.ts';
import { whyNotComponents } from '../domain/pay/why-not-components.ts';
import { whyNot } from '../domain/permission.ts';
import { placed } from '../domain/placed-reason.ts';
import type { Services } from '../http/context.ts';
import { found } from '../http/route.ts';
import type { ComponentsEdit } from './components.schema.ts';
import type { VersionPlace } from './take-step.ts';
import { refusePlaced, STAFF } from './terms-of.ts';

export interface VersionComponents {
  versionId: number;
  rowVersion: number;
  components: ComponentRecord[];
}

/** Writes a draft's components anew; what contradicts itself is refused with its place (`components.2.maxFen`). */
export async function saveComponents(
  { db }: Services,
  identity: Identity,
  { contractId, versionId }: VersionPlace,
  { components: given, rowVersion }: ComponentsEdit,
): Promise<VersionComponents> {
  const reason = whyNot(identity.role, 'contracts.edit');
  if (reason) throw refuse('forbidden', reason);
  const components = given.map(({ id: _, ...one }) => one);
  return inTransaction(db, identity, async (trx) => {
    await lockRow(trx, 'contract', contractId);
    const contract = found(await readContract(trx, contractId, STAFF), 'contract', contractId);
    const version = found(
      contract.versions.find(({ id }) => id === versionId),
      'version',
      versionId,
    );
    refusePlaced('conflict', whyNotEditVersion(version));
    await raiseRowVersion(trx, 'contract_version', { id: versionId, rowVersion }, version);
    const stray = components.findIndex(
      ({ clauseNo }) => !version.clauses.some((clause) => clause.clauseNo === clauseNo),
    );
    if (stray >= 0)
      refusePlaced(
        'invalid',
        placed(
          `components.${stray}.clauseNo`,
          'no_such_clause',
          `the version has no clause ${components[stray]!.clauseNo}`,
        ),
      );
    const partyId = await readPartyOfAnchor(trx, contract.anchorId);
    refusePlaced('invalid', whyNotComponents(components.map(asRule), partyId));
    const before = await listVersionComponents(trx, versionId);
    await replaceComponents(trx, versionId, components);
    const after = await listVersionComponents(trx, versionId);
    await writeAudit(trx, identity, {
      action: 'contracts.save-components',
      entity: 'contract',
      entityId: contractId,
      before: { components: before },
      after: { components: after },
    });
    return { versionId, rowVersion: rowVersion + 1, components: after };
  });
}

/** As the rules see it; an id of its own each, since none is kept yet. */
function asRule(component: ComponentsEdit['components'][number], at: number): PayComponent {
  const { clauseNo, platform, brandId, category, productId, streamId, rule, type, ...head } = component;
  const scope = { platform, brandId, category, productId, streamId };
  return {
    ...head,
    type,
    ...rule,
    scope,
    id: at + 1,
    contractVersionId: 0,
    clause: clauseNo,
  } as PayComponent;
}
