/**
 * Writings of one thing that print and platforms mix: the sample's label says 煙醯胺, a listing 烟酰胺. 醯 is a
 * character of its own to dictionaries of simplification, on labels it is the Taiwanese writing of 酰.
 */
const SAME_ON_LABELS: readonly (readonly [RegExp, string])[] = [
  [/醯/g, '酰'],
  [/著色/g, '着色'],
  [/[·•‧・∙⋅]/g, '·'],
  [/[‐‑‒–—−﹣]/g, '-'],
  [/[“”„«»「」『』﹁﹂]/g, '"'],
  [/[‘’`´]/g, "'"],
  [/[～〜∼]/g, '~'],
  [/[×✕✖╳]/g, 'x'],
  [/。/g, '.'],
  [/、/g, ','],
];

/** A mark freed of the space or the invisible character before it joins its letter: then it is written once more. */
const MOST_ROUNDS = 5;

/**
 * One writing for texts that mean the same on a label: full and half width (NFKC), traditional and simplified,
 * capitals, kinds of quotes and dashes, spaces where no word ends. Spaces between Latin words stay one.
 */
export function normaliseText(text: string, toSimplified: (text: string) => string): string {
  let written = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const again = writeOneWay(written, toSimplified);
    if (again === written) break;
    written = again;
  }
  return written;
}

function writeOneWay(text: string, toSimplified: (text: string) => string): string {
  // Invisible characters come with copied listings and would be a difference nobody can see.
  const visible = text.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '').normalize('NFKC');
  const simplified = toSimplified(visible).toLowerCase();
  const written = SAME_ON_LABELS.reduce((so, [variants, one]) => so.replace(variants, one), simplified);
  return written
    .replace(/\s+/g, ' ')
    .replace(/(?<![a-z0-9]) | (?![a-z0-9])/g, '')
    .trim();
}
