import { type Header, placeOf } from '../reading/header.ts';
import { PROFILES } from './index.ts';
import type { Profile } from './profile.ts';

/**
 * The profile whose required headers are all in the file, whatever their order; of several the one that
 * finds most of what it can use. undefined: a file for a mapping.
 */
export function recognise(header: Header): Profile | undefined {
  const candidates = PROFILES.filter((profile) =>
    profile.required.every((column) => hasColumn(header, profile, column)),
  );
  const known = (profile: Profile) =>
    columnsOf(profile).filter((column) => hasColumn(header, profile, column)).length;
  return candidates.sort((a, b) => b.required.length - a.required.length || known(b) - known(a))[0];
}

/** The profile that comes nearest and what it misses, for the message of an unknown file. */
export function nearestProfile(header: Header): { profile: Profile; missing: string[] } | undefined {
  const misses = PROFILES.map((profile) => ({
    profile,
    missing: profile.required.filter((column) => !hasColumn(header, profile, column)),
  }));
  const best = misses.sort(
    (a, b) => a.missing.length / a.profile.required.length - b.missing.length / b.profile.required.length,
  )[0];
  return best !== undefined && best.missing.length * 2 <= best.profile.required.length ? best : undefined;
}

function hasColumn(header: Header, profile: Profile, column: string): boolean {
  try {
    return placeOf(header, column, profile.aliases[column]) !== undefined;
  } catch {
    return true; // there, though twice: reading it says so
  }
}

function columnsOf(profile: Profile): string[] {
  return Object.values(profile.fields).flatMap((source) =>
    typeof source === 'object' && 'column' in source ? [source.column] : [],
  );
}
