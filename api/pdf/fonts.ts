import {
  FONT_FILES,
  type FontSource,
  type FontWeight,
  openFont,
  RARE_FONT_FILES,
  readFontBytes,
} from './font-source.ts';
import { createGlyphCache, type GlyphCache } from './glyph-cache.ts';
import type { PdfFonts } from './page-writer.ts';

let opened: Record<FontWeight, FontSource> | undefined;

/** The fonts of this thread, parsed at the first call, whatever is drawn with them. `bytes` spares a worker the reading. */
export function openFonts(bytes?: Record<FontWeight, Buffer>): Record<FontWeight, FontSource> {
  opened ??= {
    regular: openFont(bytes?.regular ?? readFontBytes(FONT_FILES.regular)),
    medium: openFont(bytes?.medium ?? readFontBytes(FONT_FILES.medium)),
  };
  return opened;
}

/** Both weights ready to draw with. `base`: the characters that most documents of a template will use. */
export function createFonts(
  sources: Record<FontWeight, FontSource>,
  base: Record<FontWeight, string>,
): PdfFonts {
  return {
    regular: createGlyphCache(sources.regular, base.regular, () => openRare('regular')),
    medium: createGlyphCache(sources.medium, base.medium, () => openRare('medium')),
  };
}

/** Both weights without a base: for documents drawn one at a time. */
export const createPlainFonts = (sources: Record<FontWeight, FontSource> = openFonts()): PdfFonts =>
  createFonts(sources, { regular: '', medium: '' });

const rareFonts: Partial<Record<FontWeight, GlyphCache>> = {};

/** Opened when a first rare character is met, once for the thread: most documents have none. */
function openRare(weight: FontWeight): GlyphCache {
  rareFonts[weight] ??= createGlyphCache(openFont(readFontBytes(RARE_FONT_FILES[weight])), '');
  return rareFonts[weight];
}
