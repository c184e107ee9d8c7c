import { formatNumber } from './format-number.ts';
import type { XmlReader } from './read-xml.ts';

/** One level of a list as numbering.xml describes it. */
interface Level {
  start: number;
  format: string;
  /** `第%1条`, `%1.%2`; bullets hold a sign of a symbol font. */
  text: string;
  suffix: 'tab' | 'space' | 'nothing';
  /** The level whose use begins this one anew; 0 never does; undefined: any higher one. */
  restart: number | undefined;
  isLegal: boolean;
  paragraphStyle: string | undefined;
}

interface Override {
  start?: number;
  level?: Level;
}

/** Lists of a document: the abstract ones, and the numbered ones that point at them. */
export interface ListDefinitions {
  levels: Map<string, Map<number, Level>>;
  /** A list defined by a style stands elsewhere: the abstract list's link and the style it is known by. */
  styleLinks: Map<string, string>;
  styleOwners: Map<string, string>;
  lists: Map<string, { abstractId: string; overrides: Map<number, Override> }>;
}

export function emptyDefinitions(): ListDefinitions {
  return { levels: new Map(), styleLinks: new Map(), styleOwners: new Map(), lists: new Map() };
}

/** Collects what numbering.xml says. */
export function readDefinitions(into: ListDefinitions): XmlReader {
  let abstractId: string | undefined;
  let list: { abstractId: string; overrides: Map<number, Override> } | undefined;
  let override: Override | undefined;
  let level: Level | undefined;
  const openers: Record<string, (attributes: Record<string, string>) => void> = {
    abstractNum: ({ abstractNumId = '' }) => {
      abstractId = abstractNumId;
      into.levels.set(abstractId, new Map());
    },
    numStyleLink: ({ val = '' }) => void into.styleLinks.set(abstractId ?? '', val),
    styleLink: ({ val = '' }) => void into.styleOwners.set(val, abstractId ?? ''),
    num: ({ numId = '' }) => {
      list = { abstractId: '', overrides: new Map() };
      into.lists.set(numId, list);
    },
    abstractNumId: ({ val = '' }) => {
      if (list !== undefined) list.abstractId = val;
    },
    lvlOverride: ({ ilvl }) => {
      override = {};
      list?.overrides.set(toLevel(ilvl), override);
    },
    startOverride: ({ val }) => {
      if (override !== undefined) override.start = toCount(val, 1);
    },
    lvl: ({ ilvl }) => {
      level = {
        start: 0,
        format: 'decimal',
        text: '',
        suffix: 'tab',
        restart: undefined,
        isLegal: false,
        paragraphStyle: undefined,
      };
      if (override !== undefined) override.level = level;
      else into.levels.get(abstractId ?? '')?.set(toLevel(ilvl), level);
    },
  };
  return {
    open: (name, attributes) => {
      openers[name]?.(attributes);
      if (level !== undefined) describeLevel(level, name, attributes);
    },
    close: (name) => {
      if (name === 'lvl') level = undefined;
      if (name === 'lvlOverride') override = undefined;
      if (name === 'num') list = undefined;
      if (name === 'abstractNum') abstractId = undefined;
    },
  };
}

function describeLevel(level: Level, name: string, { val }: Record<string, string>): void {
  if (name === 'start') level.start = toCount(val, 0);
  if (name === 'numFmt') level.format = val ?? 'decimal';
  if (name === 'lvlText') level.text = val ?? '';
  if (name === 'suff' && (val === 'space' || val === 'nothing')) level.suffix = val;
  if (name === 'lvlRestart') level.restart = toCount(val, 0);
  if (name === 'isLgl') level.isLegal = val !== '0' && val !== 'false';
  if (name === 'pStyle') level.paragraphStyle = val;
}

/** Counts the lists of one document from its first paragraph to its last. */
export function createCounter(
  definitions: ListDefinitions,
  listOfStyle: (style: string) => string | undefined,
) {
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  /** The abstract list a numbered one means, through the style that defines it where there is one. */
  function resolveAbstract(abstractId: string): string {
    const style = definitions.styleLinks.get(abstractId);
    if (style === undefined) return abstractId;
    const byStyle = definitions.lists.get(listOfStyle(style) ?? '')?.abstractId;
    return definitions.styleOwners.get(style) ?? byStyle ?? abstractId;
  }

  function levelsOf(listId: string) {
    const list = definitions.lists.get(listId);
    if (list === undefined) return undefined;
    const abstractId = resolveAbstract(list.abstractId);
    const own = definitions.levels.get(abstractId);
    return {
      abstractId,
      overrides: list.overrides,
      at: (index: number) => list.overrides.get(index)?.level ?? own?.get(index),
    };
  }

  return {
    /** The level a style stands for in its list; the first when the list does not name it. */
    levelOfStyle(listId: string, style: string): number {
      const levels = levelsOf(listId);
      for (let index = 0; index < 9; index++) if (levels?.at(index)?.paragraphStyle === style) return index;
      return 0;
    },

    /** The number shown before the next paragraph of this list, with what parts it from the text; '' when none is. */
    next(listId: string, index: number): string {
      const levels = levelsOf(listId);
      const level = levels?.at(index);
      if (levels === undefined || level === undefined) return '';
      const numbers = counts.get(levels.abstractId) ?? [];
      counts.set(levels.abstractId, numbers);
      for (const [which, { start }] of levels.overrides) {
        const key = `${listId} ${which}`;
        // an own start counts once, at the list's first paragraph
        if (start !== undefined && !begun.has(key)) numbers[which] = undefined;
      }
      for (let upper = 0; upper <= index; upper++) {
        const start = levels.overrides.get(upper)?.start ?? levels.at(upper)?.start ?? 1;
        if (numbers[upper] === undefined) numbers[upper] = start;
        else if (upper === index) numbers[upper] = numbers[upper]! + 1;
        begun.add(`${listId} ${upper}`);
      }
      for (let lower = index + 1; lower < 9; lower++) {
        const restart = levels.at(lower)?.restart;
        if (restart === undefined || (restart !== 0 && index < restart)) numbers[lower] = undefined;
      }
      return writeNumber(level, (at) => [
        numbers[at] ?? 1,
        level.isLegal ? 'decimal' : (levels.at(at)?.format ?? 'decimal'),
      ]);
    },
  };
}

export type ListCounter = ReturnType<typeof createCounter>;

function writeNumber(level: Level, numberAt: (index: number) => [number, string]): string {
  if (level.format === 'none' && !/\S/.test(level.text.replace(/%\d/g, ''))) return '';
  if (level.format === 'bullet') return level.text === '' ? '' : '· ';
  const shown = level.text.replace(/%([1-9])/g, (_, digit) => formatNumber(...numberAt(Number(digit) - 1)));
  if (shown === '') return '';
  return level.suffix === 'nothing' ? shown : `${shown} `;
}

const toLevel = (value: string | undefined) => Math.min(8, toCount(value, 0));

function toCount(value: string | undefined, otherwise: number): number {
  const count = Number(value);
  return Number.isInteger(count) && count >= 0 && count < 100_000 ? count : otherwise;
}
