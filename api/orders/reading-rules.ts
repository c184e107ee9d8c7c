import type { Mapping } from './mapping.schema.ts';
import type { Profile } from './profiles/profile.ts';
import { type Header, placeOf } from './reading/header.ts';
import { makePlan, type Plan } from './reading/plan.ts';

/** How a profile reads this file. Refuses a header that stands twice where it is needed. */
export function planOfProfile(profile: Profile, header: Header): Plan {
  const required = new Set(profile.required);
  return makePlan({
    platform: profile.platform,
    fields: profile.fields,
    amounts: profile.amounts,
    signByKind: profile.signByKind ?? false,
    missing: [],
    placeOf: (column) => placeOf(header, column, profile.aliases[column]),
    nameOf: (place) => header.names[place] ?? '',
    isRequired: (column) => required.has(column),
  });
}

/** How a mapping reads this file: every column it names must be there. */
export function planOfMapping(mapping: Mapping, header: Header): Plan {
  return makePlan({
    platform: mapping.platform,
    fields: mapping.fields,
    // a mapping that names a refund column gives settled amounts as they were before it
    amounts: mapping.fields.refundFen === undefined ? 'net' : 'gross',
    signByKind: false,
    missing: mapping.missing ?? [],
    placeOf: (column) => placeOf(header, column),
    nameOf: (place) => header.names[place] ?? '',
    isRequired: () => true,
  });
}
