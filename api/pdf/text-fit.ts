import type { Surface, TextStyle } from './surface.ts';

/** Lines no wider than `width`; when they would be more than `maxLines`, the last ends in `…`. */
export function wrapText(
  surface: Surface,
  text: string,
  style: TextStyle,
  width: number,
  maxLines: number,
): string[] {
  if (surface.widthOf(text, style) <= width) return [text];
  const lines: string[] = [];
  let rest = text;
  while (lines.length < maxLines - 1 && surface.widthOf(rest, style) > width) {
    const head = takeLine(surface, rest, style, width);
    lines.push(head.trimEnd());
    rest = rest.slice(head.length).trimStart();
  }
  if (rest !== '') lines.push(cutText(surface, rest, style, width));
  return lines;
}

/** The text, or as much of it as fits with `…` after it. */
export function cutText(surface: Surface, text: string, style: TextStyle, width: number): string {
  if (surface.widthOf(text, style) <= width) return text;
  const room = width - surface.widthOf('…', style);
  return `${takeCharacters(surface, text, style, room).trimEnd()}…`;
}

/** The style, smaller where the text is too wide: figures are never cut. */
export function shrinkToFit(surface: Surface, text: string, style: TextStyle, width: number): TextStyle {
  const needed = surface.widthOf(text, style);
  if (needed <= width) return style;
  return { ...style, sizePt: Math.floor((style.sizePt * width * 100) / needed) / 100 };
}

/** Breaks after a Chinese character or a space; inside a Latin word only when the word alone is too long. */
function takeLine(surface: Surface, text: string, style: TextStyle, width: number): string {
  const line = takeCharacters(surface, text, style, width);
  const next = text[line.length];
  if (next === undefined || !isWordCharacter(next) || !isWordCharacter(line.at(-1)!)) return line;
  let end = line.length;
  while (end > 0 && isWordCharacter(line[end - 1]!)) end--;
  return end > 0 ? line.slice(0, end) : line;
}

/** At least one character, so that a caller always gets on. */
function takeCharacters(surface: Surface, text: string, style: TextStyle, width: number): string {
  let taken = '';
  let used = 0;
  for (const character of text) {
    used += surface.widthOf(character, style);
    if (used > width && taken !== '') break;
    taken += character;
  }
  return taken;
}

const isWordCharacter = (character: string): boolean => /[\w.§\-/%+]/.test(character);
