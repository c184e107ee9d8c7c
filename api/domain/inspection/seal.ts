import type { Reason } from '../error.ts';
import { orderedJson } from '../ordered-json.ts';
import type { AttributeRule, Attributes } from './comparison.ts';
import { gtinForms } from './gtin-forms.ts';

/** One side of the pack as it was photographed; the outline and the zone are marked once, on the photo. */
export interface SealedFace {
  face: string;
  photoSha256: string;
  /** Corners of the label in the photo's pixels; empty where nobody marked them. */
  outline: readonly (readonly [x: number, y: number])[];
  /** Where batch and dates stand, which differ honestly: one polygon each; empty where the face has none. */
  variableZones: readonly (readonly (readonly [x: number, y: number])[])[];
}

export interface Seal {
  category: string;
  attributes: Attributes;
  faces: readonly SealedFace[];
  /** As read from a photo; null where it could not be read. */
  readGtin: string | null;
  batch: string;
  sealNumber: string;
  /** `2026-05-01` */
  sealedOn: string;
  sealedBy: string;
  witnessedBy: string;
}

/** A refusal with what it is about, for a screen that leads there. */
export interface SealRefusal extends Reason {
  details?: { attributes?: string[]; faces?: string[] };
}

/** Why a sample cannot be sealed like this: what is not sealed now cannot be compared with later. */
export function whyNotSeal(seal: Seal, rules: readonly AttributeRule[]): SealRefusal | undefined {
  for (const check of CHECKS) {
    const refusal = check(seal, rules);
    if (refusal) return refusal;
  }
  return undefined;
}

/**
 * All that a seal holds as one text, the same for the same content in whatever order it was written down: its sha256 is
 * the content hash of the sample.
 */
export const sealText = (seal: Seal): string => orderedJson(seal);

type Check = (seal: Seal, rules: readonly AttributeRule[]) => SealRefusal | undefined;

const say = (code: string, message: string, details?: SealRefusal['details']): SealRefusal =>
  details ? { code, message, details } : { code, message };

const lacksNumbers: Check = ({ batch, sealNumber }) => {
  if (sealNumber.trim() === '') return say('no_seal_number', 'write down the number on the seal');
  return batch.trim() === '' ? say('no_batch', 'write down the batch of the sample') : undefined;
};

const lacksPeople: Check = ({ sealedBy, witnessedBy }) =>
  sealedBy === '' || witnessedBy === '' || sealedBy === witnessedBy
    ? say('two_people', 'two people seal a sample: one seals, another one witnesses')
    : undefined;

const lacksPhotos: Check = ({ faces }) => {
  if (faces.length === 0) return say('no_photo', 'photograph every face of the sample');
  const unmarked = faces.filter(({ outline }) => outline.length !== 4).map(({ face }) => face);
  if (unmarked.length > 0)
    return say('no_outline', 'mark the four corners of the label on each photo', { faces: unmarked });
  const photos = faces.map(({ photoSha256 }) => photoSha256);
  const twice = faces.filter(({ photoSha256 }, at) => photos.indexOf(photoSha256) !== at);
  return twice.length > 0
    ? say('same_photo_twice', 'one photo stands for two faces', { faces: twice.map(({ face }) => face) })
    : undefined;
};

const lacksAttributes: Check = ({ attributes }, rules) => {
  const missing = rules
    .filter(({ isOptional, comparator }) => !isOptional && comparator.by !== 'measured_content')
    .filter(({ attribute }) => (attributes[attribute] ?? '').trim() === '')
    .map(({ attribute }) => attribute);
  return missing.length > 0
    ? say('attributes_missing', `write down ${missing.join(', ')}`, { attributes: missing })
    : undefined;
};

const hasWrongBarcode: Check = ({ attributes, readGtin }, rules) => {
  const rule = rules.find(({ comparator }) => comparator.by === 'gtin');
  const typed = rule && attributes[rule.attribute];
  if (!rule || !typed) return undefined;
  const forms = gtinForms(typed);
  const details = { attributes: [rule.attribute] };
  if (forms.length === 0)
    return say('not_a_gtin', `${typed} is no barcode of goods: its check digit is wrong`, details);
  // An unread barcode is typed by a person; one that was read as another has to be looked at again.
  return readGtin !== null && !gtinForms(readGtin).some((form) => forms.includes(form))
    ? say('barcode_differs', `the photo shows ${readGtin}, written down is ${typed}`, details)
    : undefined;
};

const CHECKS: readonly Check[] = [lacksPeople, lacksNumbers, lacksPhotos, lacksAttributes, hasWrongBarcode];
