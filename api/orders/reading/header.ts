import { refuseFile } from '../../files/refusal.ts';

/** A file's header: the names as written, and where each stands by its normalised name. */
export interface Header {
  names: string[];
  /** More than one place: the name is there twice. */
  places: Map<string, number[]>;
}

/** Two exports write 订单来源 twice; the first value tells which column is which. */
const SOURCE_COLUMN = '订单来源';
const MEDIA_VALUES = new Set(['直播', '视频', '短视频', '橱窗', '商品卡', '图文', '其他']);

/** Names are compared without outer blanks, with half-width brackets and colons, and without regard to case. */
export function normaliseHeader(name: string): string {
  return name
    .replace(/^\ufeff/, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replaceAll('：', ':')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** `firstValues` are the first data row's, if there is one. */
export function readHeader(rawNames: readonly string[], firstValues: readonly string[] | undefined): Header {
  const names = nameSourceColumns(
    rawNames.map((name) => name.replace(/^\ufeff/, '').trim()),
    firstValues,
  );
  const places = new Map<string, number[]>();
  names.forEach((name, index) => {
    const key = normaliseHeader(name);
    if (key === '') return;
    const found = places.get(key);
    if (found === undefined) places.set(key, [index]);
    else found.push(index);
  });
  return { names, places };
}

/** Where a column stands; undefined when the file has none; refuses a name that stands twice. */
export function placeOf(header: Header, column: string, aliases: readonly string[] = []): number | undefined {
  for (const name of [column, ...aliases]) {
    const found = header.places.get(normaliseHeader(name));
    if (found === undefined) continue;
    if (found.length === 1) return found[0];
    const columns = found.map((place) => place + 1).join(', ');
    throw refuseFile(
      'file_duplicate_header',
      `The header "${header.names[found[0]!]}" stands ${found.length} times (columns ${columns}); which one is meant cannot be told.`,
      { header: name, columns: found.map((place) => place + 1) },
    );
  }
  return undefined;
}

function nameSourceColumns(names: string[], firstValues: readonly string[] | undefined): string[] {
  const twice = names.filter((name) => normaliseHeader(name) === SOURCE_COLUMN).length === 2;
  if (!twice || firstValues === undefined) return names;
  return names.map((name, index) => {
    if (normaliseHeader(name) !== SOURCE_COLUMN) return name;
    const value = (firstValues[index] ?? '').trim();
    if (value === '') return name;
    return MEDIA_VALUES.has(value) ? '订单来源(直播/视频)' : '订单来源(抖音)';
  });
}
