import type { Trx } from '../../db/connect.ts';
import { writeAudit } from '../../db/queries/audit.ts';
import { resolveAlias } from '../../db/queries/order-import-gaps.ts';
import { readProduct } from '../../db/queries/products.ts';
import { refuseUnknown, requireAnchorsInSight } from '../../db/queries/references.ts';
import { inTransaction } from '../../db/transaction.ts';
import { DomainError, refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';
import type { AliasInput } from './orders.schema.ts';

/** A whole platform's lines may be named at once. */
const LONGEST_MS = 120_000;

/** Says who or what an id of the order files is; answers how many lines were named by it. */
export async function nameExternalId(
  { db }: Services,
  identity: Identity,
  input: AliasInput,
): Promise<{ lines: number }> {
  const reason = whyNot(identity.role, 'orders.alias');
  if (reason) throw refuse('forbidden', reason);
  const { kind, platform, externalId } = input;
  const id = input.kind === 'anchor' ? input.anchorId : input.productId;
  return inTransaction(
    db,
    identity,
    async (trx) => {
      await requireTarget(trx, input);
      const lines = await resolveAlias(trx, { kind, platform, externalId, id });
      if (lines === undefined) {
        throw new DomainError(
          'conflict',
          'alias_taken',
          `${platform} ${externalId} is somebody else already`,
        );
      }
      await writeAudit(trx, identity, {
        action: 'orders.alias',
        entity: kind,
        entityId: id,
        after: { platform, externalId, lines },
      });
      return { lines };
    },
    { statementTimeoutMs: LONGEST_MS },
  );
}

async function requireTarget(trx: Trx, input: AliasInput): Promise<void> {
  if (input.kind === 'anchor') return requireAnchorsInSight(trx, [{ path: 'anchorId', id: input.anchorId }]);
  if (!(await readProduct(trx, input.productId))) refuseUnknown([{ path: 'productId' }]);
}
