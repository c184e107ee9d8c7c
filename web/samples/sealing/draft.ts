import { gtinForms } from '../../../api/domain/inspection/gtin-forms.ts';
import { type Seal, type SealRefusal, whyNotSeal } from '../../../api/domain/inspection/seal.ts';
import { type Category, TEMPLATES } from '../../../api/domain/inspection/templates.ts';
import type { Photo, Point } from '../../photos/photo.ts';

export interface FaceDraft {
  face: string;
  photo: Photo | null;
  outline: readonly Point[];
  variableZones: readonly (readonly Point[])[];
}

/** A seal as it is being written down; it outlives a reload. */
export interface SealDraft {
  category: Category | null;
  attributes: Record<string, string>;
  /** Attributes that were read from a photo, not typed. */
  fromPhoto: string[];
  batch: string;
  sealNumber: string;
  faces: FaceDraft[];
  /** The sample in force is to be superseded: somebody said so. */
  supersedes: number | null;
}

export const startDraft = (): SealDraft => ({
  category: null,
  attributes: {},
  fromPhoto: [],
  batch: '',
  sealNumber: '',
  faces: ['front', 'back'].map(emptyFace),
  supersedes: null,
});

export const emptyFace = (face: string): FaceDraft => ({ face, photo: null, outline: [], variableZones: [] });

/** A new photo has marks of its own; a barcode on it fills the field that nobody has filled yet. */
export function withPhoto(draft: SealDraft, face: string, photo: Photo): SealDraft {
  const isKnown = draft.faces.some((one) => one.face === face);
  const faces = isKnown ? draft.faces : [...draft.faces, emptyFace(face)];
  const read = readGtinOf([photo]);
  const fills = read !== null && !draft.attributes.gtin;
  return {
    ...draft,
    faces: faces.map((one) => (one.face === face ? { ...emptyFace(face), photo } : one)),
    attributes: fills ? { ...draft.attributes, gtin: read } : draft.attributes,
    fromPhoto: fills ? [...draft.fromPhoto, 'gtin'] : draft.fromPhoto,
  };
}

export function withAttribute(draft: SealDraft, attribute: string, value: string | undefined): SealDraft {
  const { [attribute]: _old, ...rest } = draft.attributes;
  return {
    ...draft,
    attributes: value === undefined ? rest : { ...rest, [attribute]: value },
    fromPhoto: draft.fromPhoto.filter((one) => one !== attribute),
  };
}

/** The first code of goods on the photos, as printed. */
export const readGtinOf = (photos: readonly Photo[]): string | null =>
  photos
    .flatMap(({ barcodes }) => barcodes.map(({ text }) => text))
    .find((text) => gtinForms(text).length > 0) ?? null;

/** Why it cannot be sealed like this, by the same rule the API asks; undefined when it can. */
export function whyNotDraft(
  draft: SealDraft,
  sealerId: string,
  inForce: number | null,
): (SealRefusal & { of?: 'category' | 'supersedes' }) | undefined {
  if (draft.category === null) return { code: 'no_category', message: 'choose a category', of: 'category' };
  const refusal = whyNotSeal(sealOf(draft, draft.category, sealerId), TEMPLATES[draft.category]);
  if (refusal) return refusal;
  return inForce !== null && draft.supersedes !== inForce
    ? { code: 'supersede_first', message: 'say that it supersedes the sample in force', of: 'supersedes' }
    : undefined;
}

/** The body of `POST /samples/{id}/seal`; faces nobody photographed are left out, so are attributes of another category. */
export function bodyOf(draft: SealDraft): Record<string, unknown> {
  const names = new Set(TEMPLATES[draft.category!].map(({ attribute }) => attribute));
  return {
    category: draft.category,
    attributes: Object.fromEntries(Object.entries(draft.attributes).filter(([name]) => names.has(name))),
    batch: draft.batch.trim(),
    sealNumber: draft.sealNumber.trim(),
    supersedes: draft.supersedes,
    faces: taken(draft).map(({ face, photo, outline, variableZones }) => ({
      face,
      photoId: photo.id,
      outline,
      variableZones,
    })),
  };
}

const taken = (draft: SealDraft): (FaceDraft & { photo: Photo })[] =>
  draft.faces.filter((one): one is FaceDraft & { photo: Photo } => one.photo !== null);

function sealOf(draft: SealDraft, category: Category, sealedBy: string): Seal {
  const faces = taken(draft);
  const codes = faces.flatMap(({ photo }) => photo.barcodes.map(({ text }) => text));
  const typed = gtinForms(draft.attributes.gtin ?? '');
  // As the API takes it: the code that fits what was written down, else the first one.
  const fitting = codes.find((text) => gtinForms(text).some((form) => typed.includes(form)));
  return {
    category,
    attributes: draft.attributes,
    faces: faces.map(({ face, photo, outline, variableZones }) => ({
      face,
      photoSha256: photo.sha256,
      outline,
      variableZones,
    })),
    readGtin: fitting ?? readGtinOf(faces.map(({ photo }) => photo)),
    batch: draft.batch,
    sealNumber: draft.sealNumber,
    sealedOn: '',
    sealedBy,
    // Another person, whoever: they witness under their own name later.
    witnessedBy: '(witness)',
  };
}
