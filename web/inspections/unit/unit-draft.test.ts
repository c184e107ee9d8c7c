import { describe, expect, it } from 'vitest';
import type { Photo } from '../../photos/photo.ts';
import { sumOf, type Unit } from '../inspection.ts';
import {
  barcodeOn,
  daysToFill,
  rulesToFill,
  startUnit,
  unfilledOf,
  unitBody,
  withUnitAttribute,
  withUnitPhoto,
} from './unit-draft.ts';

const photo = (id: number, text?: string, usedFor: Photo['usedFor'] = null): Photo => ({
  id,
  sha256: '',
  width: 10,
  height: 10,
  barcodes: text ? [{ format: 'EAN-13', text }] : [],
  sharpness: 200,
  usedFor,
  warnings: [],
});
const GTIN = '6901234567892';

describe('a unit being written down', () => {
  it('says whether the photographed barcode is the sealed one, in whatever form, and says nothing where none was read', () => {
    expect(barcodeOn([photo(1)], GTIN)).toBeNull();
    expect(barcodeOn([photo(1), photo(2, `0${GTIN}`)], GTIN)).toEqual({ text: `0${GTIN}`, isSealed: true });
    expect(barcodeOn([photo(2, '4006381333931')], GTIN)?.isSealed).toBe(false);
  });

  it('does not take a photo that shows another unit, and takes the next one', () => {
    const use = { kind: 'unit', unitId: 5, unitNo: 1, inspectionId: 2, face: 'front' } as const;
    const refused = withUnitPhoto(startUnit(), 'front', photo(1, undefined, use));
    expect([refused.photos, refused.used.front]).toEqual([{}, use]);
    const taken = withUnitPhoto(refused, 'front', photo(2));
    expect([Object.keys(taken.photos), taken.used]).toEqual([['front'], {}]);
  });

  it('tells what was not looked at from what is not there', () => {
    const draft = withUnitAttribute(startUnit(), 'origin', '');
    expect(unfilledOf(draft, 'cosmetics').map(({ attribute }) => attribute)).not.toContain('origin');
    expect(
      unfilledOf(withUnitAttribute(draft, 'origin', undefined), 'cosmetics').map(
        ({ attribute }) => attribute,
      ),
    ).toContain('origin');
    expect(rulesToFill('food').some(({ comparator }) => comparator.by === 'gtin')).toBe(false);
    expect(daysToFill('food')).toEqual(['producedOn', 'expiresOn']);
    expect(daysToFill('clothing')).toEqual([]);
    expect(unitBody({ ...draft, batch: ' ', barcode: '690 123' })).toMatchObject({
      batch: null,
      barcode: '690123',
    });
  });
});

describe('a unit in one glance', () => {
  it('counts what waits and shows the worst that was upheld, as a person classed it', () => {
    const differences = [
      { state: 'upheld', criticality: 'minor', decidedCriticality: 'major' },
      { state: 'open', criticality: 'critical', decidedCriticality: null },
      { state: 'dismissed', criticality: 'critical', decidedCriticality: null },
    ] as Unit['differences'];
    const photos = [
      { isLatest: true, comparison: { state: 'running' } },
      { isLatest: false, comparison: { state: 'queued' } },
    ];
    expect(sumOf({ differences, photos: photos as Unit['photos'] })).toEqual({
      open: 1,
      dismissed: 1,
      worst: 'major',
      comparing: 1,
    });
  });
});
