import type { Trx } from '../../db/connect.ts';
import { findMapping } from '../../db/queries/order-import-mappings.ts';
import { DomainError } from '../domain/error.ts';
import { refuseFile } from '../files/refusal.ts';
import { type Mapping, mappingSchema } from './mapping.schema.ts';
import { findProfile } from './profiles/index.ts';
import { nearestProfile, recognise } from './profiles/recognise.ts';
import { type Header, normaliseHeader } from './reading/header.ts';
import type { OrderFile } from './reading/order-file.ts';
import type { Plan } from './reading/plan.ts';
import { planOfMapping, planOfProfile } from './reading-rules.ts';

/** How a file is going to be read, and by whose rules. */
export interface Reading {
  /** A profile's id, or `mapping`. */
  profile: string;
  /** What a person is told: the profile's or the mapping's name. */
  recognised: string;
  plan: Plan;
  mapping: Mapping | null;
  mappingId: number | null;
}

/**
 * In this order: the mapping that was given, the profile that was asked for, the profile the header shows, the mapping
 * saved for these headers. Refuses (`file_unknown`) a file that none of them reads.
 */
export async function chooseReading(
  trx: Trx,
  file: OrderFile,
  asked: { mapping?: unknown; profile?: string },
): Promise<Reading> {
  const { header } = file;
  if (asked.mapping !== undefined) return readingOfMapping(parseMapping(asked.mapping), header, null);
  const profile = asked.profile === undefined ? recognise(header) : findProfile(asked.profile);
  if (profile !== undefined) {
    const plan = planOfProfile(profile, header);
    return { profile: profile.id, recognised: profile.title.zh, plan, mapping: null, mappingId: null };
  }
  if (asked.profile !== undefined) {
    throw new DomainError('invalid', 'profile_unknown', `There is no profile "${asked.profile}".`);
  }
  const saved = await findMapping(trx, headerKey(header));
  if (saved !== undefined) return readingOfMapping(parseMapping(saved.mapping), header, saved.id);
  throw unknownFile(header);
}

/** Refuses (422) a mapping with unknown fields or missing parts, naming each place. */
export function parseMapping(mapping: unknown): Mapping {
  const parsed = mappingSchema.safeParse(mapping);
  if (parsed.success) return parsed.data;
  const errors = Object.fromEntries(
    parsed.error.issues.map((issue) => [issue.path.join('.') || 'mapping', issue.message]),
  );
  const places = Object.keys(errors).join(', ');
  throw new DomainError(
    'invalid',
    'mapping_invalid',
    `The mapping is not complete or has mistakes: ${places}.`,
    {
      errors,
    },
  );
}

/** Files with the same set of headers share a saved mapping. */
export function headerKey(header: Header): string {
  return header.names.map(normaliseHeader).filter(Boolean).sort().join('|');
}

function readingOfMapping(mapping: Mapping, header: Header, mappingId: number | null): Reading {
  return {
    profile: 'mapping',
    recognised: mapping.name,
    plan: planOfMapping(mapping, header),
    mapping,
    mappingId,
  };
}

function unknownFile(header: Header): DomainError {
  const nearest = nearestProfile(header);
  const hint =
    nearest === undefined
      ? 'Make a mapping for it.'
      : `It resembles "${nearest.profile.title.en}" but lacks ${nearest.missing.join(', ')}.`;
  return refuseFile('file_unknown', `No profile knows these headers. ${hint}`, {
    headers: header.names,
    nearest: nearest && { profile: nearest.profile.id, missing: nearest.missing },
  });
}
