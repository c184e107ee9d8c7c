import { refusePhoto } from '../refusal.ts';

export type PhotoFormat = 'jpeg' | 'png' | 'webp';

/** What cameras and messengers call a picture coded with HEVC or AV1 in its first box. */
const HEIF_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis'];

/** What the bytes are, by the bytes and never by the name. Throws a refusal for all that is no photo. */
export function detectPhotoKind(bytes: Uint8Array): PhotoFormat {
  if (bytes.length === 0) throw refusePhoto('photo_empty');
  const head = Buffer.from(bytes.subarray(0, 512));
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png';
  const text = head.toString('latin1');
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  if (text.slice(4, 8) === 'ftyp' && HEIF_BRANDS.includes(text.slice(8, 12))) throw refusePhoto('photo_heic');
  if (/<svg|<\?xml|<!doctype|^%PDF/i.test(text)) throw refusePhoto('photo_not_a_photo');
  throw refusePhoto('photo_unknown_kind');
}
