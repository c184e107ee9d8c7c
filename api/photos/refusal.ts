import { DomainError } from '../domain/error.ts';

/** Why a photo is not taken, and what to do about it. */
const MESSAGES = {
  photo_empty: 'The file is empty; take or choose the photo again.',
  photo_too_large: 'The photo is larger than 15 MB; send it as a JPEG of ordinary quality.',
  photo_heic:
    'This is a HEIC photo, which cannot be read here; please send JPEG (iPhone: Settings › Camera › Formats › Most Compatible).',
  photo_not_a_photo: 'This is no photo but a drawing or document; take a photo and send it as JPEG.',
  photo_unknown_kind: 'This kind of file is not read; please send the photo as JPEG, PNG or WebP.',
  photo_too_many_pixels: 'The photo has more than 50 million pixels; take it at an ordinary resolution.',
  photo_too_small: 'The photo is smaller than 32 pixels on a side; send the photo itself, not its preview.',
  photo_truncated: 'The photo ends too early; the transfer may have broken off: send it again.',
  photo_damaged: 'The photo is damaged and cannot be opened; take it again or send the original.',
  photo_too_slow: 'Looking at the photos took too long; send them at an ordinary resolution.',
  photo_too_complex: 'Looking at the photos needs too much memory; send them at an ordinary resolution.',
} as const;

export type PhotoRefusal = keyof typeof MESSAGES;

/** Every refusal, for the screens' catalogues. */
export const PHOTO_REFUSALS = Object.keys(MESSAGES) as PhotoRefusal[];

export function refusePhoto(code: PhotoRefusal, details?: Record<string, unknown>): DomainError {
  return new DomainError('invalid', code, MESSAGES[code], { details });
}
