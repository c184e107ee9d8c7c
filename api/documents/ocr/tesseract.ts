import { RECOGNITION_LIMITS } from '../limits.ts';
import { hasTool, runTool } from './run-tool.ts';
import type { RecognisedWord, TextRecogniser } from './text-recogniser.ts';

/** Chinese before English: the first language settles doubtful shapes. */
const WANTED = ['chi_sim', 'eng'];

export interface TesseractPlace {
  /** The command, or where it lies. */
  command: string;
  /** Folder of the language data; undefined: where its own package put it. */
  dataFolder: string | undefined;
}

/** Tesseract when the machine has it, with the languages it has data for; undefined when there is no engine. */
export async function findTesseract(place: TesseractPlace): Promise<TextRecogniser | undefined> {
  const env: Record<string, string> =
    place.dataFolder === undefined ? {} : { TESSDATA_PREFIX: place.dataFolder };
  const listed = await hasTool(place.command, ['--list-langs'], env);
  const languages = WANTED.filter((language) => listed?.split(/\s+/).includes(language));
  if (languages.length === 0) return undefined;
  return {
    name: `tesseract ${languages.join('+')}`,
    recognise: async (imagePath, signal) => {
      const table = await runTool(
        place.command,
        [imagePath, 'stdout', '-l', languages.join('+'), '--psm', '3', 'tsv'],
        {
          signal,
          timeoutMilliseconds: RECOGNITION_LIMITS.maxMillisecondsPerPage,
          env,
        },
      );
      return parseTable(table);
    },
  };
}

/** Rows of level 5 are words: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
export function parseTable(table: string): RecognisedWord[] {
  const lines = new Map<string, RecognisedWord[]>();
  for (const row of table.split('\n').slice(1)) {
    const cells = row.split('\t');
    const text = cells[11]?.trim() ?? '';
    if (cells[0] !== '5' || text === '') continue;
    const [left, top, width, height] = cells.slice(6, 10).map(Number) as [number, number, number, number];
    const key = cells.slice(1, 5).join('.');
    lines.set(key, [...(lines.get(key) ?? []), { text, left, top, width, height }]);
  }
  return [...lines.values()].flatMap(levelLine);
}

/** Words of a line get the line's own top and height: letters differ in height, lines do not. */
function levelLine(words: RecognisedWord[]): RecognisedWord[] {
  const heights = words.map((word) => word.height).sort((a, b) => a - b);
  const height = heights[Math.floor(heights.length * 0.75)] ?? 0;
  const bottom = Math.max(...words.map((word) => word.top + word.height));
  return words.map((word) => ({ ...word, top: bottom - height, height }));
}
