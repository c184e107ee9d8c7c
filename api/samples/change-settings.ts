import { writeAudit } from '../../db/queries/audit.ts';
import { readSampleSettings, type SampleSettings, updateSampleSettings } from '../../db/queries/samples.ts';
import { inTransaction } from '../../db/transaction.ts';
import { refuse } from '../domain/error.ts';
import type { Identity } from '../domain/identity.ts';
import { whyNot } from '../domain/permission.ts';
import type { Services } from '../http/context.ts';

/** How many samples an anchor may have open, and for how long they are lent; samples that are out keep their days. */
export async function changeSettings(
  { db }: Services,
  identity: Identity,
  settings: SampleSettings,
): Promise<SampleSettings> {
  const reason = whyNot(identity.role, 'samples.settings');
  if (reason) throw refuse('forbidden', reason);
  return inTransaction(db, identity, async (trx) => {
    const before = await readSampleSettings(trx);
    await updateSampleSettings(trx, settings);
    await writeAudit(trx, identity, {
      ...{ action: 'samples.settings', entity: 'agency', entityId: 1, before, after: settings },
    });
    return settings;
  });
}
