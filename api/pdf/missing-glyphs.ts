import { canDraw, type GlyphCache } from './glyph-cache.ts';

/** A text of the document that neither the font nor its fallback can write in full. `path` is dotted (`streams.0.products.2.name`). */
export interface MissingGlyphs {
  path: string;
  text: string;
  /** Each lacking character once, as `[U+1F389]`. */
  characters: string[];
}

/** Every text with a character no font has a picture for; empty when all of it can be written. */
export function missingGlyphs(document: object, font: GlyphCache): MissingGlyphs[] {
  return makeDrawable(document, font).missing;
}

/**
 * The document with each lacking character written out as `[U+1F389]`, so that a reader sees that something stands
 * there and which, and with line breaks and tabs as spaces.
 */
export function makeDrawable<Document extends object>(
  document: Document,
  font: GlyphCache,
): { drawable: Document; missing: MissingGlyphs[] } {
  const missing: MissingGlyphs[] = [];
  return { drawable: walk(document, '', font, missing) as Document, missing };
}

function walk(value: unknown, path: string, font: GlyphCache, missing: MissingGlyphs[]): unknown {
  if (typeof value === 'string') return drawableText(value, path, font, missing);
  if (Array.isArray(value)) return value.map((item, index) => walk(item, join(path, index), font, missing));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const key in value)
    copy[key] = walk((value as Record<string, unknown>)[key], join(path, key), font, missing);
  return copy;
}

const join = (path: string, key: string | number): string => (path === '' ? `${key}` : `${path}.${key}`);

function drawableText(text: string, path: string, font: GlyphCache, missing: MissingGlyphs[]): string {
  let drawable = '';
  const lacking = new Set<string>();
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    if (isBreakOrTab(codePoint)) {
      drawable += ' ';
    } else if (canDraw(font, codePoint)) {
      drawable += character;
    } else {
      const written = `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
      lacking.add(written);
      drawable += written;
    }
  }
  if (lacking.size > 0) missing.push({ path, text, characters: [...lacking] });
  return drawable;
}

const isBreakOrTab = (codePoint: number): boolean =>
  (codePoint >= 9 && codePoint <= 13) || codePoint === 0x85 || codePoint === 0x2028 || codePoint === 0x2029;
