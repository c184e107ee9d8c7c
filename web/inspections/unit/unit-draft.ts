import type { AttributeRule } from '../../../api/domain/inspection/comparison.ts';
import { gtinForms } from '../../../api/domain/inspection/gtin-forms.ts';
import { type Category, TEMPLATES } from '../../../api/domain/inspection/templates.ts';
import type { Photo, PhotoUse } from '../../photos/photo.ts';
import type { Unit } from '../inspection.ts';

/** A unit as it is being written down; it outlives a reload. */
export interface UnitDraft {
  batch: string;
  /** Undefined: not looked at; empty: looked for, and there is none. */
  attributes: Record<string, string>;
  /** As typed, where no photo shows it. */
  barcode: string;
  note: string;
  photos: Record<string, Photo>;
  /** Photos that show another unit already, by the face they were taken for. */
  used: Record<string, PhotoUse>;
}

export const startUnit = (): UnitDraft => ({
  batch: '',
  attributes: {},
  barcode: '',
  note: '',
  photos: {},
  used: {},
});

export const draftOf = ({ batch, attributes, barcode, barcodeSource, note }: Unit): UnitDraft => ({
  ...startUnit(),
  batch: batch ?? '',
  attributes: { ...attributes },
  barcode: barcodeSource === 'typed' ? (barcode ?? '') : '',
  note: note ?? '',
});

/** A photo that was used for something else is named, not taken. */
export function withUnitPhoto(draft: UnitDraft, face: string, photo: Photo): UnitDraft {
  const { [face]: _photo, ...photos } = draft.photos;
  const { [face]: _use, ...used } = draft.used;
  return photo.usedFor
    ? { ...draft, photos, used: { ...used, [face]: photo.usedFor } }
    : { ...draft, photos: { ...photos, [face]: photo }, used };
}

export function withUnitAttribute(draft: UnitDraft, attribute: string, value: string | undefined): UnitDraft {
  const { [attribute]: _old, ...rest } = draft.attributes;
  return { ...draft, attributes: value === undefined ? rest : { ...rest, [attribute]: value } };
}

/** The code the photos show, and whether it is the sealed one; null where none was read. */
export function barcodeOn(
  photos: readonly Photo[],
  sealed: string | undefined,
): { text: string; isSealed: boolean } | null {
  const text = photos
    .flatMap(({ barcodes }) => barcodes.map((code) => code.text))
    .find((one) => gtinForms(one).length > 0);
  if (text === undefined) return null;
  const forms = gtinForms(sealed ?? '');
  return { text, isSealed: gtinForms(text).some((form) => forms.includes(form)) };
}

/** What is written down of a unit by hand: the barcode comes from the photos. */
export const rulesToFill = (category: Category): AttributeRule[] =>
  TEMPLATES[category].filter(({ comparator }) => comparator.by !== 'gtin');

/** Days that go with a shelf life. */
export const daysToFill = (category: Category): string[] =>
  TEMPLATES[category].flatMap(({ comparator }) =>
    comparator.by === 'shelf_life' ? [comparator.producedIn, comparator.expiresIn] : [],
  );

/** Attributes that must be there to be compared and were not looked at. */
export const unfilledOf = (draft: UnitDraft, category: Category): AttributeRule[] =>
  rulesToFill(category).filter(
    ({ attribute, isOptional }) => !isOptional && draft.attributes[attribute] === undefined,
  );

/** The body of `POST /inspections/{id}/units`. */
export const unitBody = (draft: UnitDraft) => ({
  batch: draft.batch.trim() || null,
  attributes: draft.attributes,
  barcode: draft.barcode.replace(/\D/g, '') || null,
  note: draft.note.trim() || null,
});

export const photosOf = (draft: UnitDraft) =>
  Object.entries(draft.photos).map(([face, photo]) => ({ face, photoId: photo.id }));
