import type { Trx } from '../../db/connect.ts';
import { findBlacklisted } from '../../db/queries/brand-blacklist.ts';
import { DomainError } from '../domain/error.ts';

/** No new offer for a brand that is on the blacklist: 409 `brand_blacklisted`, until its entry ends or is lifted. */
export async function refuseBlacklisted(trx: Trx, brandId: number): Promise<void> {
  const entry = await findBlacklisted(trx, brandId);
  if (entry)
    throw new DomainError(
      'conflict',
      'brand_blacklisted',
      `${entry.brandName} is on the blacklist until ${entry.endsOn}: no new offer is made for it`,
      { details: { blacklistId: entry.id, endsOn: entry.endsOn } },
    );
}
