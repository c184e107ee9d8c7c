import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../../api/domain/inspection/templates.ts';
import { startOutline } from '../../photos/marks.ts';
import type { Photo } from '../../photos/photo.ts';
import { bodyOf, type SealDraft, startDraft, whyNotDraft, withAttribute, withPhoto } from './draft.ts';

const photo = (id: number, text?: string): Photo => ({
  id,
  sha256: String(id).repeat(64),
  width: 1000,
  height: 800,
  barcodes: text ? [{ format: 'EAN-13', text }] : [],
  sharpness: 300,
  usedFor: null,
  warnings: [],
});
const GTIN = '6901234567892';

function wholeDraft(): SealDraft {
  let draft = withPhoto(startDraft(), 'front', photo(1, GTIN));
  draft = { ...draft, category: 'cosmetics', batch: 'B1', sealNumber: 'S1' };
  for (const { attribute } of TEMPLATES.cosmetics)
    if (attribute !== 'gtin') draft = withAttribute(draft, attribute, 'text');
  return { ...draft, faces: draft.faces.map((one) => ({ ...one, outline: startOutline(photo(1)) })) };
}

describe('a seal being written down', () => {
  it('takes the barcode from the photo where nobody typed one, and says so until it is typed over', () => {
    const read = withPhoto(startDraft(), 'front', photo(1, GTIN));
    expect([read.attributes.gtin, read.fromPhoto]).toEqual([GTIN, ['gtin']]);
    const typed = withAttribute(read, 'gtin', '6901234567899');
    expect([typed.attributes.gtin, typed.fromPhoto]).toEqual(['6901234567899', []]);
    expect(withPhoto(typed, 'back', photo(2, GTIN)).attributes.gtin).toBe('6901234567899');
  });

  it('forgets the marks of a photo that was taken again', () => {
    const draft = wholeDraft();
    expect(withPhoto(draft, 'front', photo(3)).faces[0]).toMatchObject({ photo: { id: 3 }, outline: [] });
  });

  it('is refused by the rule the API asks, one reason after the other', () => {
    const whole = wholeDraft();
    const why = (draft: SealDraft, inForce: number | null = null) => whyNotDraft(draft, 'me', inForce)?.code;
    expect(why(startDraft())).toBe('no_category');
    expect(why({ ...whole, sealNumber: ' ' })).toBe('no_seal_number');
    expect(why({ ...whole, faces: [] })).toBe('no_photo');
    expect(why({ ...whole, faces: whole.faces.map((one) => ({ ...one, outline: [] })) })).toBe('no_outline');
    expect(whyNotDraft(withAttribute(whole, 'brand', undefined), 'me', null)?.details).toEqual({
      attributes: ['brand'],
    });
    expect(why(withAttribute(whole, 'gtin', '4006381333931'))).toBe('barcode_differs');
    expect(why(whole, 9)).toBe('supersede_first');
    expect(why({ ...whole, supersedes: 9 }, 9)).toBeUndefined();
    expect(why(whole)).toBeUndefined();
  });

  it('sends only faces with a photo and attributes of its category', () => {
    const body = bodyOf(withAttribute(wholeDraft(), 'fineness', 'Au999'));
    expect(body.faces).toHaveLength(1);
    expect(Object.keys(body.attributes as object)).not.toContain('fineness');
  });
});
