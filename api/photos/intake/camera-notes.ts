import exifr from 'exifr';

/** What the camera wrote into the photo; anyone can edit it, so it proves nothing. */
export interface CameraNotes {
  /** Local time of the camera, `2026-11-24T10:20:30`, without a zone; null when it says none. */
  takenAt: string | null;
  exif: { make: string | null; model: string | null } | null;
  hasGps: boolean;
}

const NOTHING: CameraNotes = { takenAt: null, exif: null, hasGps: false };
const LONGEST_NAME = 80;

/** Reads the EXIF of a photo; damaged or absent notes are no reason to refuse the photo. */
export async function readCameraNotes(bytes: Uint8Array): Promise<CameraNotes> {
  const tags: Record<string, unknown> | undefined = await exifr
    .parse(bytes, { reviveValues: false, gps: true, tiff: true, exif: true })
    .catch(() => undefined);
  if (tags === undefined) return NOTHING;
  const make = nameOf(tags.Make);
  const model = nameOf(tags.Model);
  return {
    takenAt: timeOf(tags.DateTimeOriginal) ?? timeOf(tags.CreateDate) ?? null,
    exif: make === null && model === null ? null : { make, model },
    hasGps: tags.GPSLatitude !== undefined || tags.latitude !== undefined,
  };
}

function nameOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: cameras pad names with noughts
  const name = value.replaceAll(/[\u0000-\u001f\u007f]/g, ' ').trim();
  return name === '' ? null : name.slice(0, LONGEST_NAME);
}

function timeOf(value: unknown): string | undefined {
  const parts = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d:\d\d)/.exec(String(value ?? ''));
  // a clock that was never set writes noughts
  if (!parts || parts[1] === '0000' || parts[2] === '00' || parts[3] === '00') return undefined;
  return `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}`;
}
